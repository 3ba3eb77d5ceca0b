import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { episode, showFolder, showYaml } from './show-folder.ts'

const media = (name: string) => readFileSync(`tests/fixtures/media/${name}`)
const unnamed = '---\ntitle: Roots\ndate: 2026-01-05\n---\n\nAll about roots.\n'
const file = 'episodes/2026-01-05-roots.md'

const feedOf = (text: string) => parseRssFeed(text).items?.[0]

describe('an episode that names no audio', () => {
  test.each(['episodes/roots.mp3', 'episodes/2026-01-05-roots.mp3', 'audio/roots.mp3', 'episodes/audio/roots.mp3'])(
    'takes %s',
    (path) => {
      const show = showFolder({ [file]: unnamed, [path]: media('tone.mp3') })
      expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
      expect(feedOf(show.read('dist/feed.xml'))?.enclosures).toEqual([
        { url: `https://soil.example/media/${path}`, length: media('tone.mp3').length, type: 'audio/mpeg' },
      ])
      expect(show.exists(`dist/media/${path}`)).toBe(true)
    },
  )

  test('takes an MP3 before other kinds, and publishes those as alternates with size, hash and type', () => {
    const show = showFolder({
      [file]: unnamed,
      'episodes/roots.mp3': media('tone.mp3'),
      'episodes/roots.opus': media('tone.opus'),
      'episodes/roots.low.m4a': media('tone.m4a'),
      'episodes/roots.mp4': media('clip.mp4'),
      'episodes/roots.wav': media('tone.wav'),
    })
    expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
    const item = feedOf(show.read('dist/feed.xml'))
    expect(item?.enclosures?.[0]?.url).toBe('https://soil.example/media/episodes/roots.mp3')
    const sri = (name: string): string => `sha384-${createHash('sha384').update(media(name)).digest('base64')}`
    const found = item?.podcast?.alternateEnclosures?.map(({ type, length, title, rel, sources, integrity }) => [
      ...[type, length, title, rel, sources?.[0]?.uri, integrity?.value],
    ])
    const at = (name: string): string => `https://soil.example/media/episodes/${name}`
    expect(found).toEqual([
      ['audio/x-m4a', media('tone.m4a').length, 'low', 'low', at('roots.low.m4a'), sri('tone.m4a')],
      ['video/mp4', media('clip.mp4').length, 'MP4', undefined, at('roots.mp4'), sri('clip.mp4')],
      ['audio/ogg', media('tone.opus').length, 'OPUS', undefined, at('roots.opus'), sri('tone.opus')],
    ])
    expect(show.exists('dist/media/episodes/roots.opus')).toBe(true)
    expect(show.exists('dist/media/episodes/roots.wav')).toBe(false)
  })

  test('is an error where there is no such file, beside all other problems', () => {
    const show = showFolder({ [file]: unnamed, 'episodes/stems.md': '---\ndate: 2026-01-06\n---\n' })
    const { code, stderr } = show.run('build')
    expect(code).toBe(1)
    expect(stderr).toMatch(/roots\.md:1:1 error The episode has no audio\. \[episode\/no-audio\]\n.*`roots\.mp3`/)
    expect(stderr).toMatch(/stems\.md:1:1 error .*\[frontmatter\/missing\]/)
    expect(stderr).toMatch(/stems\.md:1:1 error .*\[episode\/no-audio\]/)
  })
})

test('alternates that the episode names itself are the only ones', () => {
  const show = showFolder({
    [file]: unnamed.replace('---\n\n', 'alternateEnclosures: { sources: https://cdn.example/roots.opus }\n---\n\n'),
    'episodes/roots.mp3': media('tone.mp3'),
    'episodes/roots.opus': media('tone.opus'),
  })
  expect(show.run('build', '--quiet').code).toBe(0)
  const found = feedOf(show.read('dist/feed.xml'))?.podcast?.alternateEnclosures
  expect(found?.map(({ sources }) => sources?.[0]?.uri)).toEqual(['https://cdn.example/roots.opus'])
})

test('a file that comes to lie beside an episode, or changes, is in the next build', () => {
  const show = showFolder({ [file]: unnamed, 'episodes/roots.mp3': media('tone.mp3') })
  show.run('build')
  show.write('episodes/roots.opus', media('tone.opus'))
  expect(show.run('build').code).toBe(0)
  const alternates = () => feedOf(show.read('dist/feed.xml'))?.podcast?.alternateEnclosures
  expect(alternates()?.map(({ length }) => length)).toEqual([media('tone.opus').length])
  show.remove('episodes/roots.opus')
  show.run('build')
  expect(alternates()).toBeUndefined()
  expect(show.exists('dist/media/episodes/roots.opus')).toBe(false)
})

describe('addresses of audio', () => {
  const settings = (yaml: string) =>
    showFolder({ 'podcast.yaml': showYaml + yaml, [file]: unnamed, 'episodes/roots one.mp3': '' })

  test('begin with the show’s redirects, which the ledger does not know', () => {
    const show = showFolder({
      'podcast.yaml': `${showYaml}media: { prefix: [https://op3.dev/e/, https://count.example/redirect.mp3/] }\n`,
      [file]: unnamed,
      'episodes/roots.mp3': media('tone.mp3'),
      'episodes/roots.opus': media('tone.opus'),
      'episodes/stems.md': episode({ title: 'Stems', audio: 'https://cdn.example/stems.mp3?a=1' }),
      'episodes/leaves.md': episode({
        title: 'Leaves',
        audio: 'https://cdn.example/leaves.mp3',
        more: '  prefix: false\n',
      }),
    })
    expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
    const items = parseRssFeed(show.read('dist/feed.xml')).items
    const urls = Object.fromEntries(items?.map(({ title, enclosures }) => [title, enclosures?.[0]?.url]) ?? [])
    const counted = 'https://op3.dev/e/count.example/redirect.mp3/'
    expect(urls).toEqual({
      Roots: `${counted}soil.example/media/episodes/roots.mp3`,
      Stems: `${counted}cdn.example/stems.mp3?a=1`,
      Leaves: 'https://cdn.example/leaves.mp3',
    })
    const roots = items?.find(({ title }) => title === 'Roots')
    expect(roots?.podcast?.alternateEnclosures?.[0]?.sources?.[0]?.uri).toBe(
      `${counted}soil.example/media/episodes/roots.opus`,
    )
    const ledger = show.read('podcast.ledger.json')
    expect(ledger).toContain('"enclosure": "https://cdn.example/stems.mp3?a=1"')
    expect(ledger).not.toContain('op3.dev')
  })

  test('are where the show says that its audio is, and then it is not published with the rest', () => {
    const show = showFolder({
      'podcast.yaml': `${showYaml}media: { baseUrl: https://cdn.example/soil }\n`,
      [file]: unnamed.replace('date:', 'audio: "sound of roots #1.mp3"\ndate:'),
      'episodes/sound of roots #1.mp3': media('tone.mp3'),
    })
    expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
    const { enclosures } = feedOf(show.read('dist/feed.xml')) ?? {}
    expect(enclosures?.[0]?.url).toBe('https://cdn.example/soil/episodes/sound%20of%20roots%20%231.mp3')
    expect(show.exists('dist/media/episodes')).toBe(false)
    show.write('episodes/sound of roots #1.mp3', media('joined.mp3'))
    show.run('build')
    expect(feedOf(show.read('dist/feed.xml'))?.enclosures?.[0]?.length).toBe(media('joined.mp3').length)
  })

  test.each([
    'media: { folders: ../elsewhere }',
    'media: { folders: /tmp }',
    'media: { prefix: op3 }',
    'media: { baseUrl: cdn }',
  ])('%s is refused', (yaml) =>
    expect(settings(`${yaml}\n`).run('build').stderr).toMatch(/podcast\.yaml:10:\d+ error .*\[show\/wrong-value\]/),
  )
})

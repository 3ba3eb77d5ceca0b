import { describe, expect, test } from 'vitest'
import { parseEpisode } from '../../src/source/episode.ts'
import { aShow, briefly, bytesOf } from './a-show.ts'

const lines = (...keys: string[]): Uint8Array => bytesOf(`---\n${keys.join('\n')}\n---\nNotes.\n`)
const whole = (...further: string[]): Uint8Array =>
  lines('title: Ferns', 'date: 2026-02-23', 'audio: a.mp3', ...further)
const show = aShow()

describe('an episode', () => {
  test('has what its file says', () => {
    const { value, diagnostics, draft } = parseEpisode(whole('episode: 7'), 'episodes/2026-02-23-ferns.md', show)
    expect(diagnostics).toEqual([])
    expect(draft).toBe(false)
    expect(value).toMatchObject({
      path: 'episodes/2026-02-23-ferns.md',
      frontmatter: { title: 'Ferns', audio: { url: 'a.mp3' }, episode: { number: 7 } },
      date: { ms: Date.UTC(2026, 1, 23), offsetMinutes: 0 },
      slug: 'ferns',
      slugIsExplicit: false,
      body: 'Notes.\n',
    })
  })

  test('keeps identities as they were written', () => {
    const { value } = parseEpisode(whole('guid: 0123', 'slug: 2026.10'), 'episodes/a.md', show)
    expect(value?.frontmatter.guid).toBe('0123')
    expect(value).toMatchObject({ slug: '2026.10', slugIsExplicit: true })
  })

  test('reads dates without a zone in the show’s', () => {
    const { value } = parseEpisode(
      whole('updated: 2026-07-01 10:00'),
      'episodes/a.md',
      aShow('timezone: Europe/Berlin\n'),
    )
    expect(value?.date).toEqual({ ms: Date.UTC(2026, 1, 22, 23), offsetMinutes: 60 })
    expect(value?.updated).toEqual({ ms: Date.UTC(2026, 6, 1, 8), offsetMinutes: 120 })
  })

  test('takes the show’s defaults for what it does not say', () => {
    const withDefaults = aShow('defaults:\n  explicit: true\n  season: 2\n  audio: { type: audio/mpeg }\n')
    const { value } = parseEpisode(whole('season: 3'), 'episodes/a.md', withDefaults)
    expect(value?.frontmatter).toMatchObject({
      explicit: true,
      season: { number: 3 },
      audio: { url: 'a.mp3', type: 'audio/mpeg' },
    })
  })

  test('knows its places', () => {
    const { value } = parseEpisode(lines('title: Ferns', 'date: 2026-02-23', 'audio:', '  url: a.mp3'), 'e/a.md', show)
    expect(value?.placeOf(['audio', 'url'])).toEqual({ file: 'e/a.md', line: 5, column: 8, offset: 48 })
    expect(value?.placeOf(['audio', 'length'])).toMatchObject({ line: 4, column: 1 })
    expect(value?.placeOf(['guid'])).toMatchObject({ line: 1, column: 1 })
    expect(value?.placeInBody(2)).toMatchObject({ line: 7, column: 3 })
    const short = parseEpisode(whole('transcripts: [a.vtt]'), 'e/a.md', show).value
    expect(short?.placeOf(['audio', 'url'])).toMatchObject({ line: 4, column: 8 })
    expect(short?.placeOf(['transcripts', 0, 'url'])).toMatchObject({ line: 5, column: 15 })
  })
})

describe('its slug', () => {
  test.each([
    ['episodes/2026-02-23-ferns.md', 'ferns'],
    ['episodes/2026/Über Farne.md', 'uber-farne'],
    ['episodes/s02e07.md', 's02e07'],
  ])('of %s is %s', (path, slug) => expect(parseEpisode(whole(), path, show).value?.slug).toBe(slug))

  test.each(['episodes/日本語.md', 'episodes/---.md', 'episodes/con.md'])('cannot be made of %s', (path) => {
    expect(briefly(parseEpisode(whole(), path, show).diagnostics)).toEqual(['frontmatter/no-slug 1:1'])
    expect(parseEpisode(whole('slug: ferns'), path, show).diagnostics).toEqual([])
  })

  test.each(['../feed', 'a/b', '.hidden', 'a.', '""', 'a b', 'ä'])('must not be %j', (slug) => {
    const { value, diagnostics } = parseEpisode(whole(`slug: ${slug}`), 'episodes/a.md', show)
    expect(value).toBeUndefined()
    expect(briefly(diagnostics)).toEqual(['frontmatter/wrong-value 5:7'])
  })
})

describe('a draft', () => {
  test.each(['true', 'yes', '"true"'])('is known by draft: %s, even if it is unfinished', (draft) => {
    const { value, diagnostics, draft: isDraft } = parseEpisode(lines(`draft: ${draft}`), 'episodes/a.md', show)
    expect(isDraft).toBe(true)
    expect(value).toBeUndefined()
    expect(diagnostics).toHaveLength(2)
  })
  test.each(['false', 'no', 'perhaps'])('is not what says draft: %s', (draft) => {
    expect(parseEpisode(whole(`draft: ${draft}`), 'episodes/a.md', show).draft).toBe(false)
  })
  test('may be so by default', () => {
    expect(parseEpisode(whole(), 'episodes/a.md', aShow('defaults: { draft: true }\n')).draft).toBe(true)
  })
})

describe('a mapping', () => {
  const mapped = aShow(
    'frontmatter:\n  audio.url: file\n  audio.length: length\n  audio.duration: duration\nignoreKeys: [reddit]\n',
  )
  const read = (...keys: string[]) => parseEpisode(lines(...keys), 'episodes/a.md', mapped)

  test('makes a foreign file ours', () => {
    const { value, diagnostics } = read(
      ...['title: Ferns', 'date: 2022-06-27 15:32:00+00:00', 'file: https://example.com/a.mp3'],
      ...['duration: "1:02:03"', 'length: "60946851" # bytes', 'reddit: https://example.com/r'],
    )
    expect(diagnostics).toEqual([])
    expect(value?.frontmatter.audio).toEqual({ url: 'https://example.com/a.mp3', length: 60946851, duration: 3723 })
    expect(value?.placeOf(['audio', 'duration'])).toMatchObject({ line: 5, column: 11 })
    expect(value?.placeOf(['audio', 'type'])).toMatchObject({ line: 4, column: 1 })
  })

  test('lets mistakes go by the names and places in the file', () => {
    const { diagnostics } = read('title: Ferns', 'date: 2026-02-23', 'length: 12 MB', 'fiel: a.mp3')
    expect(diagnostics).toMatchObject([
      { code: 'frontmatter/missing', message: expect.stringMatching(/^file /), place: { line: 4, column: 1 } },
      { code: 'frontmatter/wrong-value', message: expect.stringMatching(/^length /), place: { line: 4, column: 9 } },
      { code: 'frontmatter/unknown-key', hint: expect.stringContaining('“file”'), place: { line: 5, column: 1 } },
    ])
  })

  test('names what is missing altogether as the other files have it', () => {
    const mapped = aShow('frontmatter: { date: published }\n')
    expect(parseEpisode(lines('title: Ferns', 'audio: a.mp3'), 'episodes/a.md', mapped).diagnostics).toMatchObject([
      { code: 'frontmatter/missing', message: expect.stringMatching(/^published /) },
    ])
  })
})

describe('keys of other tools', () => {
  const read = (ignoreKeys: string, ...keys: string[]) =>
    briefly(parseEpisode(whole(...keys), 'episodes/a.md', aShow(ignoreKeys)).diagnostics)

  test('are a warning, at every depth', () =>
    expect(read('', 'layout: post', 'persons: [{ name: A, x: 1 }]')).toEqual([
      'frontmatter/unknown-key 5:1',
      'frontmatter/unknown-key 6:22',
    ]))
  test('are none where the show says so', () =>
    expect(read('ignoreKeys: [layout, "persons[0].x"]\n', 'layout: { a: 1 }', 'persons: [{ name: A, x: 1 }]')).toEqual(
      [],
    ))
})

test('a file that cannot be read is reported, not thrown', () => {
  expect(briefly(parseEpisode(undefined, 'episodes/a.md', show).diagnostics)).toEqual(['file/unreadable 1:1'])
})

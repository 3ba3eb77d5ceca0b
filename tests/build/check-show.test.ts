import { describe, expect, test } from 'vitest'
import { checkShow, type ShowCheckOptions } from '../../src/build/check-show.ts'
import type { Answer, Target } from '../../src/model/rule.ts'
import { goodAnswer } from '../check/example-feed.ts'
import { flawless, png, root } from '../cli/check-harness.ts'
import { showFolder } from '../cli/show-folder.ts'

type Files = Record<string, string | Uint8Array>

const nowMs = Date.UTC(2027, 0, 15)

/** Checks a show of one flawless episode, with these files in place of its own. */
const check = (files: Files, options: Partial<ShowCheckOptions> = {}) =>
  checkShow({
    showDir: showFolder({ 'podcast.yaml': flawless, 'episodes/roots.md': root(), ...files }).dir,
    label: '.',
    selection: { drafts: false, future: false, nowMs },
    settings: {},
    ...options,
  })

const found = async (files: Files, options: Partial<ShowCheckOptions> = {}): Promise<string[]> =>
  (await check(files, options)).diagnostics.map(
    ({ code, severity, place }) => `${place?.file}:${place?.line}:${place?.column} ${severity} ${code}`,
  )

const withMore = (more: string): Files => ({ 'episodes/roots.md': root({ more }) })

const live =
  '{ status: ended, start: 2026-01-01 20:00, end: 2026-01-01 21:00, title: Questions, guid: live-1, audio: https://soil.example/live.mp3, contentLinks: [{ href: https://soil.example/live, text: Listen }] }'

test('a flawless show has no findings', async () =>
  expect(await check({})).toEqual({ checked: '.', title: 'Soil and Seed', items: 1, diagnostics: [] }))

test('where the show’s file is broken, that is all that is said', async () =>
  expect(await check({ 'podcast.yaml': 'title: [\n' })).toMatchObject({
    checked: '.',
    items: 0,
    diagnostics: [{ place: { file: 'podcast.yaml' } }],
  }))

describe('what a rule finds stands at the key that it comes from', () => {
  test.each<[name: string, files: Files, expected: string]>([
    [
      'a title',
      { 'episodes/roots.md': root({ title: 'Episode 12 - Roots' }) },
      'roots.md:2:8 warning item-title-number',
    ],
    ['a link', withMore('link: http://soil.example/a\n'), 'roots.md:9:7 info url-https'],
    [
      'a person of several',
      withMore('persons:\n  - { name: Bo, role: host }\n  - { name: Ada, role: chef }\n'),
      'roots.md:11:24 warning pc-person-taxonomy',
    ],
    [
      'a person that stands alone',
      withMore('persons: { name: Ada, role: chef }\n'),
      'roots.md:9:29 warning pc-person-taxonomy',
    ],
    [
      'an author, who becomes a person',
      withMore('authors:\n  - { name: Ada, img: http://soil.example/ada.jpg }\n'),
      'roots.md:10:23 warning pc-url-https',
    ],
    [
      'an author beside persons',
      withMore('persons: [{ name: Bo, role: host }]\nauthors: [{ name: Ada, img: http://soil.example/ada.jpg }]\n'),
      'roots.md:10:29 warning pc-url-https',
    ],
    ['a transcript', withMore('transcript: http://soil.example/a.vtt\n'), 'roots.md:9:13 warning pc-url-https'],
    [
      'a transcript of several',
      withMore('transcripts:\n  - https://soil.example/a.vtt\n  - { url: http://soil.example/b.vtt, language: en }\n'),
      'roots.md:11:12 warning pc-url-https',
    ],
    [
      'a key inside of two lists',
      withMore(
        'value:\n  - recipients:\n      - { name: Bo, address: bo@soil.example, split: 50 }\n      - { name: Ada, type: node, address: ada, split: 50 }\n',
      ),
      'roots.md:12:43 warning pc-value-address',
    ],
    [
      'a key of the show',
      { 'podcast.yaml': `${flawless}link: http://soil.example/\n` },
      'podcast.yaml:10:7 info url-https',
    ],
    [
      'a key inside of a list of the show',
      { 'podcast.yaml': `${flawless}location:\n  - { name: Home, rel: creator, geo: "geo:51.5718706,-0.7769654" }\n` },
      'podcast.yaml:11:38 info pc-location-precise',
    ],
    [
      'a live item',
      { 'podcast.yaml': `${flawless}live:\n  - ${live.replace('ended', 'live')}\n` },
      'podcast.yaml:11:15 info pc-live-stale',
    ],
  ])('%s', async (_name, files, expected) =>
    expect((await found(files)).map((line) => line.replace('episodes/', ''))).toContain(expected),
  )

  test('words of the show notes stand where they are in the Markdown', async () => {
    const notes = 'All about roots.\n\nThen <b onclick="x()">this</b>.\n'
    const { diagnostics } = await check({
      'podcast.yaml': `${flawless}output: { sanitize: false }\n`,
      'episodes/roots.md': root({ notes }),
    })
    expect(diagnostics).toMatchObject([{ code: 'description-html', place: { file: 'episodes/roots.md', line: 13 } }])
  })

  test('the build’s own order of the feed is not judged, nor what a build says already', async () => {
    const stems = root({ title: 'Stems', date: '2026-01-06', audio: 'https://soil.example/audio/roots.mp3' })
    expect(await found({ 'episodes/a-stems.md': stems })).toEqual([
      'episodes/roots.md:5:3 warning episode/duplicate-audio',
    ])
  })
})

describe('levels', () => {
  const link = 'link: http://soil.example/a\n'
  const ofShow = (level: string): string => `${flawless}check: { rules: { url-https: ${level} } }\n`

  test('of the show, of a comment in one file, and of the command line', async () => {
    const two = { 'episodes/stems.md': root({ title: 'Stems', date: '2026-01-06', more: link }) }
    const commented = { ...two, ...withMore(`${link}# castwright: error url-https\n`) }
    expect(await found({ ...commented, 'podcast.yaml': ofShow('warning') })).toEqual([
      'episodes/roots.md:9:7 error url-https',
      'episodes/stems.md:9:7 warning url-https',
    ])
    const settings = { levels: new Map([['url-https', 'info' as const]]) }
    expect(await found({ ...two, 'podcast.yaml': ofShow('off') }, { settings })).toEqual([
      'episodes/stems.md:9:7 info url-https',
    ])
    expect(await found({ ...two, 'podcast.yaml': ofShow('off') })).toEqual([])
  })

  test('of a platform, whose word on the command line counts before the show’s', async () => {
    const yaml = `${flawless}check: { profile: spotify }\n`
    const files = { 'podcast.yaml': yaml, ...withMore('persons: [{ name: Ada, role: chef }]\n') }
    expect(await found(files)).toEqual([])
    expect(await found(files, { settings: { profile: 'podcast-index' } })).toEqual([
      'episodes/roots.md:9:30 warning pc-person-taxonomy',
    ])
  })

  test('what a build reports can be turned off as well, by its own name', async () => {
    const outline = root({
      notes: '## Chapters\n\n- 0:00 One\n- 1:00 Two\n\n<!-- castwright: off outline/few-chapters -->\n',
    })
    expect(
      await found({ 'episodes/roots.md': outline.replace('<!-- castwright: off outline/few-chapters -->', '') }),
    ).toEqual([expect.stringContaining('outline/few-chapters')])
    expect(await found({ 'episodes/roots.md': outline })).toEqual([])
  })

  test('names that are no rule’s are told where they stand', async () =>
    expect(
      await found({
        'podcast.yaml': ofShow('info').replace('url-https', 'url-http'),
        ...withMore('# castwright: off no-such\n'),
      }),
    ).toEqual([
      'episodes/roots.md:9:19 warning check/unknown-rule',
      expect.stringMatching(/^podcast\.yaml:10:\d+ warning check\/unknown-rule$/),
    ]))
})

describe('what the show points at', () => {
  test('is asked in one order, and the answers are told at the keys', async () => {
    const asked: string[] = []
    const ask = async (
      targets: readonly Target[],
      onAnswer: (target: Target, answer: Answer) => void,
    ): Promise<void> => {
      for (const target of targets) {
        asked.push(`${target.kind} ${target.url.replace('https://soil.example/', '')}`)
        onAnswer(target, { ...goodAnswer(target), ...(target.url.endsWith('live.mp3') ? { status: 404 } : {}) })
      }
    }
    const lines = await found({ 'podcast.yaml': `${flawless}live:\n  - ${live}\n` }, { ask })
    expect(asked).toEqual([
      'feed feed.xml',
      'enclosure audio/roots.mp3',
      'image roots.jpg',
      'image artwork.jpg',
      'enclosure live.mp3',
    ])
    expect(lines.filter((line) => line.endsWith('answer-status'))).toEqual([
      expect.stringMatching(/^podcast\.yaml:11:\d+ error answer-status$/),
    ])
  })

  test('and lies in its folder is looked into without asking', async () => {
    const files = {
      'podcast.yaml': flawless.replace('https://soil.example/artwork.jpg', 'art.png'),
      'art.png': png(1400, 1400),
    }
    expect(await found(files)).toEqual(['podcast.yaml:6:8 info image-preferred-size'])
  })
})

test('the length of the feed is that of what would be written', async () => {
  const notes = `${'All about roots. '.repeat(70_000)}\n`
  const { diagnostics } = await check({ 'episodes/roots.md': root({ notes }) })
  expect(diagnostics.filter(({ code }) => code === 'feed-size')).toMatchObject([
    { severity: 'info', message: expect.stringMatching(/^The feed has \d\.\d MB\.$/) },
  ])
})

test('progress is told, and each episode is counted', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `episodes/${index}.md`,
      root({ title: `Roots ${'I'.repeat(index + 1)}`, date: `2026-02-${String((index % 27) + 1).padStart(2, '0')}` }),
    ]),
  )
  const steps: string[] = []
  const { items } = await check(files, { onProgress: (done, total) => steps.push(`${done} of ${total}`) })
  expect(items).toBe(41)
  expect(steps).toEqual(['32 of 41', '41 of 41'])
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chapterFormats } from '../../src/chapters/formats/index.ts'
import { type Loss, lossesOf } from '../../src/chapters/losses.ts'
import { detectChapterFormat, readChapterText } from '../../src/chapters/read.ts'
import { titleLine } from '../../src/chapters/title-line.ts'
import type { Chapter } from '../../src/model/chapter.ts'
import type { ChapterFormat } from '../../src/model/chapter-format.ts'
import { childOf, childrenOf, readXml } from '../feed/read-xml.ts'

/** What each format cannot hold, by its specification: a field that is not here must survive. */
const cannotHold: Record<string, readonly Loss[]> = {
  json: [],
  psc: ['end', 'toc', 'location'],
  webvtt: ['url', 'img', 'toc', 'location'],
  // Hidden chapters are not listed, and a list must start at 0:00.
  youtube: ['chapter', 'fraction', 'end', 'url', 'img', 'location', 'added'],
  // In a title, `<` would start a link.
  mp4chaps: ['title', 'end', 'img', 'toc', 'location'],
  audacity: ['url', 'img', 'toc', 'location'],
  ffmetadata: ['url', 'img', 'toc', 'location'],
  ogm: ['end', 'url', 'img', 'toc', 'location'],
  matroska: ['url', 'img', 'location'],
}

const full: readonly Chapter[] = [
  { start: 0, title: 'Intro', url: 'https://soil.example/?a=1&b="2"' },
  { start: 61.5, end: 100.25, title: 'Roots & <shoots>', img: 'https://soil.example/root.jpg' },
  { start: 120, title: 'Hidden', toc: false },
  { start: 3723.004, title: 'Ottawa', location: { name: 'Ottawa', geo: 'geo:45.4,-75.7', osm: 'R4136816' } },
]

const hostile = [
  '\n',
  '\r\n',
  '\t',
  ']]>',
  '<',
  '>',
  '<https://x.example/>',
  ';',
  '=',
  '#',
  '\\',
  '-->',
  '"',
  "'",
  '&amp;',
]
const odd = [
  '🌻',
  '👩‍👩‍👧',
  'שלום',
  '\u202e',
  '\ud800',
  '\u2028',
  '\u0000',
  '{',
  '[CHAPTER]',
  'CHAPTER01=',
  '0:10',
  '[a](b)',
]
const title = fc
  .array(fc.oneof(fc.constantFrom(...hostile, ...odd, ' ', 'a', 'Root'), fc.string({ unit: 'grapheme' })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
  .filter((text) => titleLine(text) !== '')
const address = fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => new URL(url).href)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const chapterList: fc.Arbitrary<Chapter[]> = fc
  .uniqueArray(
    fc.record({
      startMs: fc.integer({ min: 0, max: 359_990_000 }),
      title,
      length: optional(fc.integer({ min: 1, max: 9_000 })),
      url: optional(address),
      img: optional(address),
      hidden: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12, selector: ({ startMs }) => startMs },
  )
  .map((list) => list.sort((a, b) => a.startMs - b.startMs))
  .map((list) =>
    list.map(({ startMs, title: text, length, url, img, hidden }, index) => {
      const next = list[index + 1]?.startMs ?? Number.POSITIVE_INFINITY
      return {
        start: startMs / 1000,
        title: text,
        // Chapters that overlap have a test of their own.
        ...(length === undefined ? {} : { end: Math.min(startMs + length, next) / 1000 }),
        ...(url === undefined ? {} : { url }),
        ...(img === undefined ? {} : { img }),
        ...(hidden ? { toc: false } : {}),
      }
    }),
  )

const fixture = (name: string): string => readFileSync(`tests/fixtures/chapters/${name}`, 'utf8')
const at = (line: number, column: number) => ({ file: 'c.txt', line, column })
const wrong = (code: string, line: number, column = 1) =>
  expect.objectContaining({ code, place: expect.objectContaining(at(line, column)) })

describe.each(chapterFormats.map((format): [string, ChapterFormat] => [format.id, format]))('%s', (id, format) => {
  const document = format.print(full, { title: 'Roots', podcastName: 'Soil; Seed', duration: 4000 })

  test('always prints the same, up to a line feed', () => {
    expect(format.print(full, { title: 'Roots', podcastName: 'Soil; Seed', duration: 4000 })).toBe(document)
    expect(document).toMatch(/[^\n]\n$/)
    expect(document).not.toContain('\r')
  })

  test('reads what it wrote, without a complaint', () => {
    const { value, diagnostics } = format.parse(document, 'c.txt')
    expect(diagnostics).toEqual([])
    expect(value?.chapters.map(({ start }) => Math.floor(start))).toEqual(
      id === 'youtube' ? [0, 61, 3723] : [0, 61, 120, 3723],
    )
  })

  test('loses nothing that it can hold, whatever the titles', () => {
    fc.assert(
      fc.property(chapterList, (chapters) => {
        // A reader of descriptions takes dashes and brackets before a title for decoration.
        const list =
          id === 'youtube' ? chapters.map((chapter) => ({ ...chapter, title: `T ${chapter.title}` })) : chapters
        const lost = [...lossesOf(format, list, {}).keys()]
        expect(lost.filter((loss) => !cannotHold[id]?.includes(loss))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('gives the same bytes for what it read of its own', () => {
    fc.assert(
      fc.property(chapterList, (chapters) => {
        const list =
          id === 'youtube'
            ? [{ start: 0, title: 'T' }, ...chapters.map((c) => ({ ...c, title: `T ${c.title}` }))]
            : chapters
        const once = format.print(list, {})
        const { value, diagnostics } = format.parse(once, 'c.txt')
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(format.print(value?.chapters ?? [], value?.facts ?? {})).toBe(once)
      }),
      { numRuns: 200 },
    )
  })

  test('takes a byte order mark, and the line ends of Windows and of old', () => {
    const { value } = format.parse(document, 'c.txt')
    for (const lineEnd of ['\r\n', '\r']) {
      const written = `\ufeff${document.replaceAll('\n', lineEnd)}`
      expect(readChapterText(written, 'c.txt')).toMatchObject({ value: { format: { id }, ...value }, diagnostics: [] })
    }
  })

  test('reports nonsense with a place', () => {
    for (const nonsense of ['\u0000nonsense', 'Roots\n\nAll about them, from A to Z.\n', '']) {
      const { value, diagnostics } = format.parse(nonsense, 'c.txt')
      expect(value).toBeUndefined()
      expect(diagnostics[0]).toMatchObject({ severity: 'error', place: at(1, 1) })
    }
  })

  test('never throws, whatever is done to a document of its own', () => {
    const cut = fc.tuple(fc.nat(document.length), fc.nat(30), fc.oneof(fc.constantFrom(...hostile), fc.string()))
    fc.assert(
      fc.property(cut, ([from, length, insert]) => {
        const { value, diagnostics } = format.parse(
          document.slice(0, from) + insert + document.slice(from + length),
          'c.txt',
        )
        const errors = diagnostics.filter(({ severity }) => severity === 'error')
        expect(value === undefined).toBe(errors.length > 0)
        expect(diagnostics.filter(({ place }) => place?.file !== 'c.txt')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('is told from all others by its content, also where the list is short and the title hostile', () => {
    expect(detectChapterFormat(document)?.id).toBe(id)
    fc.assert(
      fc.property(title, (text) => {
        const printed = format.print([{ start: 0, title: id === 'youtube' ? `T ${text}` : text }], {})
        expect(chapterFormats.filter((other) => other.detects(printed)).map((other) => other.id)).toEqual([id])
      }),
    )
  })

  test('writes and reads thousands of chapters', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ start: index * 10, title: `Chapter & ${index}` }))
    const started = performance.now()
    expect(lossesOf(format, many, {})).toEqual(new Map())
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('reads a megabyte of anything in a moment', () => {
    const size = 1 << 20
    const hard = [
      'a',
      ' ',
      '\n',
      '\\',
      '<',
      '<a>',
      '<!--',
      '"',
      '[',
      '{"a":',
      '0:00 ',
      '00:00:00.000 ',
      '1\t1\t',
      'CHAPTER1=',
      '&#1;',
    ]
    const started = performance.now()
    for (const part of hard) {
      format.parse(document + part.repeat(size / part.length), 'c.txt')
      format.parse(part.repeat(size / part.length), 'c.txt')
      detectChapterFormat(part.repeat(size / part.length))
    }
    // Forty-five runs: what grows with the square takes minutes.
    expect(performance.now() - started).toBeLessThan(15_000)
  }, 60_000)
})

test.each(['psc', 'matroska'])('%s is XML to a strict parser, whatever the titles', (id) => {
  const format = chapterFormats.find((one) => one.id === id) as ChapterFormat
  fc.assert(
    fc.property(chapterList, (chapters) => {
      const root = readXml(format.print(chapters, {}))
      const titles =
        id === 'psc'
          ? childrenOf(root, 'psc:chapter').map(({ attributes }) => attributes.title)
          : childrenOf(childOf(root, 'EditionEntry'), 'ChapterAtom').map(
              (atom) => childOf(childOf(atom, 'ChapterDisplay'), 'ChapterString').text,
            )
      expect(titles).toEqual(chapters.map((chapter) => titleLine(chapter.title)))
    }),
  )
})

test('losses are counted', () => {
  const by = (id: string) =>
    Object.fromEntries(lossesOf(chapterFormats.find((format) => format.id === id) as ChapterFormat, full, {}))
  expect(by('json')).toEqual({})
  expect(by('youtube')).toEqual({ chapter: 1, fraction: 2, end: 1, url: 1, img: 1, location: 1 })
  expect(by('audacity')).toEqual({ url: 1, img: 1, toc: 1, location: 1 })
  expect(by('mp4chaps')).toEqual({ title: 1, end: 1, img: 1, toc: 1, location: 1 })
})

describe('documents of other tools', () => {
  const read = (name: string, id: string, chapters: readonly Chapter[]): void => {
    const { value } = readChapterText(fixture(name), name)
    expect(value?.format.id).toBe(id)
    expect(value?.chapters).toEqual(chapters)
  }

  test('JSON as the namespace shows it', () => {
    read('namespace-example.json', 'json', [
      { start: 0, title: 'Intro' },
      { start: 168.24, end: 260, title: 'Hearing ä root', img: 'https://soil.example/root.jpg' },
      {
        start: 260,
        title: 'Ottawa',
        url: 'https://soil.example/ottawa',
        location: { name: 'Ottawa', geo: 'geo:45.4,-75.7', osm: 'R4136816' },
      },
      { start: 410, title: 'Chapter 4', img: 'https://soil.example/ad.jpg', toc: false },
    ])
    const { value, diagnostics } = readChapterText(fixture('namespace-example.json'), 'c.txt')
    expect(value?.facts).toEqual({
      author: 'The Soil team',
      title: 'Roots',
      podcastName: 'Soil and Seed',
      description: 'All about roots.',
      fileName: 'roots.mp3',
    })
    expect(diagnostics).toEqual([wrong('json/unknown-field', 8, 16), wrong('json/unknown-field', 13, 88)])
  })

  test('Podlove Simple Chapters, with lax times', () =>
    read('podlove.psc', 'psc', [
      { start: 0, title: 'Welcome' },
      { start: 187, title: 'Ten & twelve <ends>', url: 'http://podlove.org/' },
      { start: 506.25, title: '007 "again"', img: 'https://soil.example/a.jpg' },
      { start: 4357.5, title: 'Wrap 🌻' },
    ]))

  test('Podlove Simple Chapters inside of a feed, with another prefix', () =>
    read('feed-item.xml', 'psc', [{ start: 0, title: 'Only one' }]))

  test('mp4chaps with a comment, a link and angle brackets', () =>
    read('podlove.chapters.txt', 'mp4chaps', [
      { start: 0, title: 'Intro' },
      { start: 90.5, title: 'Links', url: 'https://soil.example/a' },
      { start: 600, title: 'a < b and <i>c</i>' },
      { start: 3723.004, title: 'End' },
    ]))

  test('simple chapters that mkvextract wrote', () =>
    read('mkvtoolnix-simple.txt', 'ogm', [
      { start: 0, title: 'Intro' },
      { start: 61.5, title: 'C# ; a \\ back=slash' },
    ]))

  test('Vorbis comments', () =>
    read('vorbis.txt', 'ogm', [
      { start: 0, title: 'Intro' },
      { start: 90.5, title: 'a=b', url: 'https://soil.example/a' },
    ]))

  test('Audacity labels with decimal commas and a range of pitch', () =>
    read('audacity-german.txt', 'audacity', [
      { start: 0, end: 61.5, title: 'Intro' },
      { start: 61.5, title: 'A point' },
      { start: 120.25, end: 180, title: 'Chapter 3' },
    ]))

  test('WebVTT with notes, styles, names and cues inside of others', () =>
    read('nested.vtt', 'webvtt', [
      { start: 0, end: 600, title: 'Part one & more' },
      { start: 300, end: 600, title: 'Two lines' },
      { start: 3600, end: 4200, title: 'The end' },
    ]))

  test('metadata that ffmpeg wrote', () => {
    read('ffmpeg.ffmetadata.txt', 'ffmetadata', [
      { start: 0, title: 'Intro' },
      { start: 61.5, end: 120, title: 'C# ; a \\ back=slash' },
    ])
    expect(readChapterText(fixture('ffmpeg.ffmetadata.txt'), '').value?.facts).toEqual({
      title: 'Roots = & shoots',
      author: 'The Soil team',
    })
  })

  test('chapters that mkvextract wrote', () =>
    read('mkvtoolnix.xml', 'matroska', [
      { start: 0, end: 61.5, title: 'Intro' },
      { start: 61.5, end: 120, title: 'C# ; a \\ back=slash' },
    ]))

  test('Matroska chapters inside of others, in nanoseconds, in two languages', () =>
    read('nested-mkvmerge.xml', 'matroska', [
      { start: 0, end: 600, title: 'Part one' },
      { start: 300.25, title: 'Inside', toc: false },
    ]))

  test('a description with prose around, if it is said to be one', () => {
    expect(detectChapterFormat(fixture('youtube.txt'))).toBeUndefined()
    expect(readChapterText(fixture('youtube.txt'), '', 'youtube').value?.chapters).toEqual([
      { start: 0, title: 'Intro' },
      { start: 90, title: 'The first root' },
      { start: 600, title: 'What they eat' },
      { start: 3723, title: '9:30 pm, the last bus' },
    ])
  })
})

test.each([
  ['json', '{"version":"1.2.0",\n "chapters":[{"startTime":0 "title":"A"}]}', 'json/not-json', 2, 29],
  ['json', '{"version":"1.2.0",\n "chapters":{}}', 'json/not-chapters', 2, 13],
  ['json', '{"version":1,\n"chapters":[{"startTime":0,"title":"A"}]}', 'json/no-version', 1, 12],
  ['json', '{"version":"1","chapters":[\n{"startTime":"soon","title":"A"}]}', 'json/wrong-kind', 2, 14],
  ['json', '{"version":"1","chapters":[\n{"title":"A"}]}', 'json/wrong-kind', 2, 1],
  ['json', '{"version":"1","chapters":[\n7]}', 'json/wrong-kind', 2, 1],
  ['json', '{"version":"1","chapters":[\n{"startTime":1e99,"title":"A"}]}', 'chapters/bad-start', 2, 14],
  ['json', '{"version":"1","chapters":[\n{"startTime":5,"endTime":5,"title":"A"}]}', 'chapters/end-ignored', 2, 26],
  [
    'json',
    '{"version":"1","chapters":[{"startTime":0,"title":"A","img":\n"cover.jpg"}]}',
    'chapters/not-a-web-address',
    2,
    1,
  ],
  [
    'json',
    '{"version":"1","chapters":[{"startTime":0,"title":"A","location":\n{"name":"B"}}]}',
    'json/incomplete-location',
    2,
    1,
  ],
  ['json', '{"version":"1","chapters":[]}', 'chapters/none', 1, 1],
  ['psc', '<psc:chapters>\n<psc:chapter start="0" title="A">\n</psc:chapters>', 'xml/not-well-formed', 3, 1],
  ['psc', '<psc:chapters>\n<psc:chapter start="later" title="A"/></psc:chapters>', 'chapters/bad-start', 2, 1],
  ['psc', '<psc:chapters/>', 'psc/not-chapters', 1, 1],
  ['psc', '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><psc:chapters/>', 'xml/declares-entities', 2, 1],
  [
    'psc',
    '<a><psc:chapters><psc:chapter start="0" title="A"/></psc:chapters>\n<psc:chapters/></a>',
    'psc/second-list',
    2,
    1,
  ],
  ['matroska', '<Chapters>\n<EditionEntry/></Chapters>', 'matroska/not-chapters', 2, 1],
  ['mp4chaps', '00:00:00.000 A\n\n1:30 B', 'mp4chaps/bad-line', 3, 1],
  ['mp4chaps', '00:00:00.000 A\n00:75:00.000 B', 'chapters/bad-start', 2, 1],
  ['mp4chaps', '00:00:10.000 A\n00:00:05.000 B', 'chapters/out-of-order', 2, 1],
  ['mp4chaps', '00:00:10.000 A\n00:00:10.000 B', 'chapters/repeated-start', 2, 1],
  ['mp4chaps', '00:00:10.000', 'chapters/no-title', 1, 1],
  ['ogm', 'CHAPTER01=00:00:00.000\nCHAPTER02NAME=A', 'ogm/no-time', 2, 1],
  ['ogm', 'CHAPTER01=00:00:00.000\nCHAPTER=A', 'ogm/bad-line', 2, 1],
  ['audacity', '0.0\t1.0\tA\n2.0 3.0 B', 'audacity/bad-line', 2, 1],
  ['audacity', '0.0\t1.0\tA\n5.0\t4.0\tB', 'chapters/end-ignored', 2, 5],
  ['audacity', '-1.0\t1.0\tA', 'chapters/before-zero', 1, 1],
  ['webvtt', '1:00 --> 2:00\nA', 'webvtt/no-header', 1, 1],
  ['webvtt', 'WEBVTT\n\n00:01.000\nA', 'webvtt/bad-times', 4, 1],
  ['webvtt', 'WEBVTT\n\n00:05.000 --> 00:04.000\nA', 'chapters/end-ignored', 3, 15],
  ['webvtt', 'WEBVTT\n\n00:00.000 --> 00:05.000\nA\n\n00:04.000 --> 00:06.000\nB', 'webvtt/overlap', 6, 1],
  ['ffmetadata', ';FFMETADATA1\n[CHAPTER]\ntitle=A', 'ffmetadata/no-start', 2, 1],
  ['ffmetadata', ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/0\nSTART=0', 'ffmetadata/bad-timebase', 3, 1],
  ['ffmetadata', ';FFMETADATA1\n[CHAPTER]\nSTART', 'ffmetadata/bad-line', 3, 1],
  ['ffmetadata', ';FFMETADATA1\n[CHAPTER]\nSTART=1.5', 'chapters/bad-start', 3, 1],
  ['youtube', 'Nothing\nhere', 'youtube/no-times', 1, 1],
])('%s: in %j, %s is at %d:%d', (id, text, code, line, column) => {
  expect(readChapterText(text, 'c.txt', id).diagnostics).toContainEqual(wrong(code, line, column))
})

test('stops after many mistakes, and says so', () => {
  const { diagnostics } = readChapterText('nonsense\n'.repeat(100_000), 'c.txt', 'mp4chaps')
  expect(diagnostics).toHaveLength(51)
  expect(diagnostics.at(-1)?.code).toBe('chapters/many-problems')
})

test('does not take Markdown, or nothing at all, for a chapter document', () => {
  for (const text of [
    '',
    '# Roots\n\n- 0:00 Intro\n',
    '---\ntitle: a\n---\n',
    '{% include a %}',
    '0:00 Intro\n\nProse.\n',
    '<p>0:00 Intro</p>',
  ])
    expect(readChapterText(text, 'c.txt').diagnostics).toEqual([wrong('chapters/unknown-format', 1)])
})

test('in WebVTT, a chapter that ends in the middle of another one ends where that starts', () => {
  const webvtt = chapterFormats.find(({ id }) => id === 'webvtt') as ChapterFormat
  const overlapping = [
    { start: 0, end: 15, title: 'a' },
    { start: 10, end: 20, title: 'b' },
    { start: 20, end: 40, title: 'c' },
    { start: 25, end: 30, title: 'd' },
  ]
  const { value, diagnostics } = webvtt.parse(webvtt.print(overlapping, {}), '')
  expect(diagnostics).toEqual([])
  expect(value?.chapters.map(({ start, end }) => [start, end])).toEqual([
    [0, undefined],
    [10, undefined],
    [20, 40],
    [25, 30],
  ])
  expect(lossesOf(webvtt, overlapping, {})).toEqual(new Map([['end', 1]]))
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PicturedChapter } from '../../src/media/id3-chapter-frames.ts'
import { chapterFrames, chaptersInMp3, chaptersInTag } from '../../src/media/id3-chapters.ts'
import { readTag, renderTag, type Tag } from '../../src/media/id3-tag.ts'
import { type EpisodeTag, taggedMp3Head } from '../../src/media/id3-write.ts'
import type { Chapter } from '../../src/model/chapter.ts'
import { bytes, chapter, frame3, frame4, tag } from './id3.ts'

const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../fixtures/media', name))
const none = new Uint8Array()

const episode: EpisodeTag = { title: 'Soil', show: 'Ground Floor', date: '2026-03-31', chapters: [] }

function written(head: Uint8Array, more: Partial<EpisodeTag> = {}): { head: Uint8Array; tag: Tag } {
  const result = taggedMp3Head(head, { ...episode, ...more })
  if ('why' in result) throw new Error(result.why)
  const read = readTag(result)
  if (read === undefined || 'why' in read) throw new Error('written wrongly')
  return { head: result, tag: read }
}

/** Frames as text: id, then content with other characters than letters as `.`. */
const shown = ({ frames }: Tag): string[] =>
  frames.map(
    ({ id, data }) =>
      `${id} ${Buffer.from(data)
        .toString('latin1')
        .replace(/[^ -~]/g, '.')}`,
  )

/** The content of the only frame with this name. */
function only({ frames }: Tag, id: string): Uint8Array {
  const found = frames.filter((frame) => frame.id === id)
  if (found.length !== 1) throw new Error(`${found.length} × ${id}`)
  return bytes(found[0]?.data ?? [])
}

test('writes what the show says, in version 2.3', () => {
  const words = { description: 'On soil.', transcript: 'Soil is alive.\nWorms dig.' }
  const more = { artist: 'Someone', episodeNumber: 12, season: 2, ...words, duration: 60 }
  const chapters = [
    { start: 0, title: 'Intro' },
    { start: 10, title: 'Worms', url: 'https://example.com/' },
  ]
  const { tag: read } = written(none, { ...more, chapters })
  expect(read.version).toBe(3)
  expect(shown(read)).toEqual([
    'TIT2 .Soil',
    'TALB .Ground Floor',
    'TPE1 .Someone',
    'TYER .2026',
    'TDAT .3103',
    'TRCK .12',
    'TPOS .2',
    'COMM .und.On soil.',
    'USLT .und.Soil is alive..Worms dig.',
    'CTOC toc...chp0.chp1.TIT2.......Table of Contents',
    "CHAP chp0.......'.........TIT2.......Intro",
    "CHAP chp1...'....`........TIT2.......WormsWXXX........https://example.com/",
  ])
})

test('gives a table of contents the bytes that players look for', () => {
  const chapters = [0, 1].map((start) => ({ start, title: `${start}` }))
  const inner = frame3('TIT2', bytes([0], 'Table of Contents'))
  expect(only(written(none, { chapters }).tag, 'CTOC')).toEqual(bytes('toc', [0, 3, 2], 'chp0\0chp1\0', inner))
})

test('leaves hidden chapters out of the table of contents, and the table if all are hidden', () => {
  const chapters = [
    { start: 0, title: 'A' },
    { start: 1, title: 'B', toc: false },
  ]
  const { tag: read } = written(none, { chapters })
  expect(shown(read).find((text) => text.startsWith('CTOC'))).toContain('toc...chp0.TIT2')
  const hidden = written(none, { chapters: [{ start: 1, title: 'B', toc: false }] }).tag
  expect(hidden.frames.map(({ id }) => id)).toEqual(['TIT2', 'TALB', 'TYER', 'TDAT', 'CHAP'])
})

test.each([
  ['ASCII as Latin-1', 'Soil', bytes([0], 'Soil')],
  ['others as UTF-16 with a mark', 'é🌱', bytes([1, 0xff, 0xfe, 0xe9, 0x00, 0x3c, 0xd8, 0x31, 0xdf])],
  ['no half of an emoji, no zero', 'a\ud83cb\0c', bytes([0], 'abc')],
])('writes %s', (_name, title, expected) => {
  expect(only(written(none, { title }).tag, 'TIT2')).toEqual(expected)
})

test('writes UTF-8 where a tag has to stay of version 2.4', () => {
  const packed = bytes([1, 2, 3, 4, 5])
  const { tag: read } = written(tag(4, frame4('PRIV', packed, [0, 0x09])), { title: 'é', description: 'ü' })
  expect(read.version).toBe(4)
  expect(only(read, 'TIT2')).toEqual(bytes([3, 0xc3, 0xa9]))
  expect(only(read, 'COMM')).toEqual(bytes([3], 'und', [0, 0xc3, 0xbc]))
  expect(only(read, 'TDRC')).toEqual(bytes([0], '2026-03-31'))
  expect(only(read, 'PRIV')).toEqual(packed)
})

test('replaces what the show sets, and nothing else', () => {
  const picture = (kind: number): Uint8Array => bytes([0], 'image/png', [0, kind, 0], `kind ${kind}`)
  const old = tag(
    3,
    bytes(
      ...['TIT2', 'TALB', 'TPE1', 'TRCK', 'TYER', 'TDAT', 'TIME', 'TCON'].map((id) => frame3(id, bytes([0], 'old'))),
      frame3('COMM', bytes([0], 'eng', [0], 'old')),
      frame3('COMM', bytes([0], 'eng', 'iTunNORM', [0], '0000')),
      frame3('APIC', picture(3)),
      frame3('APIC', picture(4)),
    ),
  )
  const artwork = { mime: 'image/jpeg', bytes: bytes('new cover') }
  const { tag: read } = written(old, { description: 'new', artwork })
  expect(shown(read)).toEqual([
    ...['TIT2 .Soil', 'TALB .Ground Floor', 'TYER .2026', 'TDAT .3103', 'COMM .und.new'],
    'APIC .image/jpeg...new cover',
    ...['TPE1 .old', 'TRCK .old', 'TCON .old', 'COMM .engiTunNORM.0000', 'APIC .image/png...kind 4'],
  ])
})

const cover = { mime: 'image/jpeg', bytes: bytes('new cover') }
const pictureOf = (kind: number): Uint8Array => frame3('APIC', bytes([0], 'image/png', [0, kind, 0], `kind ${kind}`))

test.each([
  // As ffmpeg writes comments, lyrics and covers.
  ['own frames of the same names', frame3('TXXX', bytes([0], 'comment', [0], 'old')), []],
  ['lyrics in a frame of its own', frame3('TXXX', bytes([0], 'USLT', [0], 'old')), []],
  ['other own frames', frame3('TXXX', bytes([0], 'mood', [0], 'old')), ['TXXX .mood.old']],
  ['the only picture, if it does not say of what', pictureOf(0), []],
  [
    'such a picture among others',
    bytes(pictureOf(0), pictureOf(4)),
    ['APIC .image/png...kind 0', 'APIC .image/png...kind 4'],
  ],
  ['lyrics without a name', frame3('USLT', bytes([0], 'eng', [0], 'old')), []],
  ['lyrics with a name', frame3('USLT', bytes([0], 'eng', 'part 2', [0], 'old')), ['USLT .engpart 2.old']],
  [
    'how the old words are sorted',
    bytes(...['TSOT', 'TSOA', 'TSOP'].map((id) => frame3(id, bytes([0], 'old')))),
    ['TSOP .old'],
  ],
  ['the day of release', frame3('TDRL', bytes([0], '2019')), []],
])('lets give way or keeps %s', (_name, frames, kept) => {
  const { tag: read } = written(tag(3, frames), { description: 'new', transcript: 'new', artwork: cover })
  const fresh = ['TIT2', 'TALB', 'TYER', 'TDAT', 'COMM', 'USLT', 'APIC']
  expect(read.frames.slice(0, fresh.length).map(({ id }) => id)).toEqual(fresh)
  expect(shown(read).slice(fresh.length)).toEqual(kept)
})

test('writes a transcript in any script as players and ffprobe read it', () => {
  const wide = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')
  const { tag: read } = written(none, { transcript: 'Erde.\r\n🌱 – „Würmer“' })
  expect(only(read, 'USLT')).toEqual(bytes([1], 'und', wide(''), [0, 0], wide('Erde.\n🌱 – „Würmer“')))
})

test('puts frames of version 2.4 into the words of 2.3', () => {
  const { tag: read } = written(fixture('nested.mp3'), { title: 'Neu' })
  expect(read.version).toBe(3)
  const wide = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')
  expect(only(read, 'TXXX')).toEqual(bytes([1], wide('Größe'), [0, 0], wide('groß'), [0, 0]))
  expect(only(read, 'COMM')).toEqual(bytes([1], 'deu', wide('notes'), [0, 0], wide('Grüße'), [0, 0]))
  expect(only(read, 'APIC')).toEqual(bytes([1], 'image/png', [0, 4], wide('Rückseite'), [0, 0, 0x89], 'PNG back'))
  expect(only(read, 'PRIV')).toEqual(bytes('https://example.com', [0, 0, 0xff, 0xe0, 1]))
  expect(read.frames.map(({ id }) => id)).not.toContain('TDRC')
  // Without new chapters the file's own stay, with all that hangs on them.
  expect(chaptersInTag(read)).toEqual(chaptersInMp3(fixture('nested.mp3')))
  expect(chapterFrames(read).flatMap(({ about }) => about.filter(({ id }) => id === 'APIC'))).toHaveLength(2)
})

test.each([
  ['lyrics in time', 'SYLT', bytes([3], 'deu', [2, 1, 0], 'la', [0, 0, 0, 0, 0])],
  ['a frame that is encrypted', 'PRIV', bytes([1, 2, 3])],
  ['a chapter whose sub-frames are damaged', 'CHAP', chapter('a', 0, 1, bytes('TIT2', [0, 0, 9, 9, 0, 0]))],
])('does not put %s into the words of 2.3, but keeps 2.4', (_name, id, content) => {
  const { tag: read } = written(tag(4, frame4(id, content, [0, id === 'PRIV' ? 4 : 0])))
  expect(read.version).toBe(4)
  expect(only(read, id)).toEqual(content)
})

test('moves the flags of a frame to where 2.3 has them', () => {
  const { tag: read } = written(tag(4, frame4('PRIV', bytes([1]), [0x70, 0])))
  expect(read.frames.find(({ id }) => id === 'PRIV')?.flags).toBe(0xe000)
})

test('keeps the picture of a chapter that still starts where it did, unless there is a new one', () => {
  const png = { mime: 'image/png', bytes: bytes('png') }
  const chapters: PicturedChapter[] = [
    { start: 0, title: 'Same place' },
    { start: 0.4, title: 'Moved' },
  ]
  const pictures = (list: PicturedChapter[]) =>
    chapterFrames(written(fixture('nested.mp3'), { chapters: list }).tag).map(({ about }) =>
      about.flatMap(({ id, data }) => (id === 'APIC' ? Buffer.from(data).toString('latin1').slice(-3) : [])),
    )
  expect(pictures(chapters)).toEqual([['PNG'], []])
  expect(pictures(chapters.map((entry) => ({ ...entry, picture: png })))).toEqual([['png'], ['png']])
})

test.each([255, 256, 600, 66_000])('lists %d chapters, each once and in order', (count) => {
  const chapters = Array.from({ length: count }, (_, start) => ({ start, title: `${start}` }))
  const { tag: read } = written(none, { chapters, duration: count })
  expect(chaptersInTag(read)).toEqual(chapters.map((entry, i) => (i + 1 === count ? { ...entry, end: count } : entry)))
  const tables = read.frames.flatMap(({ id, data }) => (id === 'CTOC' ? [Buffer.from(data).toString('latin1')] : []))
  expect(tables.map((table) => table.includes('TIT2'))).not.toContain(false)
  expect(tables.filter((table) => table[table.indexOf('\0') + 1] === '\x03')).toHaveLength(1)
  expect(tables.length).toBe(count <= 255 ? 1 : count <= 255 * 255 ? 1 + Math.ceil(count / 255) : 262)
})

test.each([
  ['of version 2.2', tag(2, bytes('TT2', [0, 0, 2, 0], 'A'))],
  ['that is damaged', tag(3, bytes('TIT2', [0, 0, 9, 9, 0, 0, 0]))],
])('does not replace a tag %s', (_name, head) => {
  expect(taggedMp3Head(head, episode)).toEqual({ why: expect.any(String) })
})

const titles = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
    fc.constantFrom('🎧 مرحبا بالعالم', '👩‍👩‍👧‍👦', 'Ж'.repeat(200), 'Worms', 'שלום', '\u00ff\u00fe', '\ufffd'),
  )
  .map((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .filter((text) => text !== '')

const lists: fc.Arbitrary<Chapter[]> = fc
  .uniqueArray(
    fc.record(
      {
        startMs: fc.integer({ min: 0, max: 100_000_000 }),
        lasts: fc.integer({ min: 1, max: 10_000_000 }),
        title: titles,
        url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
        toc: fc.constant(false),
      },
      { requiredKeys: ['startMs', 'title'] },
    ),
    { selector: ({ startMs }) => startMs, minLength: 1, maxLength: 20 },
  )
  .map((list) =>
    list
      .sort((one, other) => one.startMs - other.startMs)
      .map(({ startMs, lasts, ...rest }) => ({
        start: startMs / 1000,
        ...(lasts === undefined ? {} : { end: (startMs + lasts) / 1000 }),
        ...rest,
      })),
  )

/** Ends that go without saying are not read back; the last one, which has no next, is. */
function asRead(written: readonly Chapter[], duration: number): Chapter[] {
  // With no table of contents, nothing can be left out of it.
  const isListless = written.every(({ toc }) => toc === false)
  const chapters: readonly Chapter[] = isListless ? written.map(({ toc, ...rest }) => rest) : written
  return chapters.map(({ end, ...rest }, index) => {
    const next = chapters.slice(index + 1).find(({ toc }) => rest.toc === false || toc !== false)
    const stated = end ?? next?.start ?? Math.max(duration, (Math.round(rest.start * 1000) + 1) / 1000)
    return stated === next?.start ? rest : { ...rest, end: stated }
  })
}

test.each(['tone.mp3', 'chapters-v24.mp3', 'nested.mp3'])('reads back the chapters that it writes into %s', (name) => {
  const head = fixture(name)
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 100_000 }), (chapters, duration) => {
      expect(chaptersInTag(written(head, { chapters, duration }).tag)).toEqual(asRead(chapters, duration))
    }),
    { numRuns: 200 },
  )
})

const foreign = fc.array(
  fc.record({
    id: fc.constantFrom('PRIV', 'UFID', 'RVA2', 'POPM', 'MCDI', 'TCON', 'TSSE', 'TXXX', 'WOAF', 'W000', 'XYZ1', 'GEOB'),
    flags: fc.constant(0),
    // First byte 0 or 1: the encodings that both versions have.
    data: fc.uint8Array({ minLength: 1, maxLength: 200 }).map((data) => bytes([(data[0] ?? 0) % 2], data.subarray(1))),
  }),
  { maxLength: 10 },
)

test.each([3, 4] as const)('keeps the frames of others byte for byte, and in order, from 2.%s', (version) => {
  fc.assert(
    fc.property(foreign, lists, (frames, chapters) => {
      const { tag: first } = written(renderTag(version, frames), { chapters, duration: 1000 })
      const kept = first.frames.slice(first.frames.length - frames.length)
      expect(kept.map((frame) => ({ ...frame, data: bytes(frame.data) }))).toEqual(frames)
    }),
  )
})

test('gives the same bytes for the same input, also over its own output', () => {
  fc.assert(
    fc.property(lists, (chapters) => {
      const once = written(fixture('nested.mp3'), { chapters, duration: 9, description: 'é' }).head
      const again = written(fixture('nested.mp3'), { chapters, duration: 9, description: 'é' }).head
      expect(bytes(again)).toEqual(bytes(once))
      expect(bytes(written(once, { chapters, duration: 9, description: 'é' }).head)).toEqual(bytes(once))
    }),
    { numRuns: 50 },
  )
})

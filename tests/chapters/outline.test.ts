import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlineOf, parseOutline } from '../../src/chapters/outline.ts'
import { type MarkdownNode, parseMarkdown } from '../../src/text/markdown.ts'

const settings = {
  labels: [],
  tails: ['\\[auto\\]', '.* by .*'],
  placeAt: () => ({ file: '', line: 1, column: 1, offset: 0 }),
}

/** Counts how often anything of a tree is read. */
function counted(node: MarkdownNode, count: { reads: number }): MarkdownNode {
  return new Proxy(node, {
    get(target, key) {
      count.reads++
      const value: unknown = Reflect.get(target, key, target)
      return key === 'children' ? (value as MarkdownNode[]).map((child) => counted(child, count)) : value
    },
  })
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`

test('reads nothing of notes without a time', () => {
  const text = '# Hello\n\nNo times here, only [links](https://example.com/).\n'
  const count = { reads: 0 }
  expect(parseOutline(counted(parseMarkdown(text), count), text, settings).chapters).toEqual([])
  expect(count.reads).toBe(0)
})

test('passes by blocks that hold no time', () => {
  const outline = '## Chapters\n\n- 00:00 One\n- 05:00 Two\n\n'
  const prose = '> * [A link](https://example.com/) and *many* words\n> * `code`\n\n'
  const readsOf = (text: string): number => {
    const count = { reads: 0 }
    parseOutline(counted(parseMarkdown(text), count), text, settings)
    return count.reads
  }
  const perQuotation = (readsOf(outline + prose.repeat(20)) - readsOf(outline)) / 20
  expect(perQuotation).toBeLessThanOrEqual(2)
})

test('names no place as long as there is nothing to report', () => {
  const text = 'Chapters:\n\n- 00:00 One\n- 05:00 Two\n'
  const placeAt = (): never => {
    throw new Error('asked for a place')
  }
  expect(parseOutline(parseMarkdown(text), text, { ...settings, placeAt }).chapters).toHaveLength(2)
})

test.each([
  ['a list', (n: number) => `- [${clock(n)}](#t=${n}) Title ${n}\n`],
  ['one line', (n: number) => `(${clock(n)}) Title ${n} `],
  ['paragraphs', (n: number) => `${clock(n)} Title ${n}\n\n`],
  ['lines', (n: number) => `${clock(n)} Title ${n}\n`],
])('reads the tree of %s in linear time', (_name, line) => {
  const readsOf = (count: number): number => {
    const text = `Chapters:\n\n${Array.from({ length: count }, (_, n) => line(n)).join('')}`
    const reads = { reads: 0 }
    expect(parseOutline(counted(parseMarkdown(text), reads), text, settings).chapters).toHaveLength(count)
    return reads.reads
  }
  const [once, twice] = [readsOf(400), readsOf(800)]
  expect(twice).toBeLessThanOrEqual(2 * once + 10)
})

/** Each is a megabyte of something that has made a parser slow before. A quadratic one would not end in a day. */
test.each([
  ['times in one line', '(00:10) '],
  ['times without a space', '00:10('],
  ['colons', '1:'],
  ['lines with times', '00:10 a\n'],
  ['links with times', '[00:10](#t=10) '],
  ['brackets', '('],
  ['bullets and dashes', '00:10 - '],
  ['code', '`00:10` '],
  ['pictures', '🎙 00:10 '],
  ['line breaks', '00:10 a<br>'],
  ['white space', '00:10                                        '],
  ['labels', 'Chapters:\n\n00:10 a\n\n'],
  ['tables', '|00:10'],
  ['deep quotations', '> '],
  ['deep lists', '1. + '],
  ['character references', '00:10 &amp; '],
])('ends on a megabyte of %s', (_name, piece) => {
  const text = `a|b\n-|-\n${piece.repeat(Math.ceil(1_000_000 / piece.length))}`
  const outline = outlineOf(text, settings)
  expect(outline.chapters.length).toBeLessThanOrEqual(text.length)
  expect(outline.lines.every(({ offset }) => offset >= 0 && offset < text.length)).toBe(true)
})

const fragments = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    '  \n',
    '\r\n',
    '- ',
    '  - ',
    '* ',
    '1. ',
    '> ',
    '# ',
    '### ',
    '| ',
    '|\n|-|-|\n',
    '---\n',
    '```\n',
    '    ',
    '`',
    '**',
    '_',
    '[',
    '](',
    ')',
    '](#t=',
    '(',
    '@',
    '<',
    '>',
    '<br>',
    '<!--',
    '-->',
    '<p>',
    '</p>',
    '<a href="',
    '&amp;',
    '&#58;',
    ' - ',
    ' – ',
    '-',
    '−',
    ': ',
    ':',
    '：',
    ' | ',
    'Chapters:',
    'Transcript',
    'Outline',
    'at ',
    ' am',
    'https://example.com/',
    '![',
    'Title',
    'en-US-AvaNeural',
    ' 🎙 ',
    '\u00a0',
    '\u200b',
    '\u2028',
    '\u0000',
    '\ud800',
    '[^1]',
    '\\',
    '+',
    '&',
    '"',
  ),
  fc.tuple(fc.nat(130), fc.nat(70)).map(([m, s]) => `${m}:${String(s).padStart(2, '0')}`),
  fc
    .tuple(fc.nat(30), fc.nat(70), fc.nat(70))
    .map(([h, m, s]) => `${h}:${String(m).padStart(2, '0')}:${String(s).padStart(2, '0')}`),
  fc.constantFrom('00:10', '１：０２', '12m30s', '1h2m', '95s', '12\'30"', '10: 32', '00:10.5', '10:3', '00:10–01:20'),
)

test('whatever the notes, chapters are in order, within the audio, and have titles of one line', () => {
  fc.assert(
    fc.property(
      fc.array(fragments, { maxLength: 60 }).map((pieces) => pieces.join('')),
      fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
      (text, duration) => {
        const { chapters, diagnostics, lines } = outlineOf(text, {
          ...settings,
          ...(duration === undefined ? {} : { duration }),
        })
        chapters.forEach(({ start, end, title, url, img }, index) => {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(start).toBeGreaterThan(chapters[index - 1]?.start ?? -1)
          expect(start).toBeLessThan(duration ?? Number.POSITIVE_INFINITY)
          if (end !== undefined) expect(end).toBeGreaterThan(start)
          expect(title).toMatch(/^\S(?:.*\S)?$/u)
          expect(title).not.toMatch(/[\p{Cs}\p{Cc}]/u)
          for (const address of [url, img]) if (address !== undefined) expect(address).toMatch(/^https?:\/\/[^\s]+$/)
        })
        for (const { place } of diagnostics) expect(place?.offset).toBeLessThanOrEqual(text.length)
        expect(lines.filter(({ taken }) => taken)).toHaveLength(chapters.length)
        for (const { offset } of lines) expect(offset).toBeLessThan(text.length)
      },
    ),
    { numRuns: 2000 },
  )
})

test('an outline survives every notation that it can be written in', () => {
  const notations = fc.constantFrom<(time: string, title: string) => string>(
    (time, title) => `- ${time} ${title}\n`,
    (time, title) => `- [@${time}] - ${title}\n`,
    (time, title) => `* **[${time}](#t=${time})** ${title}\n`,
    (time, title) => `(${time}) ${title}\n\n`,
    (time, title) => `${time} – ${title}\n`,
    (time, title) => `1. ${title} (${time})\n`,
    (time, title) => `## ${time} ${title}\n\nSome words.\n\n`,
    (time, title) => `${time}\n\n- ${title}\n\n`,
    (time, title) => `> ${time} | ${title}\n`,
    (time, title) => `${time}\n: ${title}\n\n`,
    (time, title) => `<p>${time} ${title}</p>\n`,
  )
  const titles = fc.array(fc.stringMatching(/^[A-Z][a-z]{2,8}(?: [a-z]{2,8}){0,4}$/), { minLength: 2, maxLength: 20 })
  fc.assert(
    fc.property(
      notations,
      titles,
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 20, maxLength: 20 }),
      (write, names, steps) => {
        let at = 0
        const chapters = names.map((title, index) => {
          at += steps[index] as number
          return { start: at, title }
        })
        const text = `Chapters:\n\n${chapters.map(({ start, title }) => write(clock(start), title)).join('')}`
        expect(outlineOf(text).chapters).toEqual(chapters)
      },
    ),
  )
})

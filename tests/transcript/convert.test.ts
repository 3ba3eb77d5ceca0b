import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cue, Grain, Transcript } from '../../src/model/transcript.ts'
import { captionsOf } from '../../src/transcript/captions.ts'
import { widthOf } from '../../src/transcript/joining.ts'
import { canPrint, printTranscript } from '../../src/transcript/print.ts'
import { readTranscript } from '../../src/transcript/read.ts'
import { isTimed, tidyTranscript } from '../../src/transcript/tidy.ts'
import { anyName, fixture, formatOf, styled, transcripts } from './sample.ts'

const [vtt, srt, json, html, text] = ['vtt', 'srt', 'json', 'html', 'text'].map(formatOf) as [
  ...[ReturnType<typeof formatOf>, ReturnType<typeof formatOf>, ReturnType<typeof formatOf>],
  ...[ReturnType<typeof formatOf>, ReturnType<typeof formatOf>],
]
const read = (written: string, id: string): Transcript => {
  const { value, diagnostics } = readTranscript(written, `t.${id}`, { formatId: id })
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return value.transcript
}
const transcript = (cues: Cue[], grain: Grain = 'caption'): Transcript => ({ grain, cues })
const wordsAt = (line: string, speaker?: string, from = 0): Cue[] =>
  line.split(' ').map((word, index) => ({
    start: from + index * 0.5,
    end: from + index * 0.5 + 0.4,
    ...(speaker === undefined ? {} : { speaker }),
    text: word,
  }))

describe('WebVTT and SRT', () => {
  /** Two people in turn, so that SRT names both of them often enough to be believed. */
  const dialogues = transcripts({ name: anyName, isConsistent: true, overlaps: false }).map(({ cues }) => ({
    grain: 'caption' as const,
    cues: [...cues, ...cues.map(shiftedBy((cues.at(-1) as Cue).end as number))].map(
      ({ endsParagraph: _, speaker: __, ...cue }, index): Cue =>
        cue.text === '' ? cue : { ...cue, speaker: index % 2 === 0 ? 'Ada' : 'Bo Fig' },
    ),
  }))
  const shiftedBy =
    (seconds: number) =>
    (cue: Cue): Cue => ({
      ...cue,
      start: Math.round(((cue.start as number) + seconds) * 1000) / 1000,
      end: Math.round(((cue.end as number) + seconds) * 1000) / 1000,
    })
  const isSpoken = ({ cues }: Transcript): boolean => cues.filter(({ text }) => text !== '').length > 1

  test('go into each other and back without a change', () => {
    fc.assert(
      fc.property(dialogues.filter(isSpoken), (dialogue) => {
        const first = vtt.print?.(dialogue, {}) ?? ''
        const asSrt = srt.print?.(read(first, 'vtt'), {}) ?? ''
        expect(read(asSrt, 'srt')).toEqual(dialogue)
        expect(vtt.print?.(read(asSrt, 'srt'), {})).toBe(first)
        expect(srt.print?.(read(vtt.print?.(read(asSrt, 'srt'), {}) ?? '', 'vtt'), {})).toBe(asSrt)
      }),
      { numRuns: 200 },
    )
  })

  test('WebVTT holds any cues, whoever speaks and however they overlap', () => {
    fc.assert(
      fc.property(transcripts({ name: anyName, isConsistent: false, overlaps: true }), (any) => {
        const cues = any.cues.map(({ endsParagraph: _, ...cue }) => cue)
        expect(read(vtt.print?.({ ...any, cues }, {}) ?? '', 'vtt').cues).toEqual(cues)
      }),
      { numRuns: 300 },
    )
  })

  test('what a podcaster wrote in SRT is the same in WebVTT', () => {
    const written = fixture('editor.srt')
    const inVtt = vtt.print?.(read(written, 'srt'), {}) ?? ''
    expect(inVtt).toBe(
      [
        ...['WEBVTT', '', '00:00:00.000 --> 00:00:04.120', '<v Ada>Welcome to <i>Soil &amp; Seed</i>.'],
        ...['Today we talk about roots.', '', '00:00:04.120 --> 00:00:07.500'],
        ...['<v Bo>They hear? I thought a root', 'was a straw with <b>ambitions</b>.', ''],
        ...['00:00:08.250 --> 00:00:12.000', '<v Ada>Water makes a sound,', 'even inside of a pipe.', ''],
        ...['00:00:12.000 --> 00:00:14.500', '<v Ada>And roots grow towards it.', ''],
        ...['00:00:14.500 --> 00:00:17.001', '<v Bo>Note: my basil listens', 'to the plumbing.', ''],
      ].join('\n'),
    )
    expect(srt.print?.(read(inVtt, 'vtt'), {})).toBe(written)
  })
})

describe('JSON holds', () => {
  test('times, speakers, words and paragraphs of anything', () => {
    fc.assert(
      fc.property(transcripts({ name: anyName, isConsistent: false, overlaps: true }), (any) => {
        const cues = any.cues.map(({ emphases: _, ...cue }) => ({ ...cue, text: cue.text.replaceAll('\n', ' ') }))
        expect(read(json.print?.({ ...any, cues }, {}) ?? '', 'json').cues).toEqual(cues)
      }),
      { numRuns: 300 },
    )
  })
})

describe('HTML and text hold', () => {
  test.each([html, text])('$id: who says what, in paragraphs', (format) => {
    const line = styled.filter(({ text }) => text !== '' && !/^[\d[(]/.test(text) && !text.includes('\n'))
    fc.assert(
      fc.property(transcripts({ name: anyName, isConsistent: true, overlaps: false, text: line }), (any) => {
        // Names that differ from line to line: so each is a paragraph, and half of them and more have a name.
        const cues = any.cues.map(({ text, emphases }, index) => ({
          speaker: index % 2 === 0 ? 'Ada' : 'Bo Fig',
          text,
          ...(emphases === undefined || format.id === 'text' ? {} : { emphases }),
          endsParagraph: true as const,
        }))
        fc.pre(cues.length > 1)
        const again = read(format.print?.(transcript(cues, 'segment'), {}) ?? '', format.id)
        expect(again.cues).toEqual(cues)
      }),
      { numRuns: 300 },
    )
  })
})

describe('words become captions', () => {
  const layout = { rows: 1, columns: 65, hasLabels: false }
  const texts = (cues: Cue[], of = layout): string[] => captionsOf(transcript(cues, 'word'), {}, of).map((c) => c.text)

  test('where the speaker changes', () => {
    const cues = [...wordsAt('My basil too?', 'Bo'), ...wordsAt('Your basil too.', 'Ada', 1.5)]
    expect(captionsOf(transcript(cues, 'word'), {}, layout)).toEqual([
      { start: 0, end: 1.4, speaker: 'Bo', text: 'My basil too?' },
      { start: 1.5, end: 2.9, speaker: 'Ada', text: 'Your basil too.' },
    ])
  })

  test('after a pause of more than a second, and not of less', () => {
    expect(texts([...wordsAt('a b'), ...wordsAt('c d', undefined, 1.85)])).toEqual(['a b c d'])
    expect(texts([...wordsAt('a b'), ...wordsAt('c d', undefined, 1.95)])).toEqual(['a b', 'c d'])
  })

  test('where a sentence ends, if it is no abbreviation', () => {
    expect(texts(wordsAt('As Dr. Fern told us, water makes a sound. Roots listen.'))).toEqual([
      'As Dr. Fern told us, water makes a sound.',
      'Roots listen.',
    ])
  })

  test('where a paragraph ends', () => {
    const [first, ...rest] = wordsAt('Yes. No.')
    expect(texts([{ ...(first as Cue), endsParagraph: true }, ...rest])).toEqual(['Yes.', 'No.'])
  })

  test('with punctuation and the rest of a word close to the word before', () => {
    expect(texts(wordsAt("I don 't , but you do !"))).toEqual(["I don't, but you do!"])
  })

  test('without spaces in scripts that have none', () => {
    expect(texts(wordsAt('你 好 , 世界 OK'))).toEqual(['你好, 世界 OK'])
  })

  test('as a podcaster’s JSON has them', () => {
    const { cues } = read(fixture('words.json'), 'json')
    expect(texts([...cues])).toEqual([
      'Water makes a sound, even inside of a pipe.',
      'Roots listen.',
      'Really.',
      'They do.',
      'My basil too?',
    ])
    expect(srt.print?.(transcript([...cues], 'word'), {})).toContain(
      '\nAda: Water makes a sound, even\ninside of a pipe.\n',
    )
  })
})

const word = fc.oneof(fc.constantFrom('root', 'Water', 'sound.', 'a', '你好', '世界。', 'x'.repeat(40), '<b>', '-'))
const speech = fc.array(
  fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 60 }),
    gapMs: fc.nat(2000),
    lengthMs: fc.integer({ min: 1, max: 60_000 }),
    speaker: fc.constantFrom('Ada', 'Bo', 'A person of a rather long name'),
    isItalic: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
)

describe.each([
  ['vtt', { rows: 1, columns: 65, hasLabels: false }],
  ['srt', { rows: 2, columns: 32, hasLabels: true }],
] as const)('captions for %s', (_id, layout) => {
  const segmentsOf = (
    list: readonly { words: string[]; gapMs: number; lengthMs: number; speaker: string; isItalic: boolean }[],
  ): Cue[] => {
    let atMs = 0
    return list.map(({ words, gapMs, lengthMs, speaker, isItalic }) => {
      const startMs = atMs + gapMs
      atMs = startMs + lengthMs
      const line = words.join(' ')
      return {
        start: startMs / 1000,
        end: atMs / 1000,
        speaker,
        text: line,
        ...(isItalic ? { emphases: [{ from: 0, to: line.length, kind: 'italic' as const }] } : {}),
      }
    })
  }
  const squeeze = (cues: readonly Cue[]): string => cues.map(({ text }) => text.replace(/\s/g, '')).join('')

  test('fit, in order, and leave nothing out, whatever the sentences', () => {
    fc.assert(
      fc.property(speech, (list) => {
        const segments = segmentsOf(list)
        const captions = captionsOf(transcript(segments, 'segment'), {}, layout)
        expect(squeeze(captions)).toBe(squeeze(segments))
        captions.forEach(({ start, end, text, speaker }, index) => {
          const before = captions[index - 1]
          expect(end).toBeGreaterThan(start)
          expect(start).toBeGreaterThanOrEqual(before?.start ?? 0)
          const label = layout.hasLabels && speaker !== before?.speaker ? `${speaker}: ` : ''
          const lines = `${label}${text}`.split('\n')
          const longWord = lines.some((line) => line.split(' ').some((part) => widthOf(part) > layout.columns))
          // A word that no line can hold, or that the name leaves no room for, stays whole.
          if (longWord || widthOf(label) > layout.columns - 10) return
          expect(lines.length).toBeLessThanOrEqual(layout.rows)
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(layout.columns)
        })
        for (const { start, end } of segments) {
          expect(captions.some((caption) => caption.start === start)).toBe(true)
          expect(
            captions.some(
              (caption) => caption.end === end || caption.end === Math.round((start as number) * 1000 + 1) / 1000,
            ),
          ).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('keep what is italic italic', () => {
    const text =
      'Water makes a sound, even inside of a pipe, and roots grow towards it, as far as we can tell from here.'
    const segment = { start: 0, end: 6, text, emphases: [{ from: 21, to: text.length, kind: 'italic' as const }] }
    const captions = captionsOf(transcript([segment], 'segment'), {}, layout)
    const italic = captions.flatMap(({ text, emphases = [] }) => emphases.map(({ from, to }) => text.slice(from, to)))
    expect(italic.join(' ').replaceAll('\n', ' ')).toBe(text.slice(21))
    expect(captions.length).toBeGreaterThan(1)
  })

  test('are kept as they are where somebody laid them out', () => {
    const cue = { start: 0, end: 1, text: 'x '.repeat(99).trim() }
    expect(captionsOf(transcript([cue]), {}, layout)).toEqual([cue])
  })
})

describe('ends that nobody knows', () => {
  const ends = (cues: Cue[], duration?: number): number[] =>
    captionsOf(transcript(cues), { duration }, { rows: 1, columns: 65, hasLabels: false }).map(({ end }) => end)

  test('are where the next one starts', () =>
    expect(
      ends([
        { start: 1, text: 'a' },
        { start: 5, end: 6, text: 'b' },
      ]),
    ).toEqual([5, 6]))
  test('of the last one leave time to read it', () => {
    expect(ends([{ start: 1, text: 'a' }])).toEqual([3])
    expect(ends([{ start: 1, text: 'x'.repeat(100) }])).toEqual([7])
  })
  test('are not after the end of the audio', () => expect(ends([{ start: 1, text: 'a' }], 2.5)).toEqual([2.5]))
  test('are after the start, even if that is after the end of the audio', () =>
    expect(ends([{ start: 4, text: 'a' }], 2.5)).toEqual([6]))
  test('are not before the start', () => {
    expect(
      ends([
        { start: 1, end: 1, text: 'a' },
        { start: 1, end: 0, text: 'b' },
        { start: 4, text: 'c' },
      ]),
    ).toEqual([4, 4, 6])
  })
  test('of words are near, whatever silence comes then', () => {
    const cues = [
      { start: 1, text: 'Water' },
      { start: 60, text: 'makes' },
    ]
    expect(captionsOf(transcript(cues, 'word'), {}, { rows: 1, columns: 65, hasLabels: false })).toMatchObject([
      { start: 1, end: 3 },
      { start: 60, end: 62 },
    ])
  })
})

describe('starts that nobody knows', () => {
  const starts = (cues: Cue[]): number[] =>
    captionsOf(transcript(cues), {}, { rows: 1, columns: 65, hasLabels: false }).map(({ start }) => start)
  const a = 'x'.repeat(9)

  test('lie between their neighbours, by what is said', () =>
    expect(starts([{ start: 10, text: a }, { text: a }, { text: a }, { start: 40, text: a }])).toEqual([
      10, 20, 30, 40,
    ]))
  test('lie behind an end that is known', () =>
    expect(starts([{ start: 10, end: 20, text: a }, { text: a }, { text: a }, { start: 40, text: a }])).toEqual([
      10, 20, 30, 40,
    ]))
  test('begin at the beginning', () => expect(starts([{ text: a }, { start: 10, text: a }])).toEqual([0, 10]))
  test('at the end follow the speed of speech', () =>
    expect(starts([{ start: 10, text: a }, { text: a }])).toEqual([10, 10.54]))
  test('alone are none', () => {
    const untimed = transcript([{ text: 'a' }, { text: 'b' }])
    expect(isTimed(untimed)).toBe(false)
    expect(isTimed(transcript([{ start: 0, text: 'a' }, { text: 'b' }]))).toBe(false)
    for (const format of [vtt, srt, json]) {
      expect(canPrint(format, untimed)).toBe(false)
      expect(printTranscript(format, untimed)).toBeUndefined()
    }
    for (const format of [html, text]) expect(canPrint(format, untimed)).toBe(true)
    expect(canPrint(formatOf('whisper'), transcript([{ start: 1, text: 'a' }]))).toBe(false)
  })
})

describe('SRT', () => {
  const print = (cues: Cue[]): string => srt.print?.(transcript(cues), {}) ?? ''

  test('cuts a cue where the next one starts, and shows those that start together as one', () => {
    expect(
      print([
        { start: 0, end: 5, speaker: 'Ada', text: 'Yes' },
        { start: 2, end: 4, speaker: 'Bo', text: 'No' },
        { start: 2, end: 6, speaker: 'Ada', text: 'But' },
        { start: 5.5, end: 7, speaker: 'Ada', text: 'Well' },
      ]),
    ).toBe(
      '1\n00:00:00,000 --> 00:00:02,000\nAda: Yes\n\n2\n00:00:02,000 --> 00:00:05,500\nBo: No\nAda: But\n\n' +
        '3\n00:00:05,500 --> 00:00:07,000\nWell\n',
    )
  })

  test('sorts', () =>
    expect(
      print([
        { start: 5, end: 6, text: 'b' },
        { start: 0, end: 1, text: 'a' },
      ]),
    ).toMatch(/a\n\n2\n.*\nb\n$/))

  test.each([
    ['AT&T, R&D', 'AT&T, R&D'],
    ['the &amp; sign', 'the &amp;amp; sign'],
    ['1 < 2 > 0, I <3 you', '1 < 2 > 0, I <3 you'],
    ['the <b> tag', 'the &lt;b> tag'],
    ['a --> b', 'a --&gt; b'],
    ['{\\an8}', '&#123;\\an8}'],
  ])('writes %j as %j', (said, written) => {
    const printed = print([{ start: 0, end: 1, text: said }])
    expect(printed.split('\n')[2]).toBe(written)
    expect(read(printed, 'srt').cues[0]?.text).toBe(said)
  })

  test('names somebody who speaks once for long twice, so that the name is believed', () => {
    const cues = ['Ada', 'Ada', 'Bo', 'Bo', 'Bo', 'Ada'].map((speaker, index) => ({
      start: index,
      end: index + 1,
      speaker,
      text: `part ${index}`,
    }))
    const printed = print(cues)
    expect(printed.match(/Bo: part \d/g)).toEqual(['Bo: part 2', 'Bo: part 3'])
    expect(printed.match(/Ada: part \d/g)).toEqual(['Ada: part 0', 'Ada: part 5'])
    expect(read(printed, 'srt').cues).toEqual(cues)
  })
})

test('WebVTT escapes what it must', () => {
  const said = { start: 0, end: 1, speaker: 'A & <B> > C', text: '<v Bo> & --> &lt;' }
  const printed = vtt.print?.(transcript([said]), {}) ?? ''
  expect(printed.split('\n')[3]).toBe('<v A &amp; &lt;B&gt; &gt; C>&lt;v Bo&gt; &amp; --&gt; &amp;lt;')
  expect(read(printed, 'vtt').cues).toEqual([said])
})

test('WebVTT says where a voice ends, if nobody speaks then', () => {
  const cues = [
    { start: 0, end: 1, speaker: 'Ada', text: 'Listen.' },
    { start: 1, end: 2, text: '[rain]' },
    { start: 2, end: 3, speaker: 'Bo', text: 'Ah.' },
  ]
  const printed = vtt.print?.(transcript(cues), {}) ?? ''
  expect(printed).toContain('<v Ada>Listen.</v>\n')
  expect(read(printed, 'vtt').cues).toEqual(cues)
})

describe('pages', () => {
  const cues: Cue[] = [
    { start: 0.9, end: 4, speaker: 'Ada', text: 'Welcome to\nSoil & Seed.' },
    { start: 4, end: 5, speaker: 'Ada', text: 'Today: <roots>.', emphases: [{ from: 7, to: 14, kind: 'bold' }] },
    { start: 3725.9, end: 3730, speaker: 'Bo', text: 'To the rain!', endsParagraph: true },
    { start: 3731, end: 3733, speaker: 'Bo', text: 'Again.' },
  ]

  test('join what one person says', () => {
    expect(html.print?.(transcript(cues), {})).toBe(
      [
        ...[
          '<cite>Ada:</cite>',
          '<time>0:00</time>',
          '<p>Welcome to Soil &amp; Seed. Today: <b>&lt;roots&gt;</b>.</p>',
        ],
        ...['<cite>Bo:</cite>', '<time>1:02:05</time>', '<p>To the rain!</p>'],
        ...['<cite>Bo:</cite>', '<time>1:02:11</time>', '<p>Again.</p>', ''],
      ].join('\n'),
    )
    expect(text.print?.(transcript(cues), {})).toBe(
      'Ada: Welcome to Soil & Seed. Today: <roots>.\n\nBo: To the rain!\n\nBo: Again.\n',
    )
  })

  test('end a long paragraph with its sentence', () => {
    const long = Array.from({ length: 40 }, (_, index) => ({
      start: index,
      end: index + 1,
      text: `Sentence ${index} is here,`,
    }))
    long[30] = { start: 30, end: 31, text: 'and ends.' }
    const paragraphs = (html.print?.(transcript(long), {}) ?? '').match(/<p>.*<\/p>/g) ?? []
    expect(paragraphs).toHaveLength(2)
    expect(paragraphs[0]).toMatch(/and ends\.<\/p>$/)
  })
})

test('what the model has in no order is put in order', () => {
  expect(
    tidyTranscript(
      transcript([
        { start: 5, end: 4, text: ' b\r\n\r\n c ', speaker: ' Ada\n ' },
        { text: 'behind b' },
        { start: -1, end: Number.NaN, text: 'never' },
        { start: 0.0004, end: 2.0006, text: 'a', speaker: ' ' },
      ]),
    ).cues,
  ).toEqual([
    { start: 0, end: 2.001, text: 'a' },
    { start: 5, text: 'b\nc', speaker: 'Ada' },
    { text: 'behind b' },
    { text: 'never' },
  ])
})

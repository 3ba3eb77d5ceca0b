import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cue, Grain, Transcript } from '../../src/model/transcript.ts'
import { captionsOf } from '../../src/transcript/captions.ts'
import { widthOf } from '../../src/transcript/joining.ts'
import { canPrint, printTranscript } from '../../src/transcript/print.ts'
import { isTimed } from '../../src/transcript/tidy.ts'
import { fixture, formatOf, formatsOf, readAs } from './sample.ts'

const [vtt, srt, json, html, text] = formatsOf('vtt', 'srt', 'json', 'html', 'text')
const transcript = (cues: Cue[], grain: Grain = 'caption'): Transcript => ({ grain, cues })
const wordsAt = (line: string, speaker?: string, from = 0): Cue[] =>
  line.split(' ').map((word, index) => ({
    start: from + index * 0.5,
    end: from + index * 0.5 + 0.4,
    ...(speaker === undefined ? {} : { speaker }),
    text: word,
  }))

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
    const { cues } = readAs(fixture('words.json'), 'json')
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
    expect(starts([{ start: 10, end: 34, text: a }, { text: a }, { text: a }, { start: 40, text: a }])).toEqual([
      10, 34, 37, 40,
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

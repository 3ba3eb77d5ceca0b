import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cue, Grain, Transcript } from '../../src/model/transcript.ts'
import { tidyTranscript } from '../../src/transcript/tidy.ts'
import { anyName, dialogues, fixture, formatsOf, readAs, styled, transcripts } from './sample.ts'

const [vtt, srt, json, html, text] = formatsOf('vtt', 'srt', 'json', 'html', 'text')
const transcript = (cues: Cue[], grain: Grain = 'caption'): Transcript => ({ grain, cues })
describe('WebVTT and SRT', () => {
  test('go into each other and back without a change', () => {
    fc.assert(
      fc.property(dialogues, (any) => {
        const dialogue = { ...any, cues: any.cues.map(({ endsParagraph: _, ...cue }) => cue) }
        const first = vtt.print?.(dialogue, {}) ?? ''
        const asSrt = srt.print?.(readAs(first, 'vtt'), {}) ?? ''
        expect(readAs(asSrt, 'srt')).toEqual(dialogue)
        expect(vtt.print?.(readAs(asSrt, 'srt'), {})).toBe(first)
        expect(srt.print?.(readAs(vtt.print?.(readAs(asSrt, 'srt'), {}) ?? '', 'vtt'), {})).toBe(asSrt)
      }),
      { numRuns: 200 },
    )
  })

  test('WebVTT holds any cues, whoever speaks and however they overlap', () => {
    fc.assert(
      fc.property(transcripts({ name: anyName, isConsistent: false, overlaps: true }), (any) => {
        const cues = any.cues.map(({ endsParagraph: _, ...cue }) => cue)
        expect(readAs(vtt.print?.({ ...any, cues }, {}) ?? '', 'vtt').cues).toEqual(cues)
      }),
      { numRuns: 300 },
    )
  })

  test('what a podcaster wrote in SRT is the same in WebVTT', () => {
    const written = fixture('editor.srt')
    const inVtt = vtt.print?.(readAs(written, 'srt'), {}) ?? ''
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
    expect(srt.print?.(readAs(inVtt, 'vtt'), {})).toBe(written)
  })
})

describe('JSON holds', () => {
  test('times, speakers, words and paragraphs of anything', () => {
    fc.assert(
      fc.property(transcripts({ name: anyName, isConsistent: false, overlaps: true }), (any) => {
        const cues = any.cues.map(({ emphases: _, ...cue }) => ({ ...cue, text: cue.text.replaceAll('\n', ' ') }))
        expect(readAs(json.print?.({ ...any, cues }, {}) ?? '', 'json').cues).toEqual(cues)
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
        const again = readAs(format.print?.(transcript(cues, 'segment'), {}) ?? '', format.id)
        expect(again.cues).toEqual(cues)
      }),
      { numRuns: 300 },
    )
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
    expect(readAs(printed, 'srt').cues[0]?.text).toBe(said)
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
    expect(readAs(printed, 'srt').cues).toEqual(cues)
  })
})

test('WebVTT escapes what it must', () => {
  const said = { start: 0, end: 1, speaker: 'A & <B> > C', text: '<v Bo> & --> &lt;' }
  const printed = vtt.print?.(transcript([said]), {}) ?? ''
  expect(printed.split('\n')[3]).toBe('<v A &amp; &lt;B&gt; &gt; C>&lt;v Bo&gt; &amp; --&gt; &amp;lt;')
  expect(readAs(printed, 'vtt').cues).toEqual([said])
})

test('WebVTT says where a voice ends, if nobody speaks then', () => {
  const cues = [
    { start: 0, end: 1, speaker: 'Ada', text: 'Listen.' },
    { start: 1, end: 2, text: '[rain]' },
    { start: 2, end: 3, speaker: 'Bo', text: 'Ah.' },
  ]
  const printed = vtt.print?.(transcript(cues), {}) ?? ''
  expect(printed).toContain('<v Ada>Listen.</v>\n')
  expect(readAs(printed, 'vtt').cues).toEqual(cues)
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

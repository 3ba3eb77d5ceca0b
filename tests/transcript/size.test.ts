import { describe, expect, test } from 'vitest'
import type { Transcript } from '../../src/model/transcript.ts'
import type { TranscriptFormat } from '../../src/model/transcript-format.ts'
import { transcriptFormats } from '../../src/transcript/formats/index.ts'
import { lossesOf } from '../../src/transcript/losses.ts'
import { readTranscript } from '../../src/transcript/read.ts'
import { fixture, full, readOnlyDocuments } from './sample.ts'

// What grows with the square of the input takes minutes here, or hours: these tests then run out of time.
const size = 1 << 17
const parts = [
  ...['a', ' ', '\n', '\r', '\\', '<', '<a>', '<b>', '</b>', '<b ', '<i><b>', '<v A>', '<v A', '<!--', '<p>', '</p>'],
  ...['<time>', '<cite>', '<div>', '<br>', '<title>', '<h1>', '&', '&#1;', '&amp', '-->', ' --> ', '{\\', '{\\}', '['],
  ...[
    '"',
    '{"a":',
    '{"segments":[',
    '[0,',
    'Ada: ',
    'Ada: a\n',
    'A ',
    'A: ',
    '1\n',
    '0:00 ',
    '[0:00] ',
    '**',
    '__a__ ',
  ],
  ...['00:00:00.000 --> 00:00:01.000\n', '00:00:00.000 --> 00:00:01.000\n\n', '00:00:01,000 --> 00:00:00,000\na\n\n'],
  ...['NOTE\n\n', 'STYLE\n', 'x\n\n', '00:00 -->\n\n', 'a.\n', '你', '\u00a0', '\u2028', '---\n', ': ', '<laughs> '],
]

describe.each(transcriptFormats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const document = format.print?.(full, {}) ?? fixture(readOnlyDocuments[id] as string)

  test('reads much of anything', () => {
    for (const part of parts) {
      const many = part.repeat(size / part.length)
      for (const text of [many, document.slice(0, -20) + many]) {
        format.detects(text)
        const { diagnostics } = readTranscript(text, `t.${format.extension}`, { formatId: id, duration: 9, people: 2 })
        expect(diagnostics.length).toBeLessThan(70)
      }
    }
  }, 120_000)

  test('reads megabytes of the hardest', () => {
    for (const part of ['a', ' ', '\n', '<', '&', '{"a":', '1\n', '<b>', '[0,'])
      expect(format.parse(part.repeat((2 << 20) / part.length), 't').diagnostics.length).toBeLessThan(70)
  }, 120_000)
})

const line = 'Water makes a sound, even inside of a pipe'
const many: Transcript = {
  grain: 'caption',
  cues: Array.from({ length: 20_000 }, (_, index) => ({
    start: index,
    end: index + 0.9,
    speaker: index % 3 === 0 ? 'Ada' : 'Bo',
    text: `${line}, ${index}.`,
    emphases: [{ from: 0, to: 5, kind: 'bold' }],
  })),
}

test.each(['vtt', 'srt', 'json', 'html', 'text'])('%s holds an audiobook', (id) => {
  const format = transcriptFormats.find((one) => one.id === id)
  if (format?.print === undefined) throw new Error(id)
  const losses = lossesOf(format, many)
  expect(losses.get('text')).toBeUndefined()
  expect(losses.get('speaker')).toBeUndefined()
  const { value } = readTranscript(format.print(many, {}), 't', { formatId: id })
  if (id === 'vtt' || id === 'srt') expect(value?.transcript).toEqual(many)
})

test.each(['segment', 'word'] as const)(
  'a long %s becomes captions',
  (grain) => {
    const length = 1 << 18
    const emphases = Array.from({ length: 1000 }, (_, at) => ({ from: at * 3, to: at * 3 + 1, kind: 'bold' as const }))
    const texts = [
      `${line} `.repeat(length / line.length),
      'x'.repeat(length),
      '你'.repeat(length),
      'x \u00a0'.repeat(length / 3),
    ]
    for (const text of texts)
      for (const id of ['vtt', 'srt']) {
        const format = transcriptFormats.find((one) => one.id === id) as TranscriptFormat
        const cues = [
          { start: 0, end: 3600, text, emphases },
          { start: 3600, end: 3601, text: 'then' },
          { start: 3602, end: 3603, text: 'x' },
        ]
        const printed = format.print?.({ grain, cues }, {}) ?? ''
        const said = format
          .parse(printed, 't')
          .value?.transcript.cues.map((cue) => cue.text.replace(/\s/g, ''))
          .join('')
        expect(said === `${text.replace(/\s/g, '')}thenx`).toBe(true)
      }
  },
  120_000,
)

test('a hundred thousand cues that start together are one in SRT', () => {
  const cues = Array.from({ length: 100_000 }, () => ({ start: 0, end: 1, text: 'a' }))
  const srt = transcriptFormats.find(({ id }) => id === 'srt')
  expect(srt?.print?.({ grain: 'caption', cues }, {}).match(/-->/g)).toHaveLength(1)
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Cue, Emphasis, Transcript } from '../../src/model/transcript.ts'
import { emphasisKinds } from '../../src/model/transcript.ts'
import type { TranscriptFormat } from '../../src/model/transcript-format.ts'
import { styledText } from '../../src/transcript/cue-text.ts'
import { transcriptFormats } from '../../src/transcript/formats/index.ts'
import { readTranscript } from '../../src/transcript/read.ts'
import { tidyTranscript } from '../../src/transcript/tidy.ts'

export const fixture = (name: string): string => readFileSync(`tests/fixtures/transcripts/${name}`, 'utf8')

export const formatOf = (id: string): TranscriptFormat => {
  const format = transcriptFormats.find((one) => one.id === id)
  if (format === undefined) throw new Error(`no format ${id}`)
  return format
}

export const formatsOf = <Ids extends string[]>(...ids: Ids): { [Key in keyof Ids]: TranscriptFormat } =>
  ids.map(formatOf) as { [Key in keyof Ids]: TranscriptFormat }

/** Reads what must be readable. */
export function readAs(written: string, id: string): Transcript {
  const { value, diagnostics } = readTranscript(written, `t.${id}`, { formatId: id })
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return value.transcript
}

/** A document of each format that is only read. */
export const readOnlyDocuments: Readonly<Record<string, string>> = {
  whisper: 'whisper.json',
  'whisper-cpp': 'whisper-cpp.json',
  deepgram: 'deepgram.json',
  assemblyai: 'assemblyai.json',
  youtube: 'captions.json3',
}

/** Everything that a transcript can have. */
export const full: Transcript = {
  grain: 'caption',
  cues: [
    {
      start: 0,
      end: 4.12,
      speaker: 'Ada',
      text: 'Welcome to Soil & Seed.\nToday we talk about roots.',
      emphases: [{ from: 11, to: 22, kind: 'italic' }],
    },
    { start: 4.12, end: 7.5, speaker: 'Bo', text: 'They hear <nothing>, or do they?', endsParagraph: true },
    { start: 8, end: 12, speaker: 'Ada', text: 'Water makes a sound, even inside of a pipe.' },
    { start: 3723.004, end: 3725, speaker: 'Bo', text: 'To the rain!' },
  ],
}

/** What formats have a meaning for, and what people and machines write without meaning it. */
export const hostile = [
  ...['\n', '\r\n', '\n\n', '\t', ' ', '<', '>', '<i>', '</i>', '<b', '<v Ada>', '<laughs>', '<3', '<br>', '<font x>'],
  ...['<00:00:01.000>', '</p>', '<p>', '<!--', '<script>', '&', '&amp;', '&lt;', '&#60;', '&nbsp;', '&foo;', '-->'],
  ...['00:00:01.000 --> 00:00:02.000', '1', '42', 'NOTE', 'WEBVTT', 'STYLE', '{\\an8}', '{', '"', "'", '\\', ']]>'],
]
const odd = ['🌻', '👩‍👩‍👧', 'שלום', '\u202e', '\ud800', '\u2028', '\u0000', '\u00a0', '你好。', 'Ünï', '…', '. ', ', ']

const words = fc
  .array(fc.oneof(fc.constantFrom(...hostile, ...odd, ' ', 'root', 'Seed.'), fc.string({ unit: 'grapheme' })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

const emphasesOf = (text: string): fc.Arbitrary<Emphasis[]> =>
  fc.array(
    fc.record({
      from: fc.nat(text.length),
      to: fc.nat(text.length),
      kind: fc.constantFrom(...emphasisKinds),
    }),
    { maxLength: 4 },
  )

/** Text in the model's form, with no label or time of its own at the start of a line. */
export const styled = words
  .chain((text) => emphasesOf(text).map((emphases) => styledText({ text, emphases })))
  .filter(({ text }) => !/[:：]/.test(text))

export const anyName = fc.constantFrom(
  'Ada',
  'Bo',
  'Ada Fern',
  'ada & <bo>',
  'Dr. O’Fig',
  '你好',
  'DJ: Seed',
  'speaker one',
)
/** Names that are believed where they stand before the words. */
export const plainName = fc.constantFrom('Ada', 'Bo Fig', 'Dr. O’Fern', 'SPEAKER_01', '你好')

export interface CueOptions {
  readonly name: fc.Arbitrary<string>
  /** Every cue has a speaker, or none has. */
  readonly isConsistent: boolean
  readonly overlaps: boolean
  readonly text?: typeof styled
}

/** Transcripts in the model's form. */
export const transcripts = ({ name, isConsistent, overlaps, text = styled }: CueOptions): fc.Arbitrary<Transcript> => {
  const cue = fc.record({
    gapMs: fc.oneof(fc.constant(0), fc.nat(5000)),
    lengthMs: fc.integer({ min: 1, max: 9000 }),
    speaker: name,
    hasSpeaker: fc.boolean(),
    styled: text,
    endsParagraph: fc.boolean(),
  })
  return fc.tuple(fc.boolean(), fc.array(cue, { minLength: 1, maxLength: 8 })).map(([haveSpeakers, list]) => {
    let atMs = 0
    const cues = list.map(
      ({ gapMs, lengthMs, speaker, hasSpeaker, styled: { text, emphases }, endsParagraph }): Cue => {
        const startMs = atMs + gapMs
        atMs = overlaps ? startMs : startMs + lengthMs
        const isSpoken = text !== '' && (isConsistent ? haveSpeakers : hasSpeaker)
        return {
          start: startMs / 1000,
          end: (startMs + lengthMs) / 1000,
          ...(isSpoken ? { speaker } : {}),
          text,
          ...(emphases.length === 0 ? {} : { emphases }),
          ...(endsParagraph ? { endsParagraph } : {}),
        }
      },
    )
    return tidyTranscript({ grain: 'caption', cues })
  })
}

/** Two people, each named often enough in SRT and text to be believed; or nobody is named. */
export const dialogues: fc.Arbitrary<Transcript> = fc
  .tuple(fc.boolean(), transcripts({ name: plainName, isConsistent: true, overlaps: false }))
  .map(([haveSpeakers, { grain, cues }]) => {
    const last = cues.at(-1)?.end ?? 0
    const tail: Cue[] = ['Well,', 'now', 'to the', 'rain!'].map(
      (text, index): Cue => ({
        start: Math.ceil(last) + index,
        end: Math.ceil(last) + index + 0.5,
        text,
      }),
    )
    const speakerOf = ({ text }: Cue, index: number): string =>
      (index < cues.length ? text.length : index) % 2 === 0 ? 'Ada' : 'Bo Fig'
    const spoken = [...cues, ...tail].map(
      ({ speaker: _, ...cue }, index): Cue =>
        haveSpeakers && cue.text !== '' ? { ...cue, speaker: speakerOf(cue, index) } : cue,
    )
    return tidyTranscript({ grain, cues: spoken })
  })

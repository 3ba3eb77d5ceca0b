import type { z } from 'zod'
import type { TranscriptFormat } from '../../model/transcript-format.ts'
import { group, list, readJson, seconds, speaker, text } from '../json-source.ts'
import { TranscriptReader } from '../transcript-reader.ts'
import { addPieces, type Piece, speakerOf } from '../words.ts'

const word = group({ word: text, punctuated_word: text.nullish(), start: seconds, end: seconds, speaker })
const paragraphs = group({ paragraphs: list(group({ end: seconds })) })
const alternative = group({ words: list(word).optional(), paragraphs: paragraphs.nullish() })
const channel = group({ alternatives: list(alternative), detected_language: text.nullish() })
const utterance = group({ transcript: text, start: seconds, end: seconds, speaker, channel: speaker })
const document = group({
  results: group({ channels: list(channel).optional(), utterances: list(utterance).nullish() }),
})

type Path = (string | number)[]
type OffsetOf = (path: Path) => number

/** The words of one channel, the last of each paragraph marked. */
function wordsOf(
  { words = [], paragraphs }: z.infer<typeof alternative>,
  path: Path,
  offsetOf: OffsetOf,
  voice: string | undefined,
): Piece[] {
  const ends = new Set(paragraphs?.paragraphs.map(({ end }) => end))
  return words.map((one, index) => ({
    text: one.punctuated_word ?? one.word,
    start: one.start,
    end: one.end,
    speaker: speakerOf(one.speaker) ?? voice,
    endsParagraph: ends.has(one.end),
    offsetOf: (part) => offsetOf([...path, 'words', index, part === 'text' ? 'word' : part]),
  }))
}

type Results = z.infer<typeof document>['results']

/** Channels are recorded one for each person; their words are told in the order of time. */
function channelPieces({ channels = [] }: Results, offsetOf: OffsetOf): Piece[] {
  const pieces = channels.flatMap(({ alternatives }, index) => {
    const [best] = alternatives
    const path = ['results', 'channels', index, 'alternatives', 0]
    return best === undefined ? [] : wordsOf(best, path, offsetOf, channels.length > 1 ? speakerOf(index) : undefined)
  })
  return channels.length > 1 ? pieces.sort((a, b) => (a.start ?? 0) - (b.start ?? 0)) : pieces
}

const utterancePieces = ({ utterances }: Results, offsetOf: OffsetOf): Piece[] =>
  (utterances ?? []).map((one, index) => ({
    text: one.transcript,
    start: one.start,
    end: one.end,
    speaker: speakerOf(one.speaker),
    offsetOf: (part) => offsetOf(['results', 'utterances', index, part === 'text' ? 'transcript' : part]),
  }))

/** What Deepgram answers. */
export const deepgram: TranscriptFormat = {
  id: 'deepgram',
  name: 'Deepgram JSON',
  extension: 'json',
  isTimed: true,
  detects: (text) =>
    /^\s*\{/.test(text) && /"results"\s*:\s*\{/.test(text) && /"(?:channels|utterances)"\s*:\s*\[/.test(text),
  parse: (text, file) => {
    const reader = new TranscriptReader(text, file)
    const source = readJson(reader, () => document)
    if (source === undefined) return reader.finish({ grain: 'word' })
    const { results } = source.data
    const language = results.channels?.[0]?.detected_language ?? undefined
    const words = channelPieces(results, source.offsetOf)
    addPieces(reader, words.length > 0 ? words : utterancePieces(results, source.offsetOf))
    return reader.finish({ grain: words.length > 0 ? 'word' : 'segment', language })
  },
}

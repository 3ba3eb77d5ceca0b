import { z } from 'zod'
import type { TranscriptFormat } from '../../model/transcript-format.ts'
import { group, list, readJson, seconds, speaker, text } from '../json-source.ts'
import { TranscriptReader } from '../transcript-reader.ts'
import { addPieces, gluedWords, grainOf, type Piece, speakerOf } from '../words.ts'

/** Descendants of Whisper write `text` where it writes `word`. */
const word = group({ word: text.optional(), text: text.optional(), start: seconds, end: seconds, speaker })
const segment = group({ start: seconds, end: seconds, text, speaker, words: list(word).nullish() })
const document = group({
  language: z.unknown().optional(),
  segments: list(segment).optional(),
  // With nothing else, where the service is asked for words alone.
  words: list(word).optional(),
}).refine(({ segments, words }) => segments !== undefined || words !== undefined)
const bareList = list(segment).transform((segments) => ({ language: undefined, segments, words: undefined }))

type Word = z.infer<typeof word>
type Segment = z.infer<typeof segment>
type OffsetOf = (path: (string | number)[]) => number

const wordPiece = (one: Word, path: (string | number)[], offsetOf: OffsetOf, voice = one.speaker): Piece => ({
  text: one.word ?? one.text ?? '',
  start: one.start,
  end: one.end,
  speaker: speakerOf(one.speaker ?? voice),
  offsetOf: (part) => offsetOf([...path, part]),
})

/** The words of all segments, if all have them; else the segments. */
function piecesOf(segments: readonly Segment[], path: (string | number)[], offsetOf: OffsetOf): Piece[] {
  const haveWords = segments.every(({ words, text }) => (words ?? []).length > 0 || text.trim() === '')
  return segments.flatMap((one, index) => {
    const here = [...path, index]
    const { text, start, end, speaker, words } = one
    if (haveWords) return (words ?? []).map((each, at) => wordPiece(each, [...here, 'words', at], offsetOf, speaker))
    return [{ text, start, end, speaker: speakerOf(speaker), offsetOf: (part) => offsetOf([...here, part]) }]
  })
}

/** What OpenAI’s Whisper writes, and tools built on it. */
export const whisper: TranscriptFormat = {
  id: 'whisper',
  name: 'Whisper JSON',
  extension: 'json',
  isTimed: true,
  detects: (text) =>
    /^\s*[[{]/.test(text) &&
    !/"startTime"\s*:/.test(text) &&
    /"start"\s*:/.test(text) &&
    (/"segments"\s*:\s*\[\s*\{/.test(text) ||
      /^\s*\[\s*\{/.test(text) ||
      (/"word"\s*:/.test(text) && !/"(?:results|utterances)"\s*:/.test(text))),
  parse: (text, file) => {
    const reader = new TranscriptReader(text, file)
    const source = readJson(reader, (isList) => (isList ? bareList : document))
    if (source === undefined) return reader.finish({ grain: 'segment' })
    const { data, offsetOf } = source
    const isList = reader.text.trimStart().startsWith('[')
    const pieces =
      data.segments === undefined
        ? (data.words ?? []).map((one, index) => wordPiece(one, ['words', index], offsetOf))
        : piecesOf(data.segments, isList ? [] : ['segments'], offsetOf)
    const grain = grainOf(pieces.map((piece) => piece.text))
    addPieces(reader, grain === 'word' ? gluedWords(pieces) : pieces)
    return reader.finish({ grain, language: typeof data.language === 'string' ? data.language : undefined })
  },
}

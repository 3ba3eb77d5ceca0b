import type { z } from 'zod'
import type { TranscriptFormat } from '../../model/transcript-format.ts'
import { group, list, milliseconds, readJson, speaker, text } from '../json-source.ts'
import { TranscriptReader } from '../transcript-reader.ts'
import { addPieces, type Piece, speakerOf } from '../words.ts'

const word = group({ text, start: milliseconds, end: milliseconds, speaker })
const utterance = group({
  text,
  start: milliseconds,
  end: milliseconds,
  speaker,
  words: list(word).nullish(),
})
const document = group({
  language_code: text.nullish(),
  words: list(word).nullish(),
  utterances: list(utterance).nullish(),
}).refine(({ words, utterances }) => Boolean(words ?? utterances))

type Path = (string | number)[]
type OffsetOf = (path: Path) => number

const pieceOf = ({ text, start, end, speaker }: z.infer<typeof word>, path: Path, offsetOf: OffsetOf): Piece => ({
  text,
  start,
  end,
  speaker: speakerOf(speaker),
  offsetOf: (part) => offsetOf([...path, part]),
})

/** An utterance is a turn: its words, the last of which ends a paragraph. */
function utteranceWords(one: z.infer<typeof utterance>, path: Path, offsetOf: OffsetOf): Piece[] {
  const words = one.words ?? []
  return words.map((each, index) => ({
    ...pieceOf({ ...each, speaker: each.speaker ?? one.speaker }, [...path, 'words', index], offsetOf),
    endsParagraph: index === words.length - 1,
  }))
}

/** What AssemblyAI answers: times in milliseconds. */
export const assemblyai: TranscriptFormat = {
  id: 'assemblyai',
  name: 'AssemblyAI JSON',
  extension: 'json',
  isTimed: true,
  detects: (text) =>
    /^\s*\{/.test(text) &&
    !/"(?:results|segments|events|transcription)"\s*:/.test(text) &&
    /"(?:utterances|words)"\s*:\s*\[/.test(text) &&
    !/"word"\s*:/.test(text),
  parse: (text, file) => {
    const reader = new TranscriptReader(text, file)
    const source = readJson(reader, () => document)
    if (source === undefined) return reader.finish({ grain: 'word' })
    const { data, offsetOf } = source
    const utterances = data.utterances ?? []
    const hasWords = utterances.every(({ words }) => (words ?? []).length > 0)
    const pieces =
      utterances.length === 0
        ? (data.words ?? []).map((one, index) => pieceOf(one, ['words', index], offsetOf))
        : utterances.flatMap((one, index) => {
            const path = ['utterances', index]
            return hasWords ? utteranceWords(one, path, offsetOf) : [pieceOf(one, path, offsetOf)]
          })
    addPieces(reader, pieces)
    const language = data.language_code?.replace('_', '-')
    return reader.finish({ grain: hasWords ? 'word' : 'segment', language })
  },
}

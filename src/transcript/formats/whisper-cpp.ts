import { z } from 'zod'
import type { TranscriptFormat } from '../../model/transcript-format.ts'
import { group, list, milliseconds, readJson, speaker, text } from '../json-source.ts'
import { TranscriptReader } from '../transcript-reader.ts'
import { addPieces, gluedWords, grainOf, type Piece, speakerOf } from '../words.ts'

const document = group({
  result: z.unknown().optional(),
  transcription: list(group({ offsets: group({ from: milliseconds, to: milliseconds }), text, speaker })),
})
const result = z.object({ language: z.string() })

/** Of two channels, `?` is where the tool cannot tell which one is louder. */
const unknown = '?'

/** What whisper.cpp writes with `--output-json`. */
export const whisperCpp: TranscriptFormat = {
  id: 'whisper-cpp',
  name: 'whisper.cpp JSON',
  extension: 'json',
  isTimed: true,
  detects: (text) => /^\s*\{/.test(text) && /"transcription"\s*:\s*\[/.test(text) && /"offsets"\s*:/.test(text),
  parse: (text, file) => {
    const reader = new TranscriptReader(text, file)
    const source = readJson(reader, () => document)
    if (source === undefined) return reader.finish({ grain: 'segment' })
    const { data, offsetOf } = source
    const pieces = data.transcription.map(({ text, offsets, speaker }, index): Piece => {
      const path = ['transcription', index]
      const paths = { start: ['offsets', 'from'], end: ['offsets', 'to'], text: ['text'] }
      return {
        text,
        start: offsets.from,
        end: offsets.to,
        speaker: speaker === unknown ? undefined : speakerOf(speaker),
        offsetOf: (part) => offsetOf([...path, ...paths[part]]),
      }
    })
    const grain = grainOf(pieces.map((piece) => piece.text))
    addPieces(reader, grain === 'word' ? gluedWords(pieces) : pieces)
    return reader.finish({ grain, language: result.safeParse(data.result).data?.language })
  },
}

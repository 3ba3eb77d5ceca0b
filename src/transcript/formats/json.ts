import { z } from 'zod'
import type { Cue, Transcript } from '../../model/transcript.ts'
import type { TranscriptFacts, TranscriptFormat } from '../../model/transcript-format.ts'
import { speakerName } from '../cue-text.ts'
import { group, list, readJson, seconds, speaker, text } from '../json-source.ts'
import { isTimed, tidyTranscript } from '../tidy.ts'
import { startsOf } from '../timed.ts'
import { TranscriptReader } from '../transcript-reader.ts'
import { addPieces, gluedWords, grainOf, type Piece } from '../words.ts'

/** @see spec/transcripts.md §2 JSON */
const version = '1.0.0'

const segment = group({ speaker, startTime: seconds, endTime: seconds, body: text.nullish() })
const document = group({ version: z.unknown().optional(), segments: list(segment) })
/** Some tools write the list alone. */
const bareList = list(segment).transform((segments) => ({ version: undefined, segments }))

/** A line break in a body ends a paragraph. */
function piecesOf(
  { body, startTime, endTime, speaker }: z.infer<typeof segment>,
  offsetOf: Piece['offsetOf'],
): Piece[] {
  const written = body ?? ''
  const parts = written.split('\n').filter((part) => part.trim() !== '')
  const texts = parts.length === 0 ? [''] : parts
  return texts.map((part, index) => {
    const isLast = index === texts.length - 1
    return {
      text: part,
      start: index === 0 ? startTime : undefined,
      end: isLast ? endTime : undefined,
      speaker: speaker === undefined || speaker === null ? undefined : speakerName(String(speaker)),
      endsParagraph: part !== '' && (!isLast || /\n\s*$/.test(written.slice(-16))),
      offsetOf,
    }
  })
}

function toSegment(cue: Cue, startTime: number): object {
  const { speaker, end: endTime, text, endsParagraph } = cue
  const body = text.replaceAll('\n', ' ') + (endsParagraph === true ? '\n' : '')
  return {
    ...(speaker === undefined ? {} : { speaker }),
    startTime,
    ...(endTime === undefined ? {} : { endTime }),
    body,
  }
}

/** A segment on each line: a transcript of words has thousands. */
function print(transcript: Transcript, facts: TranscriptFacts): string {
  const tidy = tidyTranscript(transcript)
  const cues = isTimed(tidy) ? tidy.cues : []
  const starts = startsOf(cues, facts)
  const segments = cues.map((cue, index) => `    ${JSON.stringify(toSegment(cue, starts[index] as number))}`)
  const written = segments.length === 0 ? '' : `\n${segments.join(',\n')}\n  `
  return `{\n  "version": ${JSON.stringify(version)},\n  "segments": [${written}]\n}\n`
}

/** The podcast namespace’s JSON transcripts. @see spec/transcripts.md §2 JSON */
export const json: TranscriptFormat = {
  id: 'json',
  name: 'podcast JSON',
  extension: 'json',
  type: 'application/json',
  isTimed: true,
  print,
  detects: (text) =>
    /^\s*[[{]/.test(text) && (/"startTime"\s*:/.test(text) || /^\s*\{[^{}[\]]*"segments"\s*:\s*\[\s*\]/.test(text)),
  parse: (text, file) => {
    const reader = new TranscriptReader(text, file)
    const source = readJson(reader, (isList) => (isList ? bareList : document))
    if (source === undefined) return reader.finish({ grain: 'segment' })
    const { data, offsetOf } = source
    const isList = reader.text.trimStart().startsWith('[')
    if (typeof data.version !== 'string') reader.note('transcript/no-version', {}, offsetOf(['version']))
    const pieces = data.segments.flatMap((one, index) => {
      const path = isList ? [index] : ['segments', index]
      if (typeof one.startTime !== 'number') reader.note('transcript/no-start', {}, offsetOf(path))
      const keys = { start: 'startTime', end: 'endTime', text: 'body' }
      return piecesOf(one, (part) => offsetOf([...path, keys[part]]))
    })
    const grain = grainOf(pieces.map((piece) => piece.text))
    addPieces(reader, grain === 'word' ? gluedWords(pieces) : pieces)
    return reader.finish({ grain })
  },
}

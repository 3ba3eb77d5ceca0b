/** Transcripts in any format that is known. Pure. */

import { type Diagnostic, type Outcome, outcome, sortDiagnostics } from '../model/diagnostic.ts'
import type { Transcript } from '../model/transcript.ts'
import type { Omission, TranscriptFormat } from '../model/transcript-format.ts'
import { extensionOf } from '../text/media-type.ts'
import { checkTranscript, type EpisodeKnowledge } from './check.ts'
import { Findings } from './findings.ts'
import { transcriptFormats } from './formats/index.ts'
import { tidyTranscript } from './tidy.ts'
import { plainLineEnds } from './transcript-reader.ts'

export interface ReadTranscript {
  readonly format: TranscriptFormat
  readonly transcript: Transcript
  /** What of the document is not in the transcript, and how often. */
  readonly omitted: ReadonlyMap<Omission, number>
}

const hasExtension = (format: TranscriptFormat, extension: string): boolean =>
  format.extension === extension || format.otherExtensions?.includes(extension) === true

const formatNamed = (file: string): TranscriptFormat | undefined => {
  const extension = extensionOf(file)
  return transcriptFormats.find((format) => hasExtension(format, extension))
}

/**
 * The format that a text is in: told by its content, and where that does not tell, by the file's name. A .vtt that
 * looks like SRT has lost its header: apps will read it as WebVTT, or not at all.
 */
export function detectTranscriptFormat(text: string, file: string): TranscriptFormat | undefined {
  const plain = plainLineEnds(text)
  const named = formatNamed(file)
  const found = transcriptFormats.find((format) => format.detects(plain))
  if (found?.id === 'srt' && named?.id === 'vtt') return named
  return found ?? named
}

export interface ReadOptions extends EpisodeKnowledge {
  /** If it is known; else content and name tell. */
  readonly formatId?: string | undefined
}

const start = (file: string) => ({ file, line: 1, column: 1, offset: 0 })

/** Whether the name promises another format, by which apps would be told a wrong type. */
function nameFindings(file: string, format: TranscriptFormat): Diagnostic[] {
  const findings = new Findings()
  const named = formatNamed(file)
  if (named !== undefined && !hasExtension(format, extensionOf(file))) {
    const facts = { named: extensionOf(file), found: format.name }
    findings.note('transcript/other-format', facts, () => start(file))
  }
  return findings.diagnostics()
}

function unknownFormat(file: string): Outcome<ReadTranscript> {
  const findings = new Findings()
  const known = transcriptFormats.map(({ name }) => name).join(', ')
  findings.error('transcript/unknown-format', { known }, start(file))
  return { value: undefined, diagnostics: findings.diagnostics() }
}

/**
 * Reads and checks a transcript.
 * @param text with any line ends and with or without a byte order mark; offsets count in the text with line feeds
 * @param file its path, for places, and for its extension
 */
export function readTranscript(text: string, file: string, options: ReadOptions = {}): Outcome<ReadTranscript> {
  const { formatId } = options
  const format =
    formatId === undefined
      ? detectTranscriptFormat(text, file)
      : transcriptFormats.find((candidate) => candidate.id === formatId)
  if (format === undefined) return unknownFormat(file)
  const { value, diagnostics } = format.parse(text, file)
  const checked = value === undefined ? [] : checkTranscript(value, format, options)
  const named = formatId === undefined ? nameFindings(file, format) : []
  const all = sortDiagnostics([...named, ...diagnostics, ...checked])
  if (value === undefined) return { value, diagnostics: all }
  return outcome({ format, transcript: tidyTranscript(value.transcript), omitted: value.omitted }, all)
}

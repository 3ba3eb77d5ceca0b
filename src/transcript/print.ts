/** Transcripts as documents. Pure. */

import type { Transcript } from '../model/transcript.ts'
import type { TranscriptFacts, TranscriptFormat } from '../model/transcript-format.ts'
import { isTimed } from './tidy.ts'

/** Whether the format can say anything of it: some are only read, and some want times. */
export const canPrint = (format: TranscriptFormat, transcript: Transcript): boolean =>
  format.print !== undefined && (!format.isTimed || isTimed(transcript))

/** The whole document, ending with a line feed; undefined where {@link canPrint} is false. */
export const printTranscript = (
  format: TranscriptFormat,
  transcript: Transcript,
  facts: TranscriptFacts = {},
): string | undefined => (canPrint(format, transcript) ? format.print?.(transcript, facts) : undefined)

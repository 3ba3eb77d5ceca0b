import type { TranscriptFormat } from '../../model/transcript-format.ts'
import { assemblyai } from './assemblyai.ts'
import { deepgram } from './deepgram.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { srt } from './srt.ts'
import { text } from './text.ts'
import { vtt } from './vtt.ts'
import { whisper } from './whisper.ts'
import { whisperCpp } from './whisper-cpp.ts'
import { youtube } from './youtube.ts'

/** Every transcript format: those that apps read, in the order in which feeds name them, then those of tools. */
export const transcriptFormats: readonly TranscriptFormat[] = [
  vtt,
  srt,
  json,
  html,
  text,
  whisper,
  whisperCpp,
  deepgram,
  assemblyai,
  youtube,
]

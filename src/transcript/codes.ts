import type { Catalogue } from '../model/diagnostic.ts'

/** What makes a transcript unreadable, or parts of it. Each is told where it stands. */
export const errorCodes = {
  'transcript/unknown-format': {
    severity: 'error',
    message: (f: { known: string }) => `This is no transcript that castwright knows: ${f.known}.`,
    hint: 'Give the file the extension of its format: .vtt, .srt, .json, .html or .txt.',
  },
  'transcript/none': {
    severity: 'error',
    message: 'Nothing is said in this transcript.',
    hint: 'Check that it is the right file, and that it is whole.',
  },
  'transcript/many-problems': {
    severity: 'error',
    message: (f: { count: number }) => `More than ${f.count} mistakes: the rest of the file was not read.`,
    hint: 'Perhaps the file is in another format than its name says.',
  },
  'transcript/no-header': {
    severity: 'error',
    message: 'The first line is not WEBVTT, without which no app reads the file.',
    hint: 'Write WEBVTT in the first line, then an empty one. If this is SRT, call the file .srt.',
  },
  'transcript/bad-times': {
    severity: 'error',
    message: (f: { line: string }) => `“${f.line}” does not say when its words start and end.`,
    hint: 'Write 00:01:30.000 --> 00:01:34.500; SRT has a comma in place of the point.',
  },
  'transcript/not-json': {
    severity: 'error',
    message: 'Here the file stops being JSON.',
    hint: 'Look for a comma, a quote or a bracket that is missing or too many; or export the file again.',
  },
  'transcript/other-json': {
    severity: 'error',
    message: 'This JSON is no transcript that castwright knows.',
    hint: 'Write { "version": "1.0.0", "segments": [ { "startTime": 0, "body": "…" } ] }, or export as WebVTT.',
  },
  'transcript/json-shape': {
    severity: 'error',
    message: (f: { field: string; problem: string }) => `“${f.field}” ${f.problem}.`,
    hint: 'Correct it, or export the file again.',
  },
} as const satisfies Catalogue

const times = (count: number): string => (count === 1 ? '' : ` (${count} times in this file)`)

/** What can be read but is not as it should be. Each is told once in a file, with how often it is found. */
export const noteCodes = {
  'transcript/other-format': {
    severity: 'warning',
    message: (f: { named: string; found: string }) => `The file is called .${f.named}, but it is ${f.found}.`,
    hint: 'Give it the extension of its format: apps are told by it what the file is.',
  },
  'transcript/no-version': {
    severity: 'warning',
    message: 'The version is missing, or is not text.',
    hint: 'Write "version": "1.0.0".',
  },
  'transcript/no-start': {
    severity: 'warning',
    message: (f: { count: number }) => `A segment does not say when it starts${times(f.count)}.`,
    hint: 'Write "startTime": and the seconds from the start of the audio.',
  },
  'transcript/time-format': {
    severity: 'warning',
    message: (f: { count: number; time: string; wanted: string }) =>
      `The time ${f.time} is not written as this format wants it${times(f.count)}.`,
    hint: (f: { count: number; time: string; wanted: string }) => `Write ${f.wanted}.`,
  },
  'transcript/stray-text': {
    severity: 'warning',
    message: (f: { count: number; text: string }) => `“${f.text}” has no time, so no app shows it${times(f.count)}.`,
    hint: 'Put a line with its times above it, or NOTE if it is a comment in WebVTT.',
  },
  'transcript/no-blank-line': {
    severity: 'warning',
    message: (f: { count: number }) => `There is no empty line above these times${times(f.count)}.`,
    hint: 'Put an empty line between one cue and the next.',
  },
  'transcript/raw-ampersand': {
    severity: 'warning',
    message: (f: { count: number }) => `An & stands alone${times(f.count)}.`,
    hint: 'Write &amp; in WebVTT.',
  },
  'transcript/unknown-tag': {
    severity: 'warning',
    message: (f: { count: number; tag: string }) =>
      `Apps do not show “${f.tag}”, which WebVTT takes for a tag that it does not know${times(f.count)}.`,
    hint: 'Write &lt; where you mean <.',
  },
  'transcript/arrow-in-text': {
    severity: 'warning',
    message: (f: { count: number }) => `The text has -->, which apps take for a line of times${times(f.count)}.`,
    hint: 'Write --&gt; in WebVTT.',
  },
  'transcript/out-of-order': {
    severity: 'warning',
    message: (f: { count: number; time: string; previous: string }) =>
      `What starts at ${f.time} stands below what starts at ${f.previous}${times(f.count)}.`,
    hint: 'Sort the cues by time, or correct the time.',
  },
  'transcript/end-before-start': {
    severity: 'warning',
    message: (f: { count: number; start: string; end: string }) =>
      `What starts at ${f.start} cannot end at ${f.end}${times(f.count)}.`,
    hint: 'Write an end that is after the start.',
  },
  'transcript/beyond-duration': {
    severity: 'warning',
    message: (f: { count: number; time: string; duration: string }) =>
      `${f.time} is after the end of the audio (${f.duration})${times(f.count)}.`,
    hint: 'Check that the transcript belongs to this audio, or correct the time.',
  },
  'transcript/incomplete': {
    severity: 'info',
    message: (f: { time: string; duration: string }) =>
      `The transcript ends at ${f.time}, long before the audio does (${f.duration}).`,
    hint: 'Check that it is whole.',
  },
  'transcript/overlap': {
    severity: 'info',
    message: (f: { count: number }) => `A cue starts before the one above it ends${times(f.count)}.`,
    hint: 'WebVTT shows both at once; in SRT the earlier one is cut.',
  },
  'transcript/long-lines': {
    severity: 'info',
    message: (f: { count: number; rows: number; columns: number }) =>
      `A cue has more than ${f.rows === 1 ? 'lines' : `${f.rows} lines`} of ${f.columns} characters, as players show them${times(f.count)}.`,
    hint: 'Make your transcription tool write shorter lines; in a page it makes no difference.',
  },
  'transcript/no-speakers': {
    severity: 'info',
    message: 'The transcript does not say who speaks, though the episode has several people.',
    hint: 'Apple Podcasts shows names from WebVTT: write <v Name> before the words.',
  },
  'transcript/voice-carried': {
    severity: 'info',
    message: (f: { count: number }) =>
      `A cue without a voice was given to the speaker of the one above it${times(f.count)}.`,
    hint: 'Write <v Name> in each cue, or </v> where somebody stops speaking.',
  },
} as const satisfies Catalogue

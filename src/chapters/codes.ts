import type { Catalogue } from '../model/diagnostic.ts'

/** Everything that this room may report. Nothing here stops a build: each has a mending that is safe. */
export const codes = {
  'outline/out-of-order': {
    severity: 'warning',
    message: (f: { time: string; previous: string }) =>
      `The chapter at ${f.time} stands below the one at ${f.previous}; chapters were sorted by time.`,
    hint: 'Correct the time if it is mistyped, or move the line to where it belongs.',
  },
  'outline/beyond-duration': {
    severity: 'warning',
    message: (f: { time: string; duration: string }) =>
      `The chapter at ${f.time} starts after the end of the audio (${f.duration}); it was left out.`,
    hint: 'Correct the time, or the duration of the audio.',
  },
  'outline/before-zero': {
    severity: 'warning',
    message: (f: { time: string }) => `The chapter at −${f.time} would start before the audio; it was left out.`,
    hint: 'Remove the minus sign, or put a space behind it if it is a bullet.',
  },
  'outline/repeated-start': {
    severity: 'warning',
    message: (f: { time: string; title: string }) =>
      `Two chapters start at ${f.time}; the one that is kept is “${f.title}”.`,
    hint: 'Give one of them another time, or join the two lines.',
  },
  'outline/hour-dropped': {
    severity: 'warning',
    message: (f: { written: string; read: string }) =>
      `${f.written} comes after a later time, so it was read as ${f.read}, and so were the times below it.`,
    hint: 'Write the hour from 1:00:00 on.',
  },
  'outline/frames': {
    severity: 'warning',
    message: (f: { written: string; read: string }) =>
      `${f.written} was read as ${f.read}: minutes, seconds and frames. As hours, the times would exceed the audio.`,
    hint: 'Write times as m:ss or h:mm:ss, without frames.',
  },
  'outline/hours-and-minutes': {
    severity: 'warning',
    message: (f: { written: string; read: string }) =>
      `${f.written} was read as ${f.read}: hours and minutes. As minutes, the outline would end long before the audio.`,
    hint: 'Write times as m:ss or h:mm:ss.',
  },
  'outline/short-seconds': {
    severity: 'warning',
    message: (f: { written: string; read: string }) => `${f.written} was read as ${f.read}; a digit may be missing.`,
    hint: 'Write two digits for the seconds.',
  },
  'outline/end-ignored': {
    severity: 'warning',
    message: (f: { end: string; start: string }) =>
      `The chapter at ${f.start} cannot end at ${f.end}; it ends where the next one starts.`,
    hint: 'Write an end that is after the start and within the audio, or none.',
  },
  'outline/no-title': {
    severity: 'warning',
    message: (f: { time: string; title: string }) =>
      `The chapter at ${f.time} has no title; it is called “${f.title}”.`,
    hint: 'Write a title behind the time.',
  },
  'outline/single-entry': {
    severity: 'warning',
    message: (f: { time: string }) => `The outline has only one chapter, at ${f.time}.`,
    hint: 'Apps show chapters from two on, some from three. Add more, or remove the label above the time.',
  },
  'outline/second-list': {
    severity: 'warning',
    message: (f: { time: string }) => `A second outline starts at ${f.time}; only the first one became chapters.`,
    hint: 'Remove one of the outlines, or join them.',
  },
  'outline/late-start': {
    severity: 'info',
    message: (f: { time: string }) =>
      `The first chapter starts at ${f.time}: Spotify, YouTube and Apple look for one at 0:00. Descriptions get a line for it.`,
    hint: 'Start the outline at 0:00, or name that chapter with `outline: { first: … }` in podcast.yaml.',
  },
  'outline/short-chapter': {
    severity: 'info',
    message: (f: { time: string; seconds: number }) =>
      `The chapter at ${f.time} lasts ${f.seconds} s: YouTube and Spotify ignore a list with one under 10 s, so descriptions get none.`,
    hint: 'Join it with its neighbour, or correct the time.',
  },
  'outline/few-chapters': {
    severity: 'info',
    message: (f: { count: number }) =>
      `There are ${f.count} chapters: Spotify, YouTube and Apple want three or more in a description, so it gets none.`,
    hint: 'Add chapters if you like; apps that read chapter files show these.',
  },
  'chapters/bad-start': {
    severity: 'error',
    message: 'The chapter’s start is not a time.',
    hint: 'Write seconds, m:ss or h:mm:ss.',
  },
  'chapters/before-zero': {
    severity: 'warning',
    message: (f: { start: number }) => `The chapter would start at ${f.start} seconds; it was left out.`,
    hint: 'Write a start of 0 or more.',
  },
  'chapters/beyond-duration': {
    severity: 'warning',
    message: (f: { time: string; duration: string }) =>
      `The chapter at ${f.time} starts after the end of the audio (${f.duration}); it was left out.`,
    hint: 'Correct the start, or the duration of the audio.',
  },
  'chapters/out-of-order': {
    severity: 'warning',
    message: (f: { time: string; previous: string }) =>
      `The chapter at ${f.time} stands below the one at ${f.previous}; chapters were sorted by time.`,
    hint: 'Correct the start, or move the chapter to where it belongs.',
  },
  'chapters/repeated-start': {
    severity: 'warning',
    message: (f: { time: string; title: string }) =>
      `Two chapters start at ${f.time}; the one that is kept is “${f.title}”.`,
    hint: 'Give one of them another start.',
  },
  'chapters/end-ignored': {
    severity: 'warning',
    message: (f: { end: string; start: string }) =>
      `The chapter at ${f.start} cannot end at ${f.end}; it ends where the next one starts.`,
    hint: 'Write an end that is after the start and within the audio, or none.',
  },
} as const satisfies Catalogue

import type { Catalogue } from '../model/diagnostic.ts'

/** What can be wrong with one episode once it is read. */
export const codes = {
  'episode/summary-too-long': {
    severity: 'warning',
    message: (facts: { bytes: number; limit: number }) =>
      `The summary has ${facts.bytes} bytes; apps take ${facts.limit}. It was cut at a word.`,
    hint: 'Shorten the summary; the full text belongs in the show notes.',
  },
  'episode/no-audio': {
    severity: 'error',
    message: 'The episode has no audio.',
    hint: (facts: { slug: string }) =>
      `Put \`${facts.slug}.mp3\` beside it or into the folder \`audio\`, or name a file or URL: \`audio: …\`.`,
  },
  'episode/audio-length-missing': {
    severity: 'error',
    message: (facts: { url: string }) => `The size of ${facts.url} is not known.`,
    hint: 'Apps need it. Add `length:` below `audio:`, in bytes (`curl -sI URL` shows it as Content-Length).',
  },
  'episode/audio-duration-missing': {
    severity: 'error',
    message: (facts: { url: string }) => `The playing time of ${facts.url} is not known.`,
    hint: 'Add `duration:` below `audio:`, in seconds or as h:mm:ss.',
  },
  'episode/audio-type-unknown': {
    severity: 'error',
    message: (facts: { url: string }) => `The media type of ${facts.url} cannot be told from its name.`,
    hint: 'Add `type:` below `audio:`, such as audio/mpeg for MP3.',
  },
  'episode/audio-url': {
    severity: 'error',
    message: (facts: { url: string }) => `"${facts.url}" is not a web address that apps can download.`,
    hint: 'Use an http(s) URL, or the path of a file in the show’s folder.',
  },
  'episode/audio-not-https': {
    severity: 'warning',
    message: (facts: { url: string }) => `${facts.url} is not encrypted; some apps refuse to play it.`,
    hint: 'Use https:// if the server answers there.',
  },
  'episode/image-url': {
    severity: 'error',
    message: (facts: { url: string }) => `"${facts.url}" is not a web address of an image.`,
    hint: 'Use an https URL, or the path of a file in the show’s folder.',
  },
  'episode/image-not-https': {
    severity: 'warning',
    message: (facts: { url: string }) => `The image ${facts.url} is not encrypted; apps may not show it.`,
    hint: 'Use https:// if the server answers there.',
  },
  'episode/transcript-url': {
    severity: 'error',
    message: (facts: { url: string }) => `"${facts.url}" is not a web address of a transcript.`,
    hint: 'Use an https URL, or the path of a file in the show’s folder.',
  },
  'episode/transcript-type': {
    severity: 'error',
    message: (facts: { url: string }) => `The kind of transcript cannot be told from the name ${facts.url}.`,
    hint: 'Use the extension .vtt, .srt, .json, .html or .txt, or add `type:`.',
  },
  'episode/notes-file-missing': {
    severity: 'warning',
    message: (facts: { file: string }) => `The notes show “${facts.file}”, which is not among the show’s files.`,
    hint: 'Put the file beside the episode, or correct its name.',
  },
  'guid/changed': {
    severity: 'error',
    message: (facts: { slug: string; published: string; now: string }) =>
      `Episode "${facts.slug}" was published with the guid "${facts.published}", but would now get "${facts.now}": every subscriber would download it again.`,
    hint: (facts: { slug: string; published: string; now: string }) =>
      `Write \`guid: ${JSON.stringify(facts.published)}\` in its frontmatter, or accept the change with --accept guid:${facts.slug}.`,
  },
} as const satisfies Catalogue

/** Which kind of audio or video a file is, by its first bytes. */

export interface Format {
  /** As a podcaster knows it. */
  readonly name: string
  /** MIME types that fit the content. Which one is meant, the file's name tells; the first one otherwise. */
  readonly types: readonly [string, ...string[]]
  /** What its name should end in. */
  readonly extension: string
  /** By which `music-metadata` knows it. */
  readonly parserType: string
}

interface Signature extends Format {
  readonly matches: (head: Uint8Array) => boolean
}

/** Whether the bytes at `at` are these characters, one byte each. */
function has(head: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (head[at + i] !== text.charCodeAt(i)) return false
  return true
}

export const mp3: Format = { name: 'MP3', types: ['audio/mpeg'], extension: 'mp3', parserType: 'audio/mpeg' }

/**
 * MPEG-4 with a picture track. That may be the chapters' pictures of an M4A, so the name decides.
 */
const mpeg4Video: Format = {
  name: 'MPEG-4 video',
  types: ['video/mp4', 'video/x-m4v', 'video/quicktime', 'audio/x-m4a'],
  extension: 'mp4',
  parserType: 'video/mp4',
}

const signatures: readonly Signature[] = [
  {
    name: 'M4A (MPEG-4 audio)',
    types: ['audio/x-m4a'],
    extension: 'm4a',
    parserType: 'audio/mp4',
    matches: (head) => has(head, 4, 'ftyp') || has(head, 4, 'moov') || has(head, 4, 'wide'),
  },
  {
    name: 'Ogg (Vorbis or Opus)',
    types: ['audio/ogg'],
    extension: 'ogg',
    parserType: 'audio/ogg',
    matches: (head) => has(head, 0, 'OggS'),
  },
  {
    name: 'FLAC',
    types: ['audio/flac'],
    extension: 'flac',
    parserType: 'audio/flac',
    matches: (head) => has(head, 0, 'fLaC'),
  },
  {
    name: 'WAV',
    types: ['audio/wav'],
    extension: 'wav',
    parserType: 'audio/wav',
    matches: (head) => has(head, 0, 'RIFF') && has(head, 8, 'WAVE'),
  },
  {
    name: 'AIFF',
    types: ['audio/aiff'],
    extension: 'aiff',
    parserType: 'audio/aiff',
    matches: (head) => has(head, 0, 'FORM') && (has(head, 8, 'AIFF') || has(head, 8, 'AIFC')),
  },
  {
    name: 'WebM',
    types: ['audio/webm', 'video/webm'],
    extension: 'webm',
    parserType: 'video/webm',
    matches: (head) => has(head, 0, '\x1aE\xdf\xa3'),
  },
  {
    name: 'AAC without a container',
    types: ['audio/aac'],
    extension: 'aac',
    parserType: 'audio/aacp',
    // ADTS: like MPEG audio's sync word, with the layer left 0.
    matches: ([first, second = 0]) => first === 0xff && (second & 0xf6) === 0xf0,
  },
]

/** The format that the bytes start like, apart from MP3, which may start with anything. */
export const formatOf = (head: Uint8Array): Format | undefined => signatures.find(({ matches }) => matches(head))

/** The same format when the file turns out to have a picture track. */
export const withVideo = (format: Format): Format => (format.extension === 'm4a' ? mpeg4Video : format)

/** What Apple Podcasts plays. @see spec/rss-itunes-psp.md §4 enclosure */
const apple = ['audio/mpeg', 'audio/x-m4a', 'video/mp4', 'video/x-m4v', 'video/quicktime']
export const isApple = (type: string): boolean => apple.includes(type)

/** A page saved under the name of an audio file, as happens with links to a download page. */
export const looksLikeWebPage = (head: Uint8Array): boolean =>
  /^\s*<(?:!doctype|html|head)/i.test(new TextDecoder('latin1').decode(head.subarray(0, 200)))

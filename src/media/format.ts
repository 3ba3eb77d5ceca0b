import { has } from './bytes.ts'

/** Which kinds of audio and video are known, and which of them a file is, by its first bytes. */

export interface Format {
  /** As a podcaster knows it. */
  readonly name: string
  /** Its MIME type, as podcast apps want it. @see spec/rss-itunes-psp.md §4 enclosure */
  readonly type: string
  /** Other types that fit the content: where the file's name promises one, that is meant. */
  readonly otherTypes?: readonly string[]
  /** Types that a usual name promises, though the content is of `type`. */
  readonly usualTypes?: readonly string[]
  /** What its name should end in. */
  readonly extension: string
}

export const formats = {
  mp3: { name: 'MP3', type: 'audio/mpeg', extension: 'mp3' },
  m4a: { name: 'M4A (MPEG-4 audio)', type: 'audio/x-m4a', extension: 'm4a' },
  // What looks like pictures may be those of an M4A's chapters, so the name decides.
  mp4: {
    name: 'MPEG-4 video',
    type: 'video/mp4',
    otherTypes: ['video/x-m4v', 'video/quicktime', 'audio/x-m4a'],
    extension: 'mp4',
  },
  ogg: { name: 'Ogg (Vorbis or Opus)', type: 'audio/ogg', extension: 'ogg' },
  ogv: { name: 'Ogg video', type: 'video/ogg', usualTypes: ['audio/ogg'], extension: 'ogv' },
  flac: { name: 'FLAC', type: 'audio/flac', extension: 'flac' },
  wav: { name: 'WAV', type: 'audio/wav', extension: 'wav' },
  aiff: { name: 'AIFF', type: 'audio/aiff', extension: 'aiff' },
  weba: { name: 'WebM audio', type: 'audio/webm', usualTypes: ['video/webm'], extension: 'webm' },
  webm: { name: 'WebM video', type: 'video/webm', extension: 'webm' },
  mka: { name: 'Matroska audio', type: 'audio/x-matroska', extension: 'mka' },
  mkv: { name: 'Matroska video', type: 'video/x-matroska', extension: 'mkv' },
  aac: { name: 'AAC without a container', type: 'audio/aac', extension: 'aac' },
} as const satisfies Readonly<Record<string, Format>>

export type FormatId = keyof typeof formats

/** How a container starts. MP3 is not among these: it may start with anything. */
const signatures = {
  mpeg4: (head: Uint8Array) => ['ftyp', 'moov', 'wide', 'mdat', 'skip', 'free'].some((box) => has(head, 4, box)),
  ogg: (head: Uint8Array) => has(head, 0, 'OggS'),
  flac: (head: Uint8Array) => has(head, 0, 'fLaC'),
  wav: (head: Uint8Array) => ['RIFF', 'RF64', 'BW64'].some((mark) => has(head, 0, mark)) && has(head, 8, 'WAVE'),
  aiff: (head: Uint8Array) => has(head, 0, 'FORM') && (has(head, 8, 'AIFF') || has(head, 8, 'AIFC')),
  matroska: (head: Uint8Array) => has(head, 0, '\x1aE\xdf\xa3'),
  // ADTS: like MPEG audio's sync word, with the layer left 0.
  adts: ([first, second = 0]: Uint8Array) => first === 0xff && (second & 0xf6) === 0xf0,
} as const

export type Container = keyof typeof signatures

/** The container that the bytes start like; undefined for MP3, and for what is no audio. */
export const containerOf = (head: Uint8Array): Container | undefined =>
  (Object.keys(signatures) as Container[]).find((container) => signatures[container](head))

/** What a container mostly holds, as long as nobody has looked. */
export const usualFormat: Readonly<Record<Container, Format>> = {
  mpeg4: formats.m4a,
  ogg: formats.ogg,
  flac: formats.flac,
  wav: formats.wav,
  aiff: formats.aiff,
  matroska: formats.webm,
  adts: formats.aac,
}

/** What Apple Podcasts plays. @see spec/rss-itunes-psp.md §4 enclosure */
const apple = ['audio/mpeg', 'audio/x-m4a', 'video/mp4', 'video/x-m4v', 'video/quicktime']
export const isApple = (type: string): boolean => apple.includes(type)

/** What else is found under the name of an audio file, and how it starts. */
const others: readonly (readonly [name: string, matches: (head: Uint8Array) => boolean])[] = [
  // As happens with links to a download page.
  [
    'a web page',
    (head) => /^\s*<(?:!doctype|html|head)/i.test(new TextDecoder('latin1').decode(head.subarray(0, 200))),
  ],
  ['a picture', (head) => has(head, 0, '\xff\xd8\xff') || has(head, 0, '\x89PNG') || has(head, 0, 'GIF8')],
  ['a PDF', (head) => has(head, 0, '%PDF')],
  ['a ZIP archive', (head) => has(head, 0, 'PK\x03\x04')],
  ['Windows Media', (head) => has(head, 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11')],
  ['AMR', (head) => has(head, 0, '#!AMR')],
  ['Core Audio (CAF)', (head) => has(head, 0, 'caff')],
]

/** What a file is that is none of the known formats; undefined if that is not known either. */
export const otherKind = (head: Uint8Array): string | undefined => others.find(([, matches]) => matches(head))?.[0]

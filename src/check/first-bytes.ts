/** What a file is, by its first bytes. Pure. */

interface Content {
  /** As a podcaster knows it. */
  readonly name: string
  /** The MIME types that it may have; none if nothing plays it. */
  readonly types: readonly string[]
}

interface Signature extends Content {
  readonly matches: (head: Uint8Array) => boolean
}

/** Whether the bytes at `at` are these characters, one byte each. */
function has(head: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (head[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** The first bytes as text, white space at the start left out. */
const asText = (head: Uint8Array): string =>
  String.fromCharCode(...head.subarray(0, 200)).replace(/^(?:\xef\xbb\xbf)?\s*/, '')

const signatures: readonly Signature[] = [
  {
    name: 'MP3',
    // These tags stand before other formats, too.
    types: ['audio/mpeg', 'audio/aac', 'audio/flac'],
    matches: (head) => has(head, 0, 'ID3'),
  },
  {
    name: 'AAC without a container',
    types: ['audio/aac', 'audio/mp4'],
    matches: ([first, second = 0]) => first === 0xff && (second & 0xf6) === 0xf0,
  },
  {
    name: 'MP3',
    types: ['audio/mpeg', 'audio/aac'],
    // MPEG audio’s sync word, with layer II or III and a version that exists: FF FE would begin a text in UTF-16.
    matches: ([first, second = 0]) =>
      first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 8 && [2, 4].includes(second & 6),
  },
  {
    name: 'MPEG-4 (M4A or MP4)',
    types: ['audio/mp4', 'audio/aac', 'video/mp4', 'video/quicktime', 'audio/3gpp', 'video/3gpp'],
    matches: (head) => has(head, 4, 'ftyp') || has(head, 4, 'moov'),
  },
  { name: 'Ogg', types: ['audio/ogg', 'video/ogg'], matches: (head) => has(head, 0, 'OggS') },
  { name: 'FLAC', types: ['audio/flac'], matches: (head) => has(head, 0, 'fLaC') },
  { name: 'WAV', types: ['audio/wav'], matches: (head) => has(head, 0, 'RIFF') && has(head, 8, 'WAVE') },
  { name: 'WebM', types: ['audio/webm', 'video/webm'], matches: (head) => has(head, 0, '\x1aE\xdf\xa3') },
  { name: 'a PDF document', types: ['application/pdf'], matches: (head) => has(head, 0, '%PDF') },
  {
    name: 'a web page',
    types: ['text/html', 'application/xhtml+xml'],
    matches: (head) => /^<(?:!doctype html|html|head|body)/i.test(asText(head)),
  },
  { name: 'an XML document', types: ['application/xml', 'text/xml'], matches: (head) => /^<\?xml/.test(asText(head)) },
]

/** Whether the bytes of a type can be told from those of others. @param matches whether two types mean the same */
export const isTellable = (type: string, matches: (one: string, other: string) => boolean): boolean =>
  signatures.some(({ types }) => types.some((one) => matches(one, type)))

/** What the bytes begin like; undefined if that is not known. An MP3 may begin with anything. */
export const contentOf = (head: Uint8Array): Content | undefined => signatures.find(({ matches }) => matches(head))

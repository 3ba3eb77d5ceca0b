/** MIME types of the files that a podcast publishes, by name. Pure. */

/** Extension → MIME type, as podcast apps want it. @see spec/rss-itunes-psp.md §4 enclosure, spec/transcripts.md §1 */
const types: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  m4b: 'audio/mp4',
  aac: 'audio/aac',
  // Opus lives in Ogg, whose type it takes. @see RFC 7845 §9
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
  aif: 'audio/aiff',
  aiff: 'audio/aiff',
  weba: 'audio/webm',
  mp4: 'video/mp4',
  m4v: 'video/x-m4v',
  mov: 'video/quicktime',
  webm: 'video/webm',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  json: 'application/json',
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
}

/** The last part of a path after its last dot, in lower case; empty if it has none. */
export function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  return dot < 1 ? '' : name.slice(dot + 1).toLowerCase()
}

const typeOfPath = (path: string): string | undefined => {
  const extension = extensionOf(path)
  return Object.hasOwn(types, extension) ? types[extension] : undefined
}

const withoutQuery = (text: string): string => text.replace(/[?#].*$/s, '')

/**
 * The MIME type that a file's name or a URL promises. A URL's query and fragment do not count;
 * in a file's name `?` and `#` are letters, as in `Episode #5.mp3`.
 * @returns undefined if the extension says nothing
 */
export function mediaTypeOfName(nameOrUrlPath: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i.test(nameOrUrlPath)) return typeOfPath(withoutQuery(nameOrUrlPath))
  return typeOfPath(nameOrUrlPath) ?? typeOfPath(withoutQuery(nameOrUrlPath))
}

/** Whether the Content-Type that a server sends fits what a file is. Pure. */

/** Types that players take for the same. */
const families: readonly (readonly string[])[] = [
  [...['mpeg', 'mp3', 'mpeg3', 'mpg', 'x-mp3', 'x-mpeg', 'x-mpeg-3', 'x-mpg'].map((name) => `audio/${name}`)],
  [
    ...['audio/mp4', 'audio/x-m4a', 'audio/m4a', 'audio/x-m4b', 'audio/m4b', 'audio/mp4a-latm'],
    ...['video/mp4', 'video/x-m4v', 'video/m4v', 'video/quicktime'],
  ],
  ['audio/ogg', 'audio/opus', 'audio/vorbis', 'audio/x-ogg', 'application/ogg', 'application/x-ogg', 'video/ogg'],
  ['audio/aac', 'audio/aacp', 'audio/x-aac'],
  ['audio/flac', 'audio/x-flac'],
  ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  ['audio/aiff', 'audio/x-aiff'],
  ['audio/webm', 'video/webm'],
  ['audio/x-matroska', 'video/x-matroska', 'audio/matroska', 'video/matroska'],
]

/** @param served in lower case, without parameters; undefined: the server does not say */
export const isServedAs = (served: string | undefined, type: string): boolean =>
  served === type || families.some((family) => family.includes(type) && served !== undefined && family.includes(served))

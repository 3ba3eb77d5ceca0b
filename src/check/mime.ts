/** MIME types as feeds have them. Pure. */

/** A MIME type in lower case, without parameters such as `; charset=utf-8`. */
export const bareType = (type: string | undefined): string => (type?.split(';', 1)[0] ?? '').trim().toLowerCase()

/** Names that mean the same kind of file. */
const families: readonly (readonly string[])[] = [
  ['audio/mpeg', 'audio/mp3', 'audio/mpeg3', 'audio/x-mp3'],
  ['audio/mp4', 'audio/x-m4a', 'audio/m4a', 'audio/x-m4b', 'audio/mp4a-latm'],
  ['audio/aac', 'audio/aacp', 'audio/x-aac'],
  ['audio/ogg', 'audio/opus', 'application/ogg', 'audio/vorbis'],
  ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  ['audio/flac', 'audio/x-flac'],
  ['video/mp4', 'video/x-m4v', 'video/m4v'],
  ['application/x-subrip', 'application/srt', 'text/srt', 'application/x-srt', 'text/x-srt'],
]

const familyOf = new Map(families.flatMap((family) => family.map((type) => [type, family[0] ?? type] as const)))

/** The usual name of a MIME type: `audio/mpeg` for `audio/mp3`. */
export function usualType(type: string | undefined): string {
  const bare = bareType(type)
  return familyOf.get(bare) ?? bare
}

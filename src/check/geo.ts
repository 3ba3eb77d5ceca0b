/** Places as the podcast namespace has them: `geo:30.2672,97.7431`. Pure. @see RFC 5870 */

export interface Coordinates {
  /** As written: the decimals say how exact they are. */
  readonly latitude: string
  readonly longitude: string
}

const form = /^geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?(?:;.*)?$/i

/** What a geo URI says; undefined if it is none. */
export function readGeo(uri: string): Coordinates | undefined {
  const [, latitude, longitude] = form.exec(uri.trim()) ?? []
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
}

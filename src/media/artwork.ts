import { readFileSync, statSync } from 'node:fs'
import { type Diagnostic, type Outcome, outcome, reporter } from '../model/diagnostic.ts'
import type { ImageFacts } from '../model/media.ts'
import type { Place } from '../text/place.ts'
import { codes } from './codes.ts'
import { checkArtwork, imageFactsIn } from './image.ts'
import { carefully, type Engineless, loadSharp, maxPixels, unpackable } from './sharp-engine.ts'
import { type Unreadable, whyUnreadable } from './unreadable.ts'

const report = reporter(codes)

/** Bytes of a file that are read at all. */
const maxFileBytes = 64 * 1024 * 1024

/** What a picture says about itself once it is unpacked. */
export interface ArtworkFacts extends ImageFacts {
  /** Whether it is in shades of grey only, as its file says. */
  readonly isGrey: boolean
  /** Whether some of it can be seen through, which a picture that could be transparent need not be. */
  readonly isTransparent: boolean
}

/** The bytes of a picture and what they say, or why not. */
export interface Picked {
  readonly bytes: Uint8Array
  readonly facts: ImageFacts
}

/**
 * Reads a picture that is to be unpacked.
 * @returns media/unreadable-image; media/artwork-pixels for one that would fill the memory; both are errors
 */
export function pickArtwork(absolutePath: string, label: string, place: Place): Outcome<Picked> {
  const bytes = readBytes(absolutePath)
  if ('why' in bytes) return unreadable(label, bytes.why, place)
  const facts = imageFactsIn(bytes, bytes.length)
  if (facts === undefined) return unreadable(label, 'it is not an image, or is damaged', place)
  const { width, height, type } = facts
  if (!unpackable.includes(type)) return unreadable(label, `it is ${type}, which is not unpacked here`, place)
  if (width * height > maxPixels) {
    const diagnostic = report('media/artwork-pixels', { file: label, width, height }, place)
    return { value: undefined, diagnostics: [diagnostic] }
  }
  return { value: { bytes, facts }, diagnostics: [] }
}

function readBytes(path: string): Uint8Array | Unreadable {
  try {
    const { size } = statSync(path)
    return size > maxFileBytes ? { why: `it has ${Math.round(size / 1e6)} MB` } : readFileSync(path)
  } catch (error) {
    return whyUnreadable(error)
  }
}

const unreadable = (label: string, why: string, place: Place): { value: undefined; diagnostics: Diagnostic[] } => ({
  value: undefined,
  diagnostics: [report('media/unreadable-image', { file: label, why }, place)],
})

/**
 * Looks at artwork pixel by pixel: what `readImage` and `checkArtwork` tell from its first bytes, and what can be seen
 * only when it is unpacked.
 * @param label the file as the user knows it
 * @returns what `checkArtwork` and `pickArtwork` report; as an info media/artwork-grey; as a
 *   warning media/no-picture-engine, with nothing looked at but the first bytes
 */
export async function inspectArtwork(
  absolutePath: string,
  label: string,
  place: Place,
  level: 'show' | 'episode' = 'show',
): Promise<Outcome<ArtworkFacts>> {
  const picked = pickArtwork(absolutePath, label, place)
  if (picked.value === undefined) return { value: undefined, diagnostics: picked.diagnostics }
  const { bytes, facts } = picked.value
  const pixels = await lookAtPixels(bytes)
  if ('why' in pixels) return unreadable(label, pixels.why, place)
  const engineless = 'engineless' in pixels
  const diagnostics = [
    ...checkArtwork(facts, label, place, level),
    ...(engineless ? [report('media/no-picture-engine', { why: pixels.engineless }, place)] : []),
    ...(!engineless && pixels.isGrey ? [report('media/artwork-grey', { file: label }, place)] : []),
  ]
  const seen = engineless ? { isGrey: false, isTransparent: facts.colours === 'transparent' } : pixels
  return outcome({ ...facts, ...seen }, diagnostics)
}

type Seen = Pick<ArtworkFacts, 'isGrey' | 'isTransparent'>

/** No picture at all is as bad as none: the library throws for damage that its first bytes do not show. */
async function lookAtPixels(bytes: Uint8Array): Promise<Seen | Unreadable | Engineless> {
  const sharp = await loadSharp()
  if ('engineless' in sharp) return sharp
  try {
    const { space } = await sharp(bytes, carefully).metadata()
    const { isOpaque } = await sharp(bytes, carefully).stats()
    return { isGrey: space === 'b-w' || space === 'grey16', isTransparent: !isOpaque }
  } catch {
    return { why: damaged }
  }
}

/** Why a picture can't be shown that begins like one. */
export const damaged = 'it begins like an image, but is damaged'

import { codes } from '../episode/codes.ts'
import { isLocalReference, locateInShow } from '../media/locate.ts'
import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import { webUrl } from '../text/url.ts'
import type { ArtworkSearch, PublicArtwork } from './pictures.ts'

const report = reporter(codes)

/** Artwork as an episode or a season names it. */
export interface NamedArtwork extends Omit<ArtworkSearch, 'path' | 'level'> {
  /** A URL, or a file's path as written. */
  readonly reference: string
  /** The file that names it, relative to the show's folder. */
  readonly namedBy: string
}

/**
 * Finds an episode's or a season's artwork; what lies in the show's folder is checked, and made in all sizes.
 * @returns episode/image-url, episode/image-not-https, media/not-found and what {@link publicArtwork} finds
 */
export async function findNamedArtwork(
  named: NamedArtwork,
): Promise<{ value?: Omit<PublicArtwork, 'diagnostics'> | undefined; diagnostics: readonly Diagnostic[] }> {
  const { reference, namedBy, place, showDir } = named
  if (!isLocalReference(reference)) return onServer(reference, named)
  const located = locateInShow(showDir, namedBy, reference, place)
  if (located.value === undefined) return { diagnostics: located.diagnostics }
  const { publicArtwork } = await import('./pictures.ts')
  const { diagnostics, ...value } = await publicArtwork({ ...named, path: located.value, level: 'episode' })
  return { value, diagnostics: [...located.diagnostics, ...diagnostics] }
}

function onServer(reference: string, { place }: NamedArtwork) {
  const url = webUrl(reference)
  if (url === undefined) return { diagnostics: [report('episode/image-url', { url: reference }, place)] }
  const isOpen = url.startsWith('http:')
  return {
    value: { url, images: [], media: [] },
    diagnostics: isOpen ? [report('episode/image-not-https', { url }, place)] : [],
  }
}

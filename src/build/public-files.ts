import { statSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf, publishedFile } from '../episode/addresses.ts'
import { readImage } from '../media/image.ts'
import { isLocalReference, locateInShow } from '../media/locate.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { LocalFile, Show } from '../model/show.ts'
import type { FindFile } from '../tags/tag.ts'
import { mediaTypeOfName } from '../text/media-type.ts'
import type { Place } from '../text/place.ts'
import { webUrl } from '../text/url.ts'

/** Who names the files, and where it is told what they are. */
export interface Naming {
  readonly show: Pick<Show, 'baseUrl'>
  readonly showDir: string
  /** The naming file, relative to the show's folder. */
  readonly namedBy: string
  readonly placeOf: (key: readonly (string | number)[]) => Place
  /** Takes the files that are to be published. */
  readonly media: LocalFile[]
  readonly diagnostics: Diagnostic[]
}

/** Finds the files that tags name, measures them, and notes that they are to be published. */
export function fileFinder({ show, showDir, namedBy, placeOf, media, diagnostics }: Naming): FindFile {
  return (reference, key, kind) => {
    if (!isLocalReference(reference)) return { url: webUrl(reference) ?? reference }
    const located = locateInShow(showDir, namedBy, reference, placeOf(key))
    diagnostics.push(...located.diagnostics)
    if (located.value === undefined) return undefined
    const file = publishedFile(located.value)
    media.push(file)
    const path = join(showDir, file.from)
    const found = { url: addressOf(file, show), length: statSync(path).size, type: mediaTypeOfName(file.from) }
    if (kind !== 'image') return found
    const image = readImage(path, file.from, placeOf(key))
    diagnostics.push(...image.diagnostics)
    return { ...found, ...image.value }
  }
}

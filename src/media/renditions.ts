import { createHash } from 'node:crypto'
import { type Outcome, reporter } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { damaged, pickArtwork } from './artwork.ts'
import { codes } from './codes.ts'
import { imageFactsIn } from './image.ts'
import { carefully, type Engineless, engine, loadSharp, type Sharp } from './sharp-engine.ts'

const report = reporter(codes)

/** How a picture is made of another. */
export interface Recipe {
  /** The longer side at most, in pixels; a smaller picture stays as large as it is. */
  readonly side: number
  readonly format: 'jpeg' | 'png'
}

/** A picture made of another: sRGB, opaque, upright, and with nothing in it but the picture. */
export interface Rendition {
  /** As asked for. */
  readonly side: number
  /** MIME type. */
  readonly type: 'image/jpeg' | 'image/png'
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  /** Of the input’s bytes, the recipe and the version of the library, in hexadecimal digits: same key, same bytes. */
  readonly key: string
}

/** Keeps renditions between builds, by their key. What it does not have is made again. */
export interface RenditionStore {
  readonly read: (key: string) => Uint8Array | undefined
  readonly write: (key: string, bytes: Uint8Array) => void
}

/** To be raised when the same recipe makes another picture. */
const recipeVersion = 1
/** Where transparent pixels were. */
const background = '#ffffff'

const keyOf = (input: Uint8Array, recipe: Recipe): string =>
  createHash('sha256')
    .update(`castwright rendition ${recipeVersion}, ${engine}, ${recipe.side} ${recipe.format}\n`)
    .update(input)
    .digest('hex')

/**
 * Makes smaller pictures of one: by recipe, those that come out the same only once. None is made larger than its input.
 * Same input, recipe and version of the library: same bytes, on the same kind of processor.
 * @param label the file as the user knows it
 * @returns what `pickArtwork` reports, and media/unreadable-image for damage; media/no-picture-engine as a warning, with
 *   no renditions
 */
export async function renderArtwork(
  absolutePath: string,
  recipes: readonly Recipe[],
  label: string,
  place: Place,
  store?: RenditionStore,
): Promise<Outcome<readonly Rendition[]>> {
  const picked = pickArtwork(absolutePath, label, place)
  if (picked.value === undefined) return { value: undefined, diagnostics: picked.diagnostics }
  const { bytes, facts } = picked.value
  const renditions: Rendition[] = []
  for (const recipe of fitting(recipes, Math.max(facts.width, facts.height))) {
    const made = await findOrMake(bytes, recipe, store)
    if (made === 'damaged') {
      return { value: undefined, diagnostics: [report('media/unreadable-image', { file: label, why: damaged }, place)] }
    }
    if ('engineless' in made) {
      return { value: [], diagnostics: [report('media/no-picture-engine', { why: made.engineless }, place)] }
    }
    renditions.push(made)
  }
  return { value: renditions, diagnostics: [] }
}

/** Of recipes that would make the same, the first: those that are larger than the picture. */
function fitting(recipes: readonly Recipe[], longest: number): Recipe[] {
  const resultOf = ({ side, format }: Recipe): string => `${Math.min(side, longest)} ${format}`
  return recipes.filter((recipe) => recipes.find((other) => resultOf(other) === resultOf(recipe)) === recipe)
}

type Problem = 'damaged' | Engineless

async function findOrMake(input: Uint8Array, recipe: Recipe, store?: RenditionStore): Promise<Rendition | Problem> {
  const key = keyOf(input, recipe)
  const found = renditionOf(store?.read(key), recipe, key)
  if (found !== undefined) return found
  const sharp = await loadSharp()
  if ('engineless' in sharp) return sharp
  const bytes = await make(sharp, input, recipe)
  if (bytes === undefined) return 'damaged'
  store?.write(key, bytes)
  return renditionOf(bytes, recipe, key) ?? 'damaged'
}

/** @returns undefined for what is not such a picture: a store may hold what was written half */
function renditionOf(bytes: Uint8Array | undefined, { side, format }: Recipe, key: string): Rendition | undefined {
  const facts = bytes && imageFactsIn(bytes, bytes.length)
  const type = `image/${format}` as const
  if (bytes === undefined || facts?.type !== type) return undefined
  return { side, type, width: facts.width, height: facts.height, bytes, key }
}

/** @returns undefined if the picture is damaged: the library throws */
async function make(sharp: Sharp, input: Uint8Array, { side, format }: Recipe): Promise<Uint8Array | undefined> {
  const picture = sharp(input, carefully)
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background })
    .toColourspace('srgb')
  const written =
    format === 'jpeg'
      ? picture.jpeg({ quality: 85, mozjpeg: true })
      : picture.png({ compressionLevel: 9, adaptiveFiltering: true })
  try {
    return await written.toBuffer()
  } catch {
    return undefined
  }
}

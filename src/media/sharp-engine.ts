import type sharp from 'sharp'
import type { SharpOptions } from 'sharp'

/**
 * The library that unpacks pictures. It is native code, and is loaded only when there is a picture to unpack.
 */

export type Sharp = typeof sharp

/** What makes the bytes of a picture: another version may make others. A test holds it to the one installed. */
export const engine = 'sharp 0.35.5, libvips 8.18.7'

/** Pictures beyond this are not unpacked: 100 megapixels are 300 MB of memory, and 10,000 on each side. */
export const maxPixels = 100_000_000

/** Of what is not a whole picture nothing is made; of what is only unusual, such as bytes between its parts, it is. */
export const carefully: SharpOptions = { limitInputPixels: maxPixels, failOn: 'error' }

/** What is unpacked, by its content. All else, SVG above all, would run code made for others than podcasters. */
export const unpackable = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`)

let loading: Promise<Sharp> | undefined

async function load(): Promise<Sharp> {
  const { default: loaded } = await import('sharp')
  loaded.block({ operation: ['VipsForeignLoad'] })
  loaded.unblock({ operation: loaders })
  // Each picture is seen once: there is nothing to remember.
  loaded.cache(false)
  return loaded
}

/** Why there is no engine: the machine is of a kind for which the library has no binary. */
export interface Engineless {
  readonly engineless: string
}

export async function loadSharp(): Promise<Sharp | Engineless> {
  loading ??= load()
  try {
    return await loading
  } catch (error) {
    // Pages of advice follow the first line.
    return { engineless: String(error).split('\n')[0] ?? '' }
  }
}

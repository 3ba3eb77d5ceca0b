/** Builds ID3v2 tags byte by byte, as other programs write them. */

export const bytes = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part))),
    ),
  )

const split = (size: number, bits: number): number[] =>
  [3, 2, 1, 0].map((place) => Math.floor(size / 2 ** (bits * place)) % 2 ** bits)
export const plainSize = (size: number): number[] => split(size, 8)
export const safeSize = (size: number): number[] => split(size, 7)

/** A frame of version 2.3. */
export const frame3 = (id: string, data: Uint8Array, flags: readonly [number, number] = [0, 0]): Uint8Array =>
  bytes(id, plainSize(data.length), flags, data)

/** A frame of version 2.4. */
export const frame4 = (id: string, data: Uint8Array, flags: readonly [number, number] = [0, 0]): Uint8Array =>
  bytes(id, safeSize(data.length), flags, data)

/** A tag. @param flags 0x80 unsynchronised, 0x40 extended header, 0x10 footer */
export const tag = (version: number, body: Uint8Array, flags = 0): Uint8Array =>
  bytes('ID3', [version, 0, flags], safeSize(body.length), body)

/** The content of a `CHAP` frame. */
export const chapter = (id: string, startMs: number, endMs: number, ...about: readonly Uint8Array[]): Uint8Array =>
  bytes(id, [0], plainSize(startMs), plainSize(endMs), new Array(8).fill(0xff), ...about)

/** The content of a `CTOC` frame. @param flags 2 top, 1 ordered */
export const contents = (id: string, flags: number, ...entries: readonly string[]): Uint8Array =>
  bytes(id, [0, flags, entries.length], ...entries.map((entry) => `${entry}\0`))

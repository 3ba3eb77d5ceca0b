/** Numbers and letters among bytes. */

/** A number of 32 bits, most significant byte first. What lies beyond the end counts as 0. */
export const uint32 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) * 2 ** 24 + (((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))

/** One letter for each byte. `TextDecoder` takes this name for Windows’ own set. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

export const fromLatin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** Numbers and letters among bytes. What lies beyond the end counts as 0. */

/** A number of 16 bits, most significant byte first. */
export const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** A number of 32 bits, most significant byte first. */
export const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 2 ** 16 + uint16(bytes, at + 2)

/** A number of 64 bits, most significant byte first; exact up to 2^53. */
export const uint64 = (bytes: Uint8Array, at: number): number => uint32(bytes, at) * 2 ** 32 + uint32(bytes, at + 4)

/** A number of 16 bits, least significant byte first. */
export const uint16le = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)

/** A number of 32 bits, least significant byte first. */
export const uint32le = (bytes: Uint8Array, at: number): number =>
  uint16le(bytes, at) + uint16le(bytes, at + 2) * 2 ** 16

/** A number of 64 bits, least significant byte first; exact up to 2^53. */
export const uint64le = (bytes: Uint8Array, at: number): number =>
  uint32le(bytes, at) + uint32le(bytes, at + 4) * 2 ** 32

/** One letter for each byte. `TextDecoder` takes this name for Windows’ own set. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

export const fromLatin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** Whether the bytes at `at` are these characters, one byte each. */
export function has(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

import { has } from './bytes.ts'

/** The length of the ID3v2 tag that the bytes start with; 0 if they don't. @see id3.org, ID3v2.4 structure §3.1, §3.4 */
export function id3Length(bytes: Uint8Array): number {
  if (bytes.length < 10 || !has(bytes, 0, 'ID3')) return 0
  const [flags = 0, a = 0, b = 0, c = 0, d = 0] = bytes.subarray(5, 10)
  const footer = (flags & 0x10) === 0 ? 0 : 10
  return 10 + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127) + footer
}

import type { ReadAt } from './read-at.ts'

/** The elements that Matroska and WebM files are made of. @see RFC 8794 §4 to §6 */

export interface Element {
  readonly id: number
  /** Where what is in it starts. */
  readonly from: number
  /** Where it ends; the end of what it lies in, if it does not say so itself. */
  readonly to: number
  /** Whether its size is left open, as by programs that write while they record. */
  readonly isOpen: boolean
  /** How many bytes it should have beyond the end of what it lies in. */
  readonly missing: number
}

/** A number whose first byte says how long it is; undefined for damage. All its bits set stand for "unknown". */
function readNumber(bytes: Uint8Array, keepMark: boolean) {
  const first = bytes[0] ?? 0
  const length = Math.clz32(first << 24) + 1
  if (length > 8 || bytes.length < length) return undefined
  const mask = 0xff >> length
  let value = keepMark ? first : first & mask
  let isOpen = (first & mask) === mask
  for (const byte of bytes.subarray(1, length)) {
    value = value * 256 + byte
    isOpen &&= byte === 0xff
  }
  return { value, length, isOpen }
}

/** The element whose header starts at `at`; undefined for damage. @param end of what it lies in */
export function elementAt(readAt: ReadAt, at: number, end: number): Element | undefined {
  const bytes = readAt(at, Math.min(12, end - at))
  const id = readNumber(bytes, true)
  const size = id && id.length <= 4 ? readNumber(bytes.subarray(id.length), false) : undefined
  if (id === undefined || size === undefined) return undefined
  const from = at + id.length + size.length
  const to = size.isOpen ? end : from + size.value
  return { id: id.value, from, to: Math.min(to, end), isOpen: size.isOpen, missing: Math.max(to - end, 0) }
}

/** The elements between two offsets, one after the other, up to damage. */
export function* walkElements(readAt: ReadAt, from: number, to: number): Generator<Element> {
  for (let at = from; at < to; ) {
    const element = elementAt(readAt, at, to)
    if (element === undefined) return
    yield element
    at = element.to
  }
}

/** The whole number in an element. */
export function readWhole(readAt: ReadAt, { from, to }: Element): number {
  let value = 0
  for (const byte of readAt(from, Math.min(to - from, 8))) value = value * 256 + byte
  return value
}

/** The floating-point number in an element, of four or eight bytes. */
export function readFloat(readAt: ReadAt, { from, to }: Element): number {
  const bytes = Uint8Array.from(readAt(from, Math.min(to - from, 8)))
  const view = new DataView(bytes.buffer)
  return bytes.length === 8 ? view.getFloat64(0) : bytes.length === 4 ? view.getFloat32(0) : 0
}

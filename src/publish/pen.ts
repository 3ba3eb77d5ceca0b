import { closeSync, openSync } from 'node:fs'
import { writeAll } from './atomic.ts'

/** Gathers small pieces for a file, so that 20,000 of them need a few hundred system calls. */
export interface Pen {
  readonly write: (chunk: string | Uint8Array) => void
  /** How many bytes were written so far; the first half of a pair that waits for its second is not among them. */
  readonly size: () => number
  readonly close: () => void
}

const capacity = 256 * 1024
/** The most bytes that one UTF-16 code unit takes in UTF-8. */
const bytesPerUnit = 3

const endsInHalfPair = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff
}

/** Opens a new file; one of that name must not exist. Every call may throw the system's error. */
export function openPen(file: string): Pen {
  const descriptor = openSync(file, 'wx')
  const buffer = Buffer.allocUnsafeSlow(capacity)
  let filled = 0
  let flushed = 0
  let half = ''

  const flush = (): void => {
    const end = filled
    filled = 0
    flushed += end
    writeAll(descriptor, buffer.subarray(0, end))
  }
  const writeBytes = (bytes: Uint8Array): void => {
    if (filled + bytes.length > capacity) flush()
    if (bytes.length > capacity) {
      flushed += bytes.length
      writeAll(descriptor, bytes)
    } else {
      buffer.set(bytes, filled)
      filled += bytes.length
    }
  }
  const writeText = (text: string): void => {
    if (text.length * bytesPerUnit > capacity) {
      writeBytes(Buffer.from(text))
    } else {
      if (filled + text.length * bytesPerUnit > capacity) flush()
      filled += buffer.write(text, filled)
    }
  }
  /** A pair of code units that two chunks share must meet before they become bytes. */
  const writeHalf = (): void => {
    writeText(half)
    half = ''
  }

  return {
    write: (chunk) => {
      if (typeof chunk !== 'string') {
        writeHalf()
        writeBytes(chunk)
        return
      }
      const text = half + chunk
      half = endsInHalfPair(text) ? text.slice(-1) : ''
      writeText(half === '' ? text : text.slice(0, -1))
    },
    size: () => flushed + filled,
    close: () => {
      try {
        writeHalf()
        flush()
      } finally {
        closeSync(descriptor)
      }
    },
  }
}

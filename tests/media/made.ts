/** Audio of any length, made up while it is read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of any size. */
export interface Made {
  readonly size: number
  /** Fewer at the end of the file. */
  readonly bytes: (offset: number, length: number) => Buffer
}

/** How many of `length` bytes from an offset on there are. */
const there = (offset: number, length: number, size: number): number => Math.max(Math.min(length, size - offset), 0)

export const made = (bytes: Uint8Array): Made => ({
  size: bytes.length,
  bytes: (offset, length) => Buffer.from(bytes.subarray(offset, offset + length)),
})

export const fixture = (name: string): Made => made(readFileSync(join(import.meta.dirname, '../fixtures/media', name)))

export const filled = (size: number, byte = 0): Made => ({
  size,
  bytes: (offset, length) => Buffer.alloc(there(offset, length, size), byte),
})

/** One after the other. */
export function joined(...parts: readonly Made[]): Made {
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  return {
    size,
    bytes: (offset, length) => {
      const chunks: Buffer[] = []
      let start = 0
      for (const part of parts) {
        const from = Math.max(offset - start, 0)
        const to = Math.min(offset + length - start, part.size)
        if (from < to) chunks.push(part.bytes(from, to - from))
        start += part.size
      }
      return Buffer.concat(chunks)
    },
  }
}

/** The first bytes, as an upload leaves them that broke off. */
export const cutOff = (file: Made, size: number): Made => ({
  size,
  bytes: (offset, length) => file.bytes(offset, there(offset, length, size)),
})

/** The same bytes again and again. */
const repeated = (cycle: Buffer, size: number): Made => ({
  size,
  bytes: (offset, length) => {
    const bytes = Buffer.alloc(there(offset, length, size))
    for (let at = 0; at < bytes.length; ) at += cycle.copy(bytes, at, (offset + at) % cycle.length)
    return bytes
  },
})

/** Text as it is; numbers in 32 bits, most significant byte first. */
export function fields(...values: readonly (number | string)[]): Made {
  const parts = values.map((value) => {
    if (typeof value === 'string') return Buffer.from(value, 'latin1')
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  })
  return made(Buffer.concat(parts))
}

/** A frame of MPEG 1 layer III at 44.1 kHz plays so long. */
export const frameSeconds = 1152 / 44_100
/** At 128 kbit/s it has so many bytes without padding, and so many on average with it. */
const unpadded = 417
const average = (144 * 128_000) / 44_100

/** MP3 of 128 kbit/s: exactly with padding, nearly without. */
export function steadyMp3(frames: number, isPadded = true): Made {
  const startOf = (frame: number): number => (isPadded ? Math.floor(frame * average) : frame * unpadded)
  const size = startOf(frames)
  return {
    size,
    bytes: (offset, length) => {
      const bytes = Buffer.alloc(there(offset, length, size))
      const first = Math.max(Math.floor(offset / average) - 2, 0)
      for (let frame = first; startOf(frame) < offset + bytes.length; frame++) {
        const padding = startOf(frame + 1) - startOf(frame) - unpadded
        for (const [i, byte] of [0xff, 0xfb, 0x90 | (padding << 1), 0xc4].entries()) {
          const at = startOf(frame) + i - offset
          if (at >= 0 && at < bytes.length) bytes[at] = byte
        }
      }
      return bytes
    },
  }
}

/** MP3 of 128 kbit/s at 48 kHz, then of 256: its frames are just twice as long. */
export const doublingMp3 = (frames: number): Made => joined(plainMp3(0x94, 384, frames), plainMp3(0xd4, 768, frames))

function plainMp3(rates: number, length: number, frames: number): Made {
  const frame = Buffer.alloc(length)
  frame.set([0xff, 0xfb, rates, 0xc4])
  return repeated(frame, length * frames)
}

const rates = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]

/** MP3 in which each frame has another bit rate than the one before. @param cycles of 14 frames */
export function varyingMp3(cycles: number): Made {
  const frames = rates.map((rate, index) => {
    const frame = Buffer.alloc(Math.floor((144 * rate * 1000) / 44_100))
    frame.set([0xff, 0xfb, (index + 1) << 4, 0xc4])
    return frame
  })
  const cycle = Buffer.concat(frames)
  return repeated(cycle, cycle.length * cycles)
}
export const cycleSeconds = rates.length * frameSeconds

/** Sound behind a first frame in which the encoder notes how many frames and bytes the file has. */
export function noted(name: 'Xing' | 'Info', frames: number, sound: Made): Made {
  const note = Buffer.alloc(unpadded)
  note.set([0xff, 0xfb, 0x90, 0xc4])
  note.write(name, 21, 'latin1')
  note.writeUInt32BE(3, 25)
  note.writeUInt32BE(frames, 29)
  note.writeUInt32BE(unpadded + sound.size, 33)
  return joined(made(note), sound)
}

/** A tag with so many bytes of a picture in it. */
export const id3 = (size: number): Made =>
  joined(
    made(Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, ...[21, 14, 7, 0].map((shift) => (size >> shift) & 127)])),
    filled(size, 0x41),
  )

export const id3v1: Made = made(Buffer.from(`TAG${'x'.repeat(125)}`))

/** AAC frames of 1024 samples at 44.1 kHz, 372 bytes each. */
export function adts(frames: number): Made {
  const length = 372
  const frame = Buffer.alloc(length)
  frame.set([0xff, 0xf1, 0x50, 0x80 | (length >> 11), (length >> 3) & 255, ((length & 7) << 5) | 0x1f, 0xfc])
  return repeated(frame, length * frames)
}
export const adtsSeconds = 1024 / 44_100

const box = (name: string, ...parts: readonly Made[]): Made => {
  const content = joined(...parts)
  return joined(fields(content.size + 8, name), content)
}

/** M4A with a table of the samples’ sizes, as long files have it, and with a cover. @param sound in bytes */
export function m4a(seconds: number, movieAt: 'start' | 'end', sound: number): Made {
  const samples = seconds * 43
  const movie = box(
    'moov',
    box('mvhd', fields(0, 0, 0, 1000, seconds * 1000), filled(80)),
    box(
      'trak',
      box('tkhd', fields(0, 0, 0, 1, 0, seconds * 1000), filled(60)),
      box(
        'mdia',
        box('mdhd', fields(0, 0, 0, 44_100, seconds * 44_100, 0)),
        box('hdlr', fields(0, 0, 'soun', 0, 0, 0)),
        box('minf', box('stbl', box('stsd', fields(0, 0)), box('stsz', fields(0, 0, samples), filled(samples * 4, 1)))),
      ),
    ),
    box('udta', filled(300_000, 7)),
  )
  const head = box('ftyp', fields('M4A ', 0, 'M4A '))
  const mdat = box('mdat', filled(sound))
  return movieAt === 'start' ? joined(head, movie, mdat) : joined(head, mdat, movie)
}

const little = (value: number): Made => made(Buffer.from(fields(value).bytes(0, 4)).reverse())

/** A page of Ogg. @param position in samples */
function page(serial: number, flags: number, position: number, content: Made): Made {
  const segments = Math.floor(content.size / 255) + 1
  const lengths = Buffer.alloc(segments, 255)
  lengths[segments - 1] = content.size % 255
  const head = [made(Buffer.from(['OggS'.charCodeAt(0), 0x67, 0x67, 0x53, 0, flags])), little(position), little(0)]
  return joined(...head, little(serial), filled(8), made(Buffer.from([segments])), made(lengths), content)
}

/** Opus of one second in a page. @param serial each stream has its own number */
export function opus(seconds: number, serial = 5): Made {
  const head = made(Buffer.from('OpusHead\x01\x02\x38\x01\x80\xbb\x00\x00\x00\x00\x00', 'latin1'))
  const skip = 0x138
  const pages = Array.from({ length: seconds }, (_, index) => {
    const isLast = index === seconds - 1
    return page(serial, isLast ? 4 : 0, skip + (index + 1) * 48_000, filled(12_000, 3))
  })
  return joined(page(serial, 2, 0, head), page(serial, 0, 0, joined(fields('OpusTags'), filled(100))), ...pages)
}

/** FLAC at 48 kHz whose head says how long it is; the sound itself is none. @param sound in bytes */
export function flac(seconds: number, sound: number): Made {
  const info = Buffer.alloc(34)
  info.writeUInt16BE(4096, 0)
  info.writeUInt16BE(4096, 2)
  info.writeUInt32BE((48_000 << 12) | (1 << 9) | (15 << 4), 10)
  info.writeUInt32BE(seconds * 48_000, 14)
  return joined(fields('fLaC', 34), made(info), fields(0x86 * 2 ** 24 + 400_000), filled(400_000, 9), filled(sound))
}

/** 16 bits, stereo, 44.1 kHz, with room for an editor’s texts before the sound. */
export function wav(seconds: number): Made {
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(2, 2)
  format.writeUInt32LE(44_100, 4)
  format.writeUInt32LE(176_400, 8)
  format.writeUInt16LE(4, 12)
  format.writeUInt16LE(16, 14)
  const size = seconds * 176_400
  const chunks = [fields('fmt '), little(16), made(format), fields('JUNK'), little(90_000), filled(90_000)]
  return joined(
    fields('RIFF'),
    little(size + 90_044),
    fields('WAVE'),
    ...chunks,
    fields('data'),
    little(size),
    filled(size),
  )
}

/** 16 bits, stereo, 44.1 kHz. */
export function aiff(seconds: number): Made {
  const common = Buffer.from('0002\0\0\0\0\0\x10\x40\x0e\xac\x44\0\0\0\0\0\0'.slice(2), 'latin1')
  common.set([0, 2])
  common.writeUInt32BE(seconds * 44_100, 2)
  const size = seconds * 176_400
  return joined(
    fields('FORM', size + 46, 'AIFF', 'COMM', 18),
    made(common),
    fields('SSND', size + 8, 0, 0),
    filled(size),
  )
}

const element = (id: readonly number[], content: Made): Made =>
  joined(
    made(Buffer.from([...id, 0x01, 0, 0])),
    fields(Math.floor(content.size / 2 ** 8)),
    made(Buffer.from([content.size % 256])),
    content,
  )

/** WebM with sound alone. @param sound in bytes */
export function webm(seconds: number, sound: number): Made {
  const duration = Buffer.alloc(8)
  duration.writeDoubleBE(seconds * 1000)
  const info = element([0x15, 0x49, 0xa9, 0x66], element([0x44, 0x89], made(duration)))
  const track = element([0xae], element([0x83], made(Buffer.from([2]))))
  const tracks = element([0x16, 0x54, 0xae, 0x6b], track)
  const cluster = element([0x1f, 0x43, 0xb6, 0x75], filled(sound))
  return joined(
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], fields('webm'))),
    element([0x18, 0x53, 0x80, 0x67], joined(info, tracks, cluster)),
  )
}

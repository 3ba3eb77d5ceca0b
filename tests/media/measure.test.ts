import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { measure } from '../../src/media/measure.ts'

const folder = join(import.meta.dirname, '../fixtures/media')

function look(name: string) {
  const bytes = readFileSync(join(folder, name))
  return {
    measured: measure((offset, length) => bytes.subarray(offset, offset + length), bytes.length),
    size: bytes.length,
  }
}

interface Row {
  readonly name: string
  readonly format: string
  readonly duration: number
  readonly bitrate: number
  readonly height?: number
  /** What ffprobe 5.1 says; undefined where it does not know. */
  readonly probed: number | undefined
  /** Why ours may be another. */
  readonly but?: string
}

const row = (
  name: string,
  format: string,
  duration: number,
  bitrate: number,
  probed: number | undefined,
  more: { height?: number; but?: string } = {},
): Row => ({ name, format, duration, bitrate, probed, ...more })

// All seconds are those of every frame in an MP3 or AAC without a container; a player may skip some hundredths at the
// start, which the encoder added. In MPEG-4 and Opus these are left out, as the file says where the sound starts.
const rows: readonly Row[] = [
  row('tone.mp3', 'mp3', 1.045, 64000, 1.044898),
  row('cbr-no-header.mp3', 'mp3', 1.045, 64000, 1.044875),
  row('said-vbr.mp3', 'mp3', 1.584, 37818, 1.584),
  row('vbr-no-header.mp3', 'mp3', 4.049, 32314, 4.08875, { but: 'ffprobe estimates; it counts 155 packets, as we do' }),
  row('joined.mp3', 'mp3', 2.116, 64000, 2.11575),
  row('nested.mp3', 'mp3', 1.045, 64000, 1.044898),
  row('tone.m4a', 'm4a', 2, 24024, 2),
  row('m4a-named.mp3', 'm4a', 2, 24024, 2),
  row('chapters.m4a', 'm4a', 2, 24336, 2),
  row('chapters-faststart.m4a', 'm4a', 2, 24336, 2),
  row('said-fragments.m4a', 'm4a', 1.564, 17488, 1.564),
  row('said.aac', 'aac', 1.6, 17970, 1.599911),
  row('said.ogg', 'ogg', 1.5, 20501, 1.5),
  row('said.opus', 'ogg', 1.5, 11691, 1.5065),
  row('tone.opus', 'ogg', 2, 13508, 2.0065),
  row('said-joined.ogg', 'ogg', 3, 16461, 1.5, { but: 'ffprobe sees the first of two recordings' }),
  row('tone.flac', 'flac', 1, 30720, 1),
  row('said-piped.flac', 'flac', 1.5, 76720, undefined, { but: 'the file was piped; 21 packets' }),
  row('tone.wav', 'wav', 1, 64000, 1),
  row('said-piped.wav', 'wav', 1.5, 64000, 1.5),
  row('said-rf64.wav', 'wav', 1.5, 64000, 1.5),
  row('said-adpcm.wav', 'wav', 1.531, 64220, 1.53075),
  row('said.aiff', 'aiff', 1.5, 64043, 1.5),
  row('said.webm', 'weba', 1.508, 13538, 1.508),
  row('clip.mp4', 'mp4', 1, 32704, 1, { height: 32 }),
  row('film.mp4', 'mp4', 2, 17580, 2, { height: 48 }),
  row('film.mov', 'mp4', 2, 17580, 2, { height: 48 }),
  row('film-turned.mp4', 'mp4', 2, 17580, 2, { height: 64, but: 'held upright: the width of 64 is shown as height' }),
  row('film-fragments.mp4', 'mp4', 2.2, 15982, 2.2, { height: 48 }),
  row('film.webm', 'webm', 2.007, 12142, 2.007, { height: 48 }),
  row('film-live.webm', 'webm', 2.007, 12094, undefined, { height: 48, but: 'the file was piped' }),
  row('film.mkv', 'mkv', 2.064, 18333, 2.064, { height: 48 }),
  row('film.ogv', 'ogv', 1.5, 21029, 1.5, { height: 48 }),
]

describe('measures', () => {
  test.each(rows)('$name: $format, $duration s, $bitrate bit/s', ({ name, format, duration, bitrate, height }) => {
    const { measured, size } = look(name)
    expect(measured).toEqual({ format, length: size, duration, bitrate, ...(height && { height }) })
  })

  test.each(rows.filter(({ but }) => but === undefined))('$name as long as ffprobe said: $probed s', (known) => {
    expect(Math.abs(known.duration - (known.probed ?? Number.NaN))).toBeLessThan(0.05)
  })

  test('has a picture track that is the cover, or pictures of chapters, for no film', () => {
    const { measured } = look('tags.m4a')
    expect(measured).toMatchObject({ format: 'm4a', duration: 1.5 })
    expect(measured).not.toHaveProperty('height')
  })
})

interface Probed {
  readonly format: { readonly duration?: string }
  readonly streams: readonly { readonly codec_type: string; readonly height?: number }[]
}

const run = promisify(execFile)
async function probe(name: string): Promise<[string, Probed]> {
  const args = ['-v', 'quiet', '-of', 'json', '-show_format', '-show_streams', join(folder, name)]
  return [name, JSON.parse((await run('ffprobe', args)).stdout)]
}

const hasProbe = spawnSync('ffprobe', ['-version']).status === 0
const reason = hasProbe ? '' : ' (skipped: ffprobe is not installed)'

describe.skipIf(!hasProbe)(`agrees with ffprobe${reason}`, () => {
  const alike = rows.filter(({ but }) => but === undefined)
  let probed: Map<string, Probed>
  beforeAll(async () => {
    probed = new Map(await Promise.all(alike.map(({ name }) => probe(name))))
  })

  test.each(alike)('on $name', ({ name, format: ours, duration, height }) => {
    const { format, streams } = probed.get(name) as Probed
    // Later versions than 5.1 may leave out the encoder's lead-in of an MP3.
    expect(Math.abs(duration - Number(format.duration))).toBeLessThan(ours === 'mp3' ? 0.1 : 0.05)
    expect(streams.find((stream) => stream.codec_type === 'video' && stream.height !== 0)?.height).toBe(height)
  })
})

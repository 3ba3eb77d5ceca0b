import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tagMp3 } from '../../src/media/embedded.ts'

/** What another program reads in the published copy of an MP3. */

const fixtures = join(import.meta.dirname, '../fixtures/media')
const place = { file: 'episodes/a.md', line: 3, column: 8, offset: 30 }
const hasProbe = spawnSync('ffprobe', ['-version']).status === 0
const reason = hasProbe ? '' : ' (skipped: ffprobe is not installed)'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-probe-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.skipIf(!hasProbe)(`ffprobe reads the new tags, and no old ones${reason}`, () => {
  test.each(['cbr-no-header.mp3', 'tags-v23.mp3', 'tags-v24.mp3', 'nested.mp3'])('of %s', (name) => {
    const { value } = tagMp3(join(fixtures, name), name, place, {
      title: 'Böden № 1',
      show: 'Ground Floor 2',
      artist: 'Crew Ü',
      date: '2027-04-30',
      episodeNumber: 7,
      season: 3,
      description: 'Neu.\nZwei Zeilen.',
      transcript: 'Erde.\n„Würmer“ 🌱',
      chapters: [
        { start: 0, title: 'Anfang' },
        { start: 0.5, title: 'Ende' },
      ],
      duration: 1,
      artwork: { mime: 'image/png', bytes: readFileSync(join(fixtures, 'cover-1400.png')) },
    })
    if (value === undefined) throw new Error('no value')
    const source = readFileSync(join(fixtures, name))
    const copy = join(folder, name)
    writeFileSync(copy, Buffer.concat([value.head, source.subarray(value.skip, source.length - value.tail)]))
    const args = ['-v', 'quiet', '-of', 'json', '-show_format', '-show_streams', '-show_chapters', copy]
    const { format, streams, chapters } = JSON.parse(spawnSync('ffprobe', args, { encoding: 'utf8' }).stdout)
    expect(format.tags).toMatchObject({
      title: 'Böden № 1',
      album: 'Ground Floor 2',
      artist: 'Crew Ü',
      date: '2027-04-30',
      track: '7',
      disc: '3',
      comment: 'Neu.\nZwei Zeilen.',
      'lyrics-und': 'Erde.\n„Würmer“ 🌱',
    })
    expect(Object.keys(format.tags)).not.toContain('lyrics')
    expect(streams[1]).toMatchObject({ codec_name: 'png', width: 1400, tags: { comment: 'Cover (front)' } })
    expect(chapters.map((chapter: { tags: { title: string } }) => chapter.tags.title)).toEqual(['Anfang', 'Ende'])
  })
})

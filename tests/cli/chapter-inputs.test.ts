import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseBuffer } from 'music-metadata'
import { expect, test } from 'vitest'
import { showFolder, showYaml } from './show-folder.ts'

const media = (name: string) => readFileSync(`tests/fixtures/media/${name}`)
const local = (audio: string, more = '', notes = 'Notes.\n') =>
  `---\ntitle: Tone\ndate: 2026-01-05\naudio: ${audio}\n${more}---\n\n${notes}`
const chaptersOf = (text: string) =>
  (JSON.parse(text) as { chapters: { startTime: number; title: string }[] }).chapters.map(({ startTime, title }) => [
    startTime,
    title,
  ])

test('chapters: may name a file in any format that is known', () => {
  const show = showFolder({
    'episodes/tone.md': local(
      'vbr-no-header.mp3',
      'chapters: tone.chapters.txt\n',
      '- 0:01 From\n- 0:02 the outline\n',
    ),
    'episodes/vbr-no-header.mp3': media('vbr-no-header.mp3'),
    'episodes/tone.chapters.txt': '00:00:00.000 Start\n00:00:01.500 Middle\n',
  })
  expect(show.run('build')).toMatchObject({ code: 0, stderr: '' })
  expect(chaptersOf(show.read('dist/chapters/tone.json'))).toEqual([
    [0, 'Start'],
    [1.5, 'Middle'],
  ])
  expect(show.exists('dist/media/episodes/tone.chapters.txt')).toBe(false)
  show.write('episodes/tone.chapters.txt', 'nothing of the kind')
  const { code, stderr } = show.run('build')
  expect(code).toBe(1)
  expect(stderr).toMatch(/^episodes\/tone\.chapters\.txt:1:1 error .*\[chapters\/unknown-format\]/m)
})

test('chapters that the audio carries count where nothing else has any', () => {
  const files = { 'episodes/tone.mp3': media('chapters-v23.mp3') }
  const show = showFolder({ ...files, 'episodes/tone.md': local('tone.mp3') })
  expect(show.run('build').code).toBe(0)
  const embedded = chaptersOf(show.read('dist/chapters/tone.json'))
  expect(embedded.length).toBeGreaterThan(1)
  const other = showFolder({
    ...files,
    'episodes/tone.md': local('tone.mp3', 'chapters: [{ start: 0, title: Mine }]\n'),
  })
  other.run('build')
  expect(chaptersOf(other.read('dist/chapters/tone.json'))).toEqual([[0, 'Mine']])
})

test('embed writes chapters into the published copy, and leaves the source alone', async () => {
  const source = media('vbr-no-header.mp3')
  const show = showFolder({
    'podcast.yaml': `${showYaml}output: { embed: true }\n`,
    'episodes/tone.md': local(
      'tone.mp3',
      'season: 2\nepisode: 7\n',
      '- 0:00 Start ☀️\n- 0:02 [Middle](https://soil.example/m)\n',
    ),
    'episodes/tone.mp3': source,
  })
  expect(show.run('build')).toMatchObject({ code: 0, stderr: '' })
  const published = readFileSync(join(show.dir, 'dist/media/episodes/tone.mp3'))
  expect(readFileSync(join(show.dir, 'episodes/tone.mp3'))).toEqual(source)
  expect(show.read('dist/feed.xml')).toContain(`length="${published.length}"`)
  expect(published.subarray(-source.length)).toEqual(source)
  const { common, native } = await parseBuffer(published, { mimeType: 'audio/mpeg' })
  expect(common).toMatchObject({ title: 'Tone', album: 'Soil and Seed', track: { no: 7 } })
  const frames = Object.values(native).flat()
  expect(frames.filter(({ id }) => id === 'CHAP')).toHaveLength(2)
  expect(frames.filter(({ id }) => id === 'CTOC')).toHaveLength(1)
  expect(show.run('build').stdout).toMatch(/0 files written/)
  show.write('episodes/tone.md', local('tone.mp3', '', '- 0:00 Another\n- 0:02 outline\n'))
  show.run('build')
  expect(readFileSync(join(show.dir, 'dist/media/episodes/tone.mp3'))).not.toEqual(published)
  expect(show.read('dist/feed.xml')).toContain(
    `length="${readFileSync(join(show.dir, 'dist/media/episodes/tone.mp3')).length}"`,
  )
})

test('ffprobe finds the embedded chapters', (context) => {
  if (spawnSync('ffprobe', ['-version']).status !== 0) context.skip('ffprobe is not installed here')
  const show = showFolder({
    'podcast.yaml': `${showYaml}output: { embed: true }\n`,
    'episodes/tone.md': local('tone.mp3', '', '- 0:00 Start\n- 0:02 Ende – schön\n'),
    'episodes/tone.mp3': media('vbr-no-header.mp3'),
  })
  show.run('build')
  const { stdout } = spawnSync(
    'ffprobe',
    ['-v', 'error', '-show_chapters', '-of', 'json', join(show.dir, 'dist/media/episodes/tone.mp3')],
    { encoding: 'utf8' },
  )
  const { chapters } = JSON.parse(stdout) as { chapters: { start_time: string; tags: { title: string } }[] }
  expect(chapters.map(({ start_time, tags }) => [Number(start_time), tags.title])).toEqual([
    [0, 'Start'],
    [2, 'Ende – schön'],
  ])
})

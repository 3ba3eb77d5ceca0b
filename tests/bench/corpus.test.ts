import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, expect, test } from 'vitest'
import { makeEpisode, makeShow, writeCorpus } from '../../bench/corpus.ts'
import { findTimes } from '../../bench/floor-episode.ts'
import { frontmatterSchema } from '../../src/model/frontmatter.ts'
import { showSchema } from '../../src/model/show.ts'
import { slugOfFile } from '../../src/text/slug.ts'

const episodes = Array.from({ length: 200 }, (_, index) => makeEpisode(index))
const split = (text: string): string[] => text.slice(4).split('\n---\n', 2)
const root = mkdtempSync(join(tmpdir(), 'corpus-test-'))
afterAll(() => rmSync(root, { recursive: true }))

/** Every file of a show, by its path. */
function readShow(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path))
  return Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]))
}

test('writes the same bytes twice', () => {
  const first = readShow(writeCorpus(join(root, 'first'), 20))
  const second = readShow(writeCorpus(join(root, 'second'), 20))
  expect(Object.keys(first)).toHaveLength(21)
  expect(second).toEqual(first)
})

test('a larger show begins with the smaller one', () => {
  const small = readShow(writeCorpus(root, 5))
  expect(readShow(writeCorpus(root, 20))).toMatchObject(small)
})

test('does not write a show again that is there', () => {
  const folder = writeCorpus(root, 3)
  rmSync(join(folder, 'podcast.yaml'))
  expect(Object.keys(readShow(writeCorpus(root, 3)))).toHaveLength(3)
})

test('has frontmatter that the schema takes, and no key that it does not know', () => {
  for (const { text } of episodes)
    expect(() => frontmatterSchema.strict().parse(load(split(text)[0] ?? ''))).not.toThrow()
})

test.each([true, false])('has settings that the schema takes (all outputs: %j)', (allOutputs) => {
  const show = showSchema.strict().parse(load(makeShow(allOutputs)))
  const output = { atom: allOutputs, json: allOutputs, simpleChapters: allOutputs, timestamps: allOutputs }
  expect(show.output).toEqual(output)
})

test('has 2 to 6 KB of notes and 8 to 25 chapters, in order and within the audio', () => {
  for (const { text, chapters } of episodes) {
    const [yaml = '', notes = ''] = split(text)
    const duration = frontmatterSchema.parse(load(yaml)).audio?.duration ?? 0
    const starts = findTimes(notes).map((chapter) => chapter.startTime)
    expect(Buffer.byteLength(notes)).toBeGreaterThanOrEqual(2000)
    expect(Buffer.byteLength(notes)).toBeLessThanOrEqual(6144)
    expect(starts.length).toBe(chapters)
    expect(chapters >= 8 && chapters <= 25).toBe(true)
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
    expect(starts.at(-1)).toBeLessThan(duration)
  }
})

test.each([
  ['a list of (mm:ss)', /^- \(\d\d:\d\d\) /m],
  ['[hh:mm:ss]', /^\[\d\d:\d\d:\d\d\] /m],
  ['bare lines', /^\d\d:\d\d /m],
  ['links to the time', /^- \[\d\d:\d\d\]\(#t=\d+\) /m],
  ['bold times', /^\*\*\d\d:\d\d\*\* /m],
])('writes some outlines as %s', (_, notation) => {
  expect(episodes.filter(({ text }) => notation.test(text)).length).toBeGreaterThan(20)
})

test('names its files by date, newest last, with a slug of its own each', () => {
  const files = episodes.map(({ file }) => file)
  expect([...files].sort()).toEqual(files)
  expect(new Set(files.map(slugOfFile)).size).toBe(files.length)
})

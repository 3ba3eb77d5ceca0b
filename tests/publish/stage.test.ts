import { chmodSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { discard } from '../../src/publish/commit.ts'
import { stageCopy, stageDocument, stageStream } from '../../src/publish/stage.ts'
import { build, counts, open, put, temporaryFolder } from './folders.ts'

test('stages a document that is not there yet', () => {
  const { folder } = open(temporaryFolder())
  const staged = stageDocument(folder, 'a', 'feed.xml', 'feeds', 'grün')
  expect(staged).toMatchObject({ path: 'feed.xml', wave: 'feeds', state: 'new', stagedAs: 'a', size: 5 })
  expect(readFileSync(join(folder.stage, 'a'), 'utf8')).toBe('grün')
})

test.each([
  ['equal text', 'grün', 'same'],
  ['equal bytes', Buffer.from('grün'), 'same'],
  ['as many other bytes', 'gräu', 'new'],
  ['fewer bytes', 'grü', 'new'],
  ['more bytes', 'grün!', 'new'],
])('compares %s with the file that is there', (_name, body, state) => {
  const out = temporaryFolder()
  put(join(out, 'index.html'), 'grün')
  const { folder } = open(out)
  expect(stageDocument(folder, 'a', 'index.html', 'pages', body).state).toBe(state)
  expect(readdirSync(folder.stage)).toEqual(state === 'same' ? [] : ['a'])
})

test('does not look at files outside the output folder', () => {
  const show = temporaryFolder()
  put(join(show, 'x'), 'x')
  const out = join(show, 'dist')
  put(join(out, 'CNAME'), 'example.com')
  const staged = stageDocument(open(out).folder, 'a', '../x', 'pages', 'x')
  expect(staged.state).toBe('new')
  expect(staged).not.toHaveProperty('over')
})

test('finds a difference in the last byte of a long document', () => {
  const out = temporaryFolder()
  const body = Array.from({ length: 100_000 }, (_, index) => `${index}\n`).join('')
  put(join(out, 'a'), body)
  put(join(out, 'b'), `${body.slice(0, -1)}!`)
  const { folder } = open(out)
  expect(stageDocument(folder, '1', 'a', 'pages', body).state).toBe('same')
  expect(stageDocument(folder, '2', 'b', 'pages', body).state).toBe('new')
})

test('takes two outputs under one stage name for a bug', () => {
  const { folder } = open(temporaryFolder())
  stageDocument(folder, 'a', 'x', 'pages', '')
  expect(() => stageDocument(folder, 'a', 'y', 'pages', '')).toThrow(/^bug:/)
  expect(() => stageStream(folder, 'a', 'y', 'pages')).toThrow(/^bug:/)
})

test('says why a document could not be staged, and does not throw', () => {
  const { folder } = open(temporaryFolder())
  discard(folder)
  expect(stageDocument(folder, 'a', 'x', 'pages', 'x').problem).toContain('ENOENT')
  expect(stageCopy(folder, 'b', 'y', 'media', join(folder.root, 'nowhere.mp3')).problem).toContain('ENOENT')
  const stream = stageStream(folder, 'c', 'z', 'feeds')
  stream.write('z')
  expect(stream.end().problem).toContain('ENOENT')
})

const chunk = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\ud83c', '\udfa7', '🎧', '', 'x'.repeat(100_000), '🎧'.repeat(50_000), 'é'.repeat(262_144)),
)

test('streams text as one document, however it is cut', () => {
  const { folder } = open(temporaryFolder())
  let count = 0
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 12 }), (chunks) => {
      const name = `s-${count++}`
      const stream = stageStream(folder, name, 'feed.xml', 'feeds')
      for (const text of chunks) stream.write(text)
      const whole = Buffer.from(chunks.join(''))
      expect(stream.end()).toMatchObject({ state: 'new', stagedAs: name, size: whole.length })
      expect(readFileSync(join(folder.stage, name)).equals(whole)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('streams bytes and text in the order in which they come', () => {
  const { folder } = open(temporaryFolder())
  const stream = stageStream(folder, 's', 'feed.xml', 'feeds')
  const chunks = ['a', Buffer.from('b'), 'c🎧', Buffer.alloc(300_000, 'd'), 'e', Buffer.from('f'), 'g'.repeat(300_000)]
  for (const part of chunks) stream.write(part)
  stream.end()
  const whole = Buffer.concat(chunks.map((part) => Buffer.from(part)))
  expect(readFileSync(join(folder.stage, 's')).equals(whole)).toBe(true)
})

test('leaves nothing of a streamed document whose bytes are there already', () => {
  const out = temporaryFolder()
  build(out, { 'feed.xml': 'old feed' })
  const { folder } = open(out)
  const stream = stageStream(folder, 's', 'feed.xml', 'feeds')
  for (const part of ['old', ' ', 'feed']) stream.write(part)
  expect(stream.end().state).toBe('same')
  expect(readdirSync(folder.stage)).toEqual([])
  const other = stageStream(folder, 't', 'feed.xml', 'feeds')
  other.write('new feed')
  expect(other.end()).toMatchObject({ state: 'new', over: 'file' })
})

test('copies media once, and again only when they change', () => {
  const out = temporaryFolder()
  const audio = join(temporaryFolder(), 'soil.mp3')
  put(audio, 'sound')
  const run = () => build(out, {}, { copies: { 'media/soil.mp3': audio } })
  expect(counts(run())).toEqual({ written: 1, unchanged: 0, removed: 0 })
  expect(counts(run())).toEqual({ written: 0, unchanged: 1, removed: 0 })
  put(audio, 'other')
  utimesSync(audio, 1, 1)
  expect(counts(run())).toEqual({ written: 1, unchanged: 0, removed: 0 })
  expect(readFileSync(join(out, 'media/soil.mp3'), 'utf8')).toBe('other')
})

test('trusts size and time of media, and reads them only when one of these has changed', () => {
  const out = temporaryFolder()
  const audio = join(temporaryFolder(), 'soil.mp3')
  put(audio, 'sound')
  utimesSync(audio, 1_000_000, 1_000_000)
  const run = () => build(out, {}, { copies: { 'soil.mp3': audio } })
  run()
  // The same size and time, but other bytes: nobody has looked inside if this counts as unchanged.
  put(audio, 'SOUND')
  utimesSync(audio, 1_000_000, 1_000_000)
  expect(counts(run()).unchanged).toBe(1)
  utimesSync(audio, 2_000_000, 2_000_000)
  expect(counts(run()).written).toBe(1)
  // Another time, but the same bytes: compared, not copied, and known from then on.
  utimesSync(audio, 3_000_000, 3_000_000)
  expect(counts(run()).unchanged).toBe(1)
  put(audio, 'sound')
  utimesSync(audio, 3_000_000, 3_000_000)
  expect(counts(run()).unchanged).toBe(1)
})

test('copies media again when the copy was changed', () => {
  const out = temporaryFolder()
  const audio = join(temporaryFolder(), 'soil.mp3')
  put(audio, 'sound')
  const run = () => build(out, {}, { copies: { 'soil.mp3': audio } })
  run()
  put(join(out, 'soil.mp3'), 'noise')
  utimesSync(join(out, 'soil.mp3'), 1, 1)
  expect(counts(run()).written).toBe(1)
  expect(readFileSync(join(out, 'soil.mp3'), 'utf8')).toBe('sound')
})

test('makes copies of read-only media that can be replaced', () => {
  const out = temporaryFolder()
  const audio = join(temporaryFolder(), 'soil.mp3')
  put(audio, 'sound')
  chmodSync(audio, 0o444)
  build(out, {}, { copies: { 'soil.mp3': audio } })
  expect(statSync(join(out, 'soil.mp3')).mode & 0o200).toBe(0o200)
})

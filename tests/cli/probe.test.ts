import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { afterEach, expect, test } from 'vitest'
import { showFolder } from './show-folder.ts'

const audio = readFileSync('tests/fixtures/media/tone.mp3')
let server: Server | undefined
afterEach(() => server?.close())

/** Starts a server on this machine; returns its address. */
async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener)
  server = started
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`
}

const requests: string[] = []

const file: RequestListener = ({ method = '', url = '', headers }, response) => {
  requests.push(`${method} ${url}`)
  if (url !== '/tone.mp3') {
    response.writeHead(404).end()
    return
  }
  const common = { 'content-type': 'audio/mpeg', etag: '"1"', 'accept-ranges': 'bytes' }
  const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '')
  if (range === null) {
    response.writeHead(200, { ...common, 'content-length': audio.length }).end(method === 'HEAD' ? undefined : audio)
    return
  }
  const start = Number(range[1])
  const end = Math.min(range[2] === '' ? audio.length - 1 : Number(range[2]), audio.length - 1)
  const part = audio.subarray(start, end + 1)
  const more = { 'content-range': `bytes ${start}-${end}/${audio.length}`, 'content-length': part.length }
  response.writeHead(206, { ...common, ...more }).end(part)
}

/** The command beside a server that must go on answering. */
function run(cwd: string, ...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH, TZ: process.env.TZ, SOURCE_DATE_EPOCH: '1800000000' }
  const child = spawn(process.execPath, [resolve('lib/cli/main.js'), ...args], { cwd, env })
  const read = { stdout: '', stderr: '' }
  child.stdout.on('data', (text) => {
    read.stdout += text
  })
  child.stderr.on('data', (text) => {
    read.stderr += text
  })
  return new Promise((done) => child.on('close', (code) => done({ code, ...read })))
}

const roots = (url: string): string => `---\ntitle: Roots\ndate: 2026-01-05\naudio: ${url}\n---\n\nAbout roots.\n`

test('probe finds out what an address does not say, keeps it, and builds need no network then', async () => {
  const base = await serve(file)
  const show = showFolder({ 'episodes/roots.md': roots(`${base}/tone.mp3`) })
  expect(show.run('build').stderr).toContain('[episode/audio-length-missing]')
  expect(await run(show.dir, 'probe', '--allow-private')).toEqual({
    code: 0,
    stderr: '',
    stdout: '1 address asked of 1; podcast.media.json has changed: commit it\n',
  })
  server?.close()
  expect(show.run('build', '--quiet').code).toBe(0)
  const [item] = parseRssFeed(show.read('dist/feed.xml')).items ?? []
  expect(item?.enclosures).toEqual([{ url: `${base}/tone.mp3`, length: audio.length, type: 'audio/mpeg' }])
  expect(item?.itunes?.duration).toBe(1)
  expect(JSON.parse(show.read('podcast.media.json'))).toMatchObject({
    version: 1,
    media: [
      {
        url: `${base}/tone.mp3`,
        length: audio.length,
        type: 'audio/mpeg',
        duration: expect.closeTo(1, 0),
        etag: '"1"',
      },
    ],
  })
})

test('what is known is not asked again, unless that is asked for, and then by one request', async () => {
  const base = await serve(file)
  const show = showFolder({ 'episodes/roots.md': roots(`${base}/tone.mp3`) })
  await run(show.dir, 'probe', '--allow-private')
  requests.length = 0
  expect((await run(show.dir, 'probe', '--allow-private')).stdout).toBe('0 addresses asked of 1\n')
  expect(requests).toEqual([])
  expect((await run(show.dir, 'probe', '--allow-private', '--refresh')).stdout).toBe('1 address asked of 1\n')
  expect(requests).toEqual(['HEAD /tone.mp3'])
})

test('build --probe does both', async () => {
  const base = await serve(file)
  const show = showFolder({ 'episodes/roots.md': roots(`${base}/tone.mp3`) })
  expect(await run(show.dir, 'build', '--probe', '--allow-private', '--quiet')).toMatchObject({ code: 0 })
  expect(show.exists('podcast.media.json')).toBe(true)
  expect(show.exists('dist/feed.xml')).toBe(true)
})

test('an address that does not answer is told at its line', async () => {
  const base = await serve(file)
  const show = showFolder({ 'episodes/roots.md': roots(`${base}/nowhere.mp3`) })
  const { code, stderr } = await run(show.dir, 'probe', '--allow-private')
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^episodes\/roots\.md:4:8 error .*404.*\[probe\/status\]/)])
})

test('nothing of the local network is asked by default', async () => {
  const base = await serve(file)
  const show = showFolder({ 'episodes/roots.md': roots(`${base}/tone.mp3`) })
  requests.length = 0
  const { code, stderr } = await run(show.dir, 'probe')
  expect([code, stderr]).toEqual([1, expect.stringContaining('private')])
  expect(requests).toEqual([])
})

test('a cache with a merge conflict stops the build at its line', () => {
  const show = showFolder({
    'episodes/roots.md': roots('https://soil.example/a.mp3'),
    'podcast.media.json': '{\n<<<<<<< a\n}\n',
  })
  expect(show.run('build').stderr).toMatch(/podcast\.media\.json:2:1 error .*\[probe\/cache-conflict\]/)
})

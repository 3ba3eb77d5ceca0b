import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOutput } from '../../src/publish/output.ts'
import { documentsOf } from './builder.ts'
import { build, codesOf, filesIn, put, temporaryFolder } from './folders.ts'

const compiled = realpathSync(mkdtempSync(join(tmpdir(), 'castwright-builder-')))
const builder = join(compiled, 'tests/publish/builder.js')
const kill = (child: ChildProcess): boolean => child.kill('SIGKILL')

/** Node runs no TypeScript here: the builder and what it imports are compiled to a folder of their own. */
beforeAll(() => {
  const compilerOptions = { noEmit: false, noCheck: true, rootDir: resolve('.'), outDir: compiled, types: [] }
  const files = [resolve('tests/publish/builder.ts')]
  writeFileSync(join(compiled, 'package.json'), '{"type":"module"}')
  writeFileSync(
    join(compiled, 'tsconfig.json'),
    JSON.stringify({ extends: resolve('tsconfig.json'), compilerOptions, files, include: [] }),
  )
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', join(compiled, 'tsconfig.json')])
})
afterAll(() => rmSync(compiled, { recursive: true, force: true }))

/** Starts the builder and waits for its first word. */
async function start(...args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [builder, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((ready) => child.stdout?.once('data', () => ready()))
  return child
}
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolved) => child.once('close', (code) => resolved(code)))
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Reads the feed that is public now: it must be whole, and every page that it names must be there, no older. */
function expectWholeFeed(out: string): number {
  const feed = readFileSync(join(out, 'feed.xml'), 'utf8')
  const version = Number(/^open (\d+)\n/.exec(feed)?.[1])
  const { 'feed.xml': wanted, ...pages } = documentsOf(version)
  expect(feed === wanted, `feed of version ${version}`).toBe(true)
  for (const path of Object.keys(pages)) {
    const [name, written] = readFileSync(join(out, path), 'utf8').trim().split(' ')
    expect(name).toBe(path)
    expect(Number(written)).toBeGreaterThanOrEqual(version)
  }
  return version
}

test('leaves a whole feed, old or new, whenever it is killed', { timeout: 60_000 }, async () => {
  const out = temporaryFolder()
  build(out, documentsOf(0))
  let version = 0
  for (let round = 0; round < 15; round++) {
    const child = await start('forever', out, String(version + 1))
    const over = ended(child)
    await sleep(Math.random() * 60)
    kill(child)
    await over
    version = expectWholeFeed(out)
  }
  expect(version).toBeGreaterThan(0)
  const mended = build(out, documentsOf(version + 2))
  expect(mended.opening).toEqual([])
  expect(mended.diagnostics).toEqual([])
  expect(filesIn(out)).toEqual(documentsOf(version + 2))
  expect(readdirSync(join(out, '.castwright')).sort()).toEqual(['.gitignore', 'lock', 'manifest.json'])
})

test('gives the output folder to one process at a time', { timeout: 60_000 }, async () => {
  const out = temporaryFolder()
  const log = join(temporaryFolder(), 'turns')
  // A lock that a dead process left: all of them see it at once.
  const victim = await start('hold', out, '60000')
  const gone = ended(victim)
  kill(victim)
  await gone
  expect(readdirSync(join(out, '.castwright/lock'))).toHaveLength(1)
  const children = [0, 1, 2, 3].map(() =>
    spawn(process.execPath, [builder, 'turns', out, log, '12'], { stdio: 'inherit' }),
  )
  expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0, 0])
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  expect(lines).toHaveLength(4 * 12 * 2)
  // Entering and leaving always stand side by side.
  for (let at = 0; at < lines.length; at += 2) expect(lines[at]).toBe(lines[at + 1])
  expect(new Set(lines)).toEqual(new Set(children.map(({ pid }) => String(pid))))
  expect(filesIn(out)).toEqual(documentsOf(11))
})

test('gives a lock to one process at a time, however often they meet', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder()
  const args = [builder, 'contend', join(folder, 'lock'), join(folder, 'busy'), '800']
  const children = [0, 1, 2, 3].map(() => spawn(process.execPath, args, { stdio: 'inherit' }))
  expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0, 0])
})

test.skipIf(process.platform !== 'linux')(
  'takes over the lock of a killed process that its parent has not noticed (Linux tells)',
  async () => {
    const out = temporaryFolder()
    const child = await start('hold', out, '60000')
    kill(child)
    // Waits without a turn of the event loop: the child stays a zombie.
    expect(openOutput(out, { now: Date.now, waitMs: 5_000 }).value).toBeDefined()
  },
)

test('waits for a build in another process, or names it', async () => {
  const out = temporaryFolder()
  const child = await start('hold', out, '400')
  const over = ended(child)
  const hasty = openOutput(out, { now: Date.now, waitMs: 60 })
  expect(codesOf(hasty)).toEqual(['publish/locked'])
  expect(hasty.diagnostics[0]?.message).toContain(`process ${child.pid}`)
  expect(openOutput(out, { now: Date.now, waitMs: 20_000 }).value).toBeDefined()
  await over
})

test('keeps the old feed when the disk takes no more', () => {
  const out = temporaryFolder()
  put(join(out, 'CNAME'), 'example.com')
  build(out, documentsOf(1))
  // No file may grow beyond some kilobytes: the pages fit, the feed does not.
  const command = `ulimit -f 100; exec "$0" "$@"`
  const printed = execFileSync('sh', ['-c', command, process.execPath, builder, 'once', out, '2'], { encoding: 'utf8' })
  expect(printed).toBe('publish/cannot-write\n')
  expect(filesIn(out)).toEqual({ ...documentsOf(1), CNAME: 'example.com' })
  expect(existsSync(join(out, '.castwright/stage'))).toBe(false)
})

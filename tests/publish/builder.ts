/*
 * A build in a process of its own, for tests that kill it or run several at once.
 *   builder.ts forever <out> <first version>   builds again and again, each time the next version
 *   builder.ts turns <out> <log> <count>       builds, and logs when it has the output folder to itself
 *   builder.ts contend <lock> <file> <count>   takes the lock again and again, never waiting, and makes and removes a file each time
 *   builder.ts hold <out> <ms>                 opens the output folder and keeps it for a while
 *   builder.ts once <out> <version>            builds, and prints the codes of what it has to report
 */
import { appendFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Outcome } from '../../src/model/diagnostic.ts'
import { type Committed, commit, discard } from '../../src/publish/commit.ts'
import { takeLock } from '../../src/publish/lock.ts'
import { openOutput } from '../../src/publish/output.ts'
import { pause } from '../../src/publish/pause.ts'
import { type Staged, stageDocument, stageStream } from '../../src/publish/stage.ts'

const pageCount = 40

/** The pages of a version: half of them have paths of their own, the others are written over. */
export const pagesOf = (version: number): string[] =>
  Array.from({ length: pageCount }, (_, index) =>
    index % 2 === 0 ? `episodes/${index}/index.html` : `episodes/${index}-${version % 3}/index.html`,
  )

const filler = 'x'.repeat(20_000)

/** Everything that the output holds after a build of this version. */
export function documentsOf(version: number): Record<string, string> {
  const pages = pagesOf(version).map((path) => [path, `${path} ${version}\n`])
  const feed = [`open ${version}`, ...pagesOf(version).flatMap((path) => [path, filler]), `close ${version}`]
  return Object.fromEntries([...pages, ['feed.xml', feed.join('\n')]])
}

function build(out: string, version: number, inside: () => void = () => {}): Outcome<Committed> {
  const { value, diagnostics } = openOutput(out, { now: Date.now, waitMs: 60_000 })
  if (value === undefined) return { value, diagnostics }
  const { folder, manifest, release } = value
  try {
    inside()
    const { 'feed.xml': feed = '', ...pages } = documentsOf(version)
    const staged: Staged[] = Object.entries(pages).map(([path, body], index) =>
      stageDocument(folder, `page-${index}`, path, 'pages', body),
    )
    const stream = stageStream(folder, 'feed', 'feed.xml', 'feeds')
    for (let at = 0; at < feed.length; at += 10_000) stream.write(feed.slice(at, at + 10_000))
    return commit(folder, manifest, [...staged, stream.end()], [])
  } finally {
    discard(folder)
    inside()
    release()
  }
}

function run([task, out = '', third = '', count = '']: readonly string[]): void {
  if (task === 'once') {
    const { diagnostics } = build(out, Number(third))
    writeSync(1, diagnostics.map(({ code }) => `${code}\n`).join(''))
  }
  if (task === 'hold') {
    const { value } = openOutput(out, { now: Date.now, waitMs: 0 })
    writeSync(1, 'open\n')
    pause(Number(third))
    value?.release()
  }
  if (task === 'turns') {
    for (let turn = 0; turn < Number(count); turn++) {
      build(out, turn, () => appendFileSync(third, `${process.pid}\n`))
    }
  }
  if (task === 'contend') {
    for (let turn = 0; turn < Number(count); ) {
      const lock = takeLock(out, { now: Date.now, waitMs: 0 })
      if ('holder' in lock) continue
      writeFileSync(third, '', { flag: 'wx' }) // fails if another process is here, too
      rmSync(third)
      lock.release()
      turn++
    }
  }
  if (task === 'forever') {
    writeSync(1, 'ready\n')
    for (let version = Number(third); ; version++) build(out, version)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run(process.argv.slice(2))

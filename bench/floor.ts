/**
 * The floor: `node floor.js SHOW OUT THREADS lines|yaml` reads, splits, renders, concatenates and writes, and does nothing else:
 * no validation, no sanitising, no memory. What a build costs above this is what castwright itself costs.
 */
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { feedEnd, feedStart, loadKeyReader, makeFloorEpisode } from './floor-episode.ts'

interface Job {
  readonly show: string
  readonly out: string
  readonly files: readonly string[]
  readonly keys: 'lines' | 'yaml'
}

/** Items in one piece of the feed: enough to make few writes, few enough to keep little text in memory. */
const pieceSize = 100

/** Writes pages and chapters; gives the feed piece by piece, as bytes, which cross threads without a copy. */
async function* build({ show, out, files, keys }: Job): AsyncGenerator<Uint8Array> {
  const readKeys = await loadKeyReader(keys)
  const encoder = new TextEncoder()
  for (let first = 0; first < files.length; first += pieceSize) {
    let items = ''
    for (const file of files.slice(first, first + pieceSize)) {
      const text = readFileSync(join(show, 'episodes', file), 'utf8')
      const { slug, item, page, chapters } = makeFloorEpisode(file, text, readKeys(text))
      const folder = join(out, 'episodes', slug)
      mkdirSync(folder)
      writeFileSync(join(folder, 'index.html'), page)
      writeFileSync(join(out, 'chapters', `${slug}.json`), chapters)
      items += item
    }
    yield encoder.encode(items)
  }
}

const startWorker = (job: Job): Promise<Uint8Array[]> =>
  new Promise((resolve, reject) => {
    new Worker(new URL(import.meta.url), { workerData: job }).once('message', resolve).once('error', reject)
  })

/** This thread is one of the threads: it builds the first share, and writes it to the feed at once. */
async function main(show: string, out: string, threads: number, keys: Job['keys']): Promise<void> {
  // The corpus names its files by date, so their names give the order: newest first.
  const files = readdirSync(join(show, 'episodes')).sort().reverse()
  mkdirSync(join(out, 'episodes'), { recursive: true })
  mkdirSync(join(out, 'chapters'))
  const share = Math.ceil(files.length / threads)
  const jobOf = (k: number): Job => ({ show, out, files: files.slice(k * share, (k + 1) * share), keys })
  const others = Array.from({ length: threads - 1 }, (_, k) => startWorker(jobOf(k + 1)))
  const feed = openSync(join(out, 'feed.xml'), 'w')
  writeSync(feed, feedStart)
  for await (const piece of build(jobOf(0))) writeSync(feed, piece)
  for (const pieces of await Promise.all(others)) for (const piece of pieces) writeSync(feed, piece)
  writeSync(feed, feedEnd)
  closeSync(feed)
}

if (isMainThread) {
  const [, , show = '', out = '', threads = '1', keys] = process.argv
  await main(show, out, Number(threads), keys === 'yaml' ? 'yaml' : 'lines')
} else {
  const pieces: Uint8Array[] = []
  for await (const piece of build(workerData as Job)) pieces.push(piece)
  const buffers = pieces.map((piece) => piece.buffer as ArrayBuffer)
  parentPort?.postMessage(pieces, buffers)
}

import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type HttpClient, httpClient } from '../../src/media/http.ts'
import { probeAll } from '../../src/media/probe-all.ts'
import type { ProbedMedia } from '../../src/media/probed.ts'
import { type Made, steadyMp3 } from './made.ts'
import { file } from './remote.ts'
import { serve } from './web.ts'

const place = (line: number) => ({ file: 'episodes/a.md', line, column: 1, offset: line * 10 })

/** A client that finds nothing, when a test wants it to. */
function slowClient() {
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const request: HttpClient['request'] = async (url, { method }) => {
    asked.push(`${method} ${url}`)
    await new Promise<void>((resolve) => waiting.push(resolve))
    return { url, redirects: [], status: 404, headers: {}, truncated: false, body: new Uint8Array() }
  }
  /** Lets the last or the first one that waits be answered. */
  const answer = async (which: 'first' | 'last'): Promise<void> => {
    const resolve = which === 'first' ? waiting.shift() : waiting.pop()
    resolve?.()
    for (let i = 0; i < 20; i++) await setImmediate()
  }
  return { client: { request, stream: () => Promise.reject(new Error('not used')) }, asked, waiting, answer }
}

test('results come in the order of the targets, whatever the network does', async () => {
  const { client, waiting, answer } = slowClient()
  const all = probeAll(
    client,
    ['a', 'b', 'c'].map((url, index) => ({ url, place: place(index) })),
  )
  await setImmediate()
  while (waiting.length > 0) await answer('last')
  const results = await all
  expect(results.map(({ diagnostics }) => diagnostics[0]?.place?.line)).toEqual([0, 1, 2])
  expect(results.map(({ diagnostics }) => diagnostics[0]?.message.at(-3))).toEqual(['a', 'b', 'c'])
})

test('each address is probed once, and told at each place', async () => {
  const { client, asked, waiting, answer } = slowClient()
  const all = probeAll(
    client,
    ['a', 'b', 'a'].map((url, index) => ({ url, place: place(index) })),
  )
  await setImmediate()
  while (waiting.length > 0) await answer('first')
  const results = await all
  expect(asked.filter((request) => request.endsWith('a'))).toEqual(['HEAD a', 'GET a'])
  expect(results.map(({ diagnostics }) => diagnostics.map((one) => `${one.code} ${one.place?.line}`))).toEqual([
    ['probe/status 0'],
    ['probe/status 1'],
    ['probe/status 2'],
  ])
})

test('tells how far it is, in addresses', async () => {
  const { client, waiting, answer } = slowClient()
  const progress: string[] = []
  const all = probeAll(client, [{ url: 'a' }, { url: 'b' }, { url: 'a' }], {
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  })
  await setImmediate()
  while (waiting.length > 0) await answer('first')
  await all
  expect(progress).toEqual(['1/2', '2/2'])
})

test('does not have more under way than it may', async () => {
  const { client, waiting, answer } = slowClient()
  const all = probeAll(
    client,
    [...'abcdefgh'].map((url) => ({ url })),
    { ahead: 3 },
  )
  await setImmediate()
  let most = 0
  for (; waiting.length > 0; await answer('first')) most = Math.max(most, waiting.length)
  expect(await all).toHaveLength(8)
  expect(most).toBe(3)
})

test('nothing to probe is no trouble', async () => {
  expect(await probeAll(slowClient().client, [])).toEqual([])
})

test('a fault of ours comes out', async () => {
  const bug = new Error('bug: of ours')
  const client = { ...slowClient().client, request: () => Promise.reject(bug) }
  await expect(probeAll(client, [{ url: 'a' }, { url: 'b' }])).rejects.toBe(bug)
})

const contents = Array.from({ length: 30 }, (_, index): [string, Made] => [`/${index}.mp3`, steadyMp3(2000 + index)])
let under = 0
let most = 0
const web = serve(
  Object.fromEntries(
    contents.map(([path, content], index) => [
      path,
      (response, request) => {
        most = Math.max(most, ++under)
        response.on('close', () => under--)
        setTimeout(() => file(content)(response, request), (index * 7) % 5)
      },
    ]),
  ),
)

test('with the real client: in order, and never more requests at once than it allows', async () => {
  const client = httpClient({ allowPrivate: true, concurrency: 4, perHost: 3 })
  const first = web.at('/0.mp3')
  const known = new Map<string, ProbedMedia>([
    [first, { type: 'audio/mpeg', length: contents[0]?.[1].size ?? 0, etag: '"1"', duration: 7 }],
  ])
  const results = await probeAll(
    client,
    contents.map(([path]) => ({ url: web.at(path) })),
    { known },
  )
  expect(results.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
  expect(results.map(({ value }) => value?.length)).toEqual(contents.map(([, content]) => content.size))
  expect(results[0]?.value).toBe(known.get(first))
  expect(web.asked.filter((request) => request.endsWith(' /0.mp3'))).toEqual(['HEAD /0.mp3'])
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(3)
})

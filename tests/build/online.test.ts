import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { checkFeed } from '../../src/build/check-feed.ts'
import { httpAsker, readFeedFrom } from '../../src/build/online.ts'
import { exampleDocument } from '../check/example-feed.ts'
import { endless, redirect, serve, text } from '../media/web.ts'

const good = exampleDocument({})
/** Longer than what arrives at once. */
const long = `<rss version="2.0"><channel><title>Soil</title>\n${`<item><title>Roots</title><description>${'words '.repeat(1000)}</description></item>\n`.repeat(500)}</channel></rss>`
const feedHeaders = { 'Content-Type': 'application/rss+xml', ETag: '"1"' }

const web = serve({
  '/feed.xml': text(good, feedHeaders),
  '/moved.xml': redirect('/feed.xml', 301),
  '/chunked.xml': (response) => {
    response.writeHead(200, feedHeaders)
    response.write(good.slice(0, 500))
    response.end(good.slice(500))
  },
  '/gzip.xml': (response) =>
    response.writeHead(200, { ...feedHeaders, 'Content-Encoding': 'gzip' }).end(gzipSync(good)),
  '/long.xml': text(long, feedHeaders),
  '/endless.html': endless(Buffer.from('<!DOCTYPE html><html><p>Not found</html>\n')),
  '/broken.xml': (response) => {
    response.writeHead(200, { ...feedHeaders, 'Content-Length': good.length })
    response.write(good.slice(0, 500), () => setImmediate(() => response.socket?.resetAndDestroy()))
  },
  '/audio.mp3': text('ID3'),
})

const local = { allowPrivate: true }

/** Checks a feed from its address, as the command does. */
async function check(path: string, maxBytes?: number) {
  const url = web.at(path)
  const facts = { nowMs: Date.UTC(2026, 5, 1), url }
  const checking = checkFeed({ label: url, settings: {}, facts })
  const { answer, failure } = await readFeedFrom(url, checking.take, local, maxBytes)
  return { answer, failure, ...(await checking.finish(answer)) }
}

const codesOf = ({ diagnostics }: Awaited<ReturnType<typeof check>>): string[] => diagnostics.map(({ code }) => code)

describe('a feed is read from its address', () => {
  test.each(['/feed.xml', '/moved.xml', '/chunked.xml', '/gzip.xml'])('%s', async (path) => {
    const found = await check(path)
    expect(found).toMatchObject({ title: 'Soil and Seed', items: 1, failure: undefined })
    expect(found.answer).toMatchObject({ status: 200, length: Buffer.byteLength(good), isCut: false })
    expect(codesOf(found)).not.toContain('check/cut')
  })

  test('its last bytes may be the last that are allowed', async () => {
    const found = await check('/feed.xml', Buffer.byteLength(good))
    expect(found).toMatchObject({ items: 1, answer: { isCut: false } })
  })

  test('where the server has none, it is told why', async () => {
    expect(await readFeedFrom(web.at('/none.xml'), () => true, local)).toMatchObject({
      failure: 'the server answered 404',
      answer: { status: 404, length: 0, isCut: false },
    })
    expect(await readFeedFrom(web.at('/feed.xml'), () => true, { allowPrivate: false })).toMatchObject({
      failure: expect.stringContaining('private addresses'),
      answer: { status: undefined, isCut: false },
    })
  })
})

test('a connection that breaks off is a failure, and no feed that was cut', async () => {
  const { answer, failure } = await readFeedFrom(web.at('/broken.xml'), () => true, local)
  expect(failure).toBeDefined()
  expect(answer).toMatchObject({ isCut: false })
})

describe('a feed that is longer than what is read of one', () => {
  test.each(['/feed.xml', '/chunked.xml', '/gzip.xml'])('%s is told to be cut', async (path) => {
    const found = await check(path, 1000)
    expect(found.answer).toMatchObject({ length: 1000, isCut: true })
    expect(codesOf(found)).toEqual(['check/cut'])
  })

  test('is checked as far as it was read', async () => {
    const found = await check('/long.xml', 1_000_000)
    expect(found.answer).toMatchObject({ length: 1_000_000, isCut: true })
    expect(found.items).toBeGreaterThan(100)
    expect(codesOf(found)).toEqual(expect.arrayContaining(['check/cut', 'item-guid']))
    expect(codesOf(found)).not.toContain('xml-well-formed')
  })

  test('is not cut where nothing more of it is wanted: it is broken', async () => {
    const found = await check('/endless.html', 1_000_000)
    expect(found.answer).toMatchObject({ isCut: false })
    expect(found.answer.length).toBeLessThan(1_000_000)
    expect(codesOf(found)).toContain('xml-well-formed')
  })
})

test('what a feed points at is asked, and each answer comes with its target', async () => {
  const place = { file: 'feed.xml', line: 1, column: 1, offset: 0 }
  const node = {
    name: 'enclosure',
    written: 'enclosure',
    namespace: '',
    attributes: {},
    children: [],
    text: '',
    place: () => place,
  }
  const targets = ['/audio.mp3', '/none.mp3'].map((path) => ({
    kind: 'enclosure' as const,
    url: web.at(path),
    node,
    place: () => place,
  }))
  const answers: unknown[] = []
  const steps: string[] = []
  const ask = httpAsker({ ...local, onProgress: (done, total) => steps.push(`${done} of ${total}`) })
  await ask(targets, (target, { status }) => answers.push([target, status]))
  expect(answers).toEqual([
    [targets[0], 200],
    [targets[1], 404],
  ])
  expect(steps.at(-1)).toBe('2 of 2')
})

import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { askAll } from '../../src/media/ask-all.ts'
import { type HttpClient, httpClient } from '../../src/media/http.ts'
import type { TargetKind } from '../../src/model/rule.ts'
import { serve, text } from './web.ts'

const target = (url: string, kind: TargetKind = 'page') => ({ kind, url })
const pages = (names: string) => [...names].map((name) => target(`https://${name}.example/`))

/** A client whose answers come when a test wants them. */
function slowClient() {
  const asked: string[] = []
  const waiting = new Map<string, () => void>()
  const request: HttpClient['request'] = async (url) => {
    asked.push(url)
    await new Promise<void>((resolve) => waiting.set(url, resolve))
    return { url, redirects: [], status: 200, headers: {}, truncated: false, body: new Uint8Array() }
  }
  const stream: HttpClient['stream'] = () => Promise.reject(new Error('not used'))
  /** Lets these be answered, one after the other. */
  const answer = async (names: string): Promise<void> => {
    for (const { url } of pages(names)) {
      waiting.get(url)?.()
      for (let i = 0; i < 20; i++) await setImmediate()
    }
  }
  const namesAsked = () => asked.map((url) => new URL(url).hostname.replace('.example', '')).join('')
  return { client: { request, stream }, answer, namesAsked }
}

const letterOf = ({ url }: { readonly url: string }): string => new URL(url).hostname.charAt(0)

test('answers come in the order of the targets, whatever the network does', async () => {
  const { client, answer } = slowClient()
  let order = ''
  const all = askAll(client, pages('abcd'), {
    onAnswer: (target, { url }) => (order += letterOf(target) + letterOf({ url })),
  })
  await answer('db')
  expect(order).toBe('')
  await answer('a')
  expect(order).toBe('aabb')
  await answer('c')
  await all
  expect(order).toBe('aabbccdd')
})

test('each address is asked once, for all who have it', async () => {
  const { client, answer, namesAsked } = slowClient()
  const targets = pages('abaab')
  const answered: unknown[] = []
  const all = askAll(client, targets, { onAnswer: (target) => answered.push(target) })
  await answer('ab')
  await all
  expect(namesAsked()).toBe('ab')
  expect(answered).toHaveLength(5)
  for (const [index, target] of targets.entries()) expect(answered[index]).toBe(target)
})

test('tells how far it is, in addresses', async () => {
  const { client, answer } = slowClient()
  const progress: string[] = []
  const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`)
  const all = askAll(client, pages('abcab'), { onAnswer: () => {}, onProgress })
  await answer('c')
  expect(progress).toEqual(['1/3'])
  await answer('ab')
  await all
  expect(progress).toEqual(['1/3', '2/3', '3/3'])
})

test('does not run far ahead of what it waits for', async () => {
  const { client, answer, namesAsked } = slowClient()
  const all = askAll(client, pages('aaabcdefb'), { onAnswer: () => {}, ahead: 3 })
  await answer('c')
  expect(namesAsked()).toBe('abc')
  await answer('a')
  expect(namesAsked()).toBe('abcd')
  await answer('b')
  expect(namesAsked()).toBe('abcdef')
  await answer('def')
  await all
})

test('nothing to ask is no trouble', async () => {
  const { client, namesAsked } = slowClient()
  await askAll(client, [], { onAnswer: () => {} })
  expect(namesAsked()).toBe('')
})

test('a fault of whoever takes the answers is theirs', async () => {
  const { client, answer } = slowClient()
  const bug = new Error('bug: of the taker')
  const all = askAll(client, pages('ab'), {
    onAnswer: () => {
      throw bug
    },
  })
  const expectation = expect(all).rejects.toBe(bug)
  await answer('ab')
  await expectation
})

test('a fault while asking comes out, and only once its turn has come', async () => {
  const bug = new Error('bug: of ours')
  const { client, answer } = slowClient()
  const request: HttpClient['request'] = (url, options) =>
    url.includes('b') ? Promise.reject(bug) : client.request(url, options)
  let order = ''
  const all = askAll({ ...client, request }, pages('ab'), { onAnswer: (target) => (order += letterOf(target)) })
  const expectation = expect(all).rejects.toBe(bug)
  await setImmediate()
  await answer('a')
  await expectation
  expect(order).toBe('a')
})

const paths = Array.from({ length: 40 }, (_, index) => `/${index}.mp3`)
let under = 0
let most = 0
const web = serve(
  Object.fromEntries(
    paths.map((path, index) => [
      path,
      (response, request) => {
        most = Math.max(most, ++under)
        response.on('close', () => under--)
        setTimeout(() => text(`${index}`)(response, request), (index * 7) % 5)
      },
    ]),
  ),
)

test('with the real client: in order, and never more at once than it allows', async () => {
  const client = httpClient({ allowPrivate: true, concurrency: 4, perHost: 3 })
  const targets = paths.map((path) => target(web.at(path), 'enclosure'))
  const bodies: string[] = []
  await askAll(client, targets, { onAnswer: (_, { bytes }) => bodies.push(new TextDecoder().decode(bytes)) })
  expect(bodies).toEqual(paths.map((_, index) => `${index}`))
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(3)
  expect(web.asked).toHaveLength(80)
})

import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { failure } from '../../src/media/http-failure.ts'
import { watchHosts } from '../../src/media/http-hosts.ts'

const limits = { concurrency: 3, perHost: 2, giveUpAfter: 2 }
const noAnswer = failure('no-answer', 'no answer within 15 s')

/** Tasks that run until they are let go, and a record of those that run. */
function tasks(hosts = watchHosts(limits)) {
  const running = new Map<string, () => void>()
  const start = (host: string, name: string): Promise<void> =>
    hosts.run(host, async () => {
      await new Promise<void>((resolve) => running.set(name, resolve))
      running.delete(name)
    })
  const names = async (): Promise<string[]> => {
    for (let i = 0; i < 5; i++) await setImmediate()
    return [...running.keys()]
  }
  return { start, names, end: (name: string) => running.get(name)?.() }
}

test('what waits for its host leaves room for other hosts', async () => {
  const { start, names, end } = tasks()
  const all = [start('a', 'a1'), start('a', 'a2'), start('a', 'a3'), start('b', 'b1'), start('b', 'b2')]
  expect(await names()).toEqual(['a1', 'a2', 'b1'])
  end('b1')
  expect(await names()).toEqual(['a1', 'a2', 'b2'])
  end('a1')
  expect(await names()).toEqual(['a2', 'b2', 'a3'])
  for (const name of await names()) end(name)
  await expect(Promise.all(all)).resolves.toHaveLength(5)
})

test('a host is silent after so many requests in a row', () => {
  const hosts = watchHosts(limits)
  hosts.note('GET', 'a', noAnswer)
  expect(hosts.silence('GET', 'a')).toBeUndefined()
  hosts.note('GET', 'a', noAnswer)
  expect(hosts.silence('GET', 'a')).toBe(noAnswer)
  expect(hosts.silence('GET', 'b')).toBeUndefined()
  expect(hosts.silence('HEAD', 'a')).toBeUndefined()
})

test.each([
  ['an answer', undefined],
  ['a refusal', failure('refused', 'the server refused the connection')],
])('%s ends the row', (_, sign) => {
  const hosts = watchHosts(limits)
  for (const result of [noAnswer, sign, noAnswer]) hosts.note('GET', 'a', result)
  expect(hosts.silence('GET', 'a')).toBeUndefined()
})

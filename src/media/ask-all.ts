import type { Answer, Target } from '../model/rule.ts'
import { askTarget } from './ask.ts'
import type { HttpClient } from './http.ts'

export interface AskAllOptions<T> {
  /** Called for each target, in the order of the targets. */
  readonly onAnswer: (target: T, answer: Answer) => void
  /** Called when an address has answered, in the order of the network; with the number of different addresses. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** How many addresses may be asked before the earliest of them has answered. Bounds what is kept. Default: 128. */
  readonly ahead?: number | undefined
}

type Asked = Pick<Target, 'kind' | 'url'>

/** One address, for all of the targets that have it. */
interface Entry {
  readonly target: Asked
  /** How many targets have not had its answer yet. */
  waiting: number
  answer?: Promise<Answer> | undefined
}

/** Asks what many targets point at, each address once. How many at a time, the client says. */
export async function askAll<T extends Asked>(
  client: HttpClient,
  targets: readonly T[],
  { onAnswer, onProgress, ahead = 128 }: AskAllOptions<T>,
): Promise<void> {
  const entries = entriesOf(targets)
  const queue = entries.values()
  const total = entries.size
  let done = 0
  const askNext = (): void => {
    const entry = queue.next().value
    if (entry === undefined) return
    const { kind, url } = entry.target
    entry.answer = askTarget(client, kind, url).finally(() => onProgress?.(++done, total))
    // It is awaited when its turn comes; a fault must not end the process before.
    entry.answer.catch(() => {})
  }
  for (let i = 0; i < ahead; i++) askNext()
  for (const target of targets) {
    const entry = entries.get(keyOf(target))
    if (entry?.answer === undefined) throw new Error(`bug: ${target.url} was not asked`)
    const isFirst = entry.target === target
    onAnswer(target, await entry.answer)
    if (isFirst) askNext()
    // Its bytes are let go as soon as nobody waits for them.
    if (--entry.waiting === 0) entries.delete(keyOf(target))
  }
}

/** In the order in which they are first pointed at. */
function entriesOf(targets: readonly Asked[]): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const target of targets) {
    const entry = entries.get(keyOf(target))
    if (entry === undefined) entries.set(keyOf(target), { target, waiting: 1 })
    else entry.waiting++
  }
  return entries
}

/** What is asked for differs by kind. */
const keyOf = ({ kind, url }: Asked): string => `${kind} ${url}`

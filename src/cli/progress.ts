import type { Output } from './world.ts'

/** A line that is redrawn while work goes on; nothing at all where nobody watches. */
export interface Progress {
  readonly episodes: (done: number, total: number) => void
  /** Of the web, as they answer. */
  readonly addresses: (done: number, total: number) => void
  readonly clear: () => void
}

/** Fewer are done before a line could be read. */
const worthShowing = { episodes: 200, addresses: 5 }

export function progressBar(output: Output, silent: boolean): Progress {
  let drawn = ''
  if (silent || !output.isTerminal) return { episodes: () => {}, addresses: () => {}, clear: () => {} }
  const drawer = (noun: keyof typeof worthShowing) => (done: number, total: number) => {
    if (total < worthShowing[noun]) return
    const filled = Math.round((20 * done) / total)
    const line = `${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${done} of ${total} ${noun}`
    if (line === drawn) return
    drawn = line
    output.write(`\r\u001b[K${line}`)
  }
  return {
    episodes: drawer('episodes'),
    addresses: drawer('addresses'),
    clear: () => {
      if (drawn !== '') output.write('\r\u001b[K')
    },
  }
}

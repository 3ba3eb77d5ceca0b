import type { Output } from './world.ts'

/** A line that is redrawn while work goes on; nothing at all where nobody watches. */
export interface Progress {
  readonly update: (done: number, total: number) => void
  readonly clear: () => void
}

/** Fewer episodes than this are built before a line could be read. */
const worthShowing = 200

export function progressBar(output: Output, silent: boolean): Progress {
  let drawn = ''
  if (silent || !output.isTerminal) return { update: () => {}, clear: () => {} }
  return {
    update: (done, total) => {
      if (total < worthShowing) return
      const filled = Math.round((20 * done) / total)
      const line = `${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${done} of ${total} episodes`
      if (line === drawn) return
      drawn = line
      output.write(`\r\u001b[K${line}`)
    },
    clear: () => {
      if (drawn !== '') output.write('\r\u001b[K')
    },
  }
}

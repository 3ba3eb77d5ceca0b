/** Times a whole process from outside, all its threads included. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'

export interface Measure {
  /** From the start to the end of the process, in seconds. */
  readonly wall: number
  /** User and system time of all threads, in seconds. Undefined where nothing can measure it. */
  readonly cpu?: number | undefined
  /** The largest resident set, in bytes. Undefined where nothing can measure it. */
  readonly peak?: number | undefined
}

/**
 * `time`, the program, is the one instrument that Linux and macOS share and that treats Node and Hugo alike: it asks
 * the kernel what its child used (`wait4`). Node can ask so only for itself, and looking from time to time misses the peak.
 */
const timer = '/usr/bin/time'
const onMac = process.platform === 'darwin'

/** Debian and its like come without it: `apt-get install time`. Wall time is measured all the same. */
export const hasTimer = spawnSync(timer, ['true']).status === 0

function readReport(report: string): Pick<Measure, 'cpu' | 'peak'> {
  if (!onMac) {
    const [user, system, kibibytes] = report.trim().split('\n').at(-1)?.split(' ').map(Number) ?? []
    return { cpu: (user ?? 0) + (system ?? 0), peak: (kibibytes ?? 0) * 1024 }
  }
  const number = (pattern: RegExp): number => Number(pattern.exec(report)?.[1])
  return { cpu: number(/([\d.]+) user/) + number(/([\d.]+) sys/), peak: number(/(\d+) +maximum resident/) }
}

/** @param scratch a file that may be written and removed. @throws Error with what the process said, if it fails. */
export function measure(command: readonly string[], scratch: string): Measure {
  const wrapper = hasTimer ? [timer, ...(onMac ? ['-l'] : ['-f', '%U %S %M']), '-o', scratch] : []
  const [program = '', ...rest] = [...wrapper, ...command]
  const start = process.hrtime.bigint()
  const { status, stderr, error } = spawnSync(program, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26, // 10,000 episodes may have many warnings
  })
  const wall = Number(process.hrtime.bigint() - start) / 1e9
  if (status !== 0) throw new Error(`${command.join(' ')} failed\n${(error?.message ?? stderr).slice(0, 2000)}`)
  if (!hasTimer) return { wall }
  const report = readFileSync(scratch, 'utf8')
  rmSync(scratch)
  return { wall, ...readReport(report) }
}

import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { pause } from './pause.ts'
import { isSystemError } from './system-error.ts'

/*
 * The lock is a folder. Who wants it puts an empty file with a name of its own there, and only then looks round:
 * whoever sees no other living process has it, and all others step back. Of two that come at once, the later one
 * surely sees the other, so never do both go on. A dead process's file counts for nothing, and as no two processes
 * ever have one name, removing it can never hit a living one.
 */

/** Everything that is known about a process that holds or wants the lock. It is its file's name. */
interface Holder {
  readonly name: string
  readonly machine: string
  readonly pid: number
  /** When the process started, as the system counts it; '' where it does not tell. */
  readonly start: string
  /** Epoch milliseconds. */
  readonly sinceMs: number
}

/** Where nobody can ask whether a process lives (another machine, a process id that may be reused), it is believed this long. */
const believedMs = 15 * 60_000

function errorCodeOf(call: () => void): string | undefined {
  try {
    call()
    return undefined
  } catch (error) {
    if (isSystemError(error)) return error.code
    throw error
  }
}

/** The machine, and in a container the container: process ids mean nothing outside it. */
function machineName(): string {
  let space = ''
  errorCodeOf(() => {
    space = readlinkSync('/proc/self/ns/pid') // Linux only; elsewhere the host's name says enough
  })
  return `${hostname()}-${space}`.replace(/[^A-Za-z0-9.-]/g, '').slice(0, 80)
}

/** When a process started, `zombie` if it has ended and waits for its parent; undefined where the system does not tell. */
function startOf(pid: number): string | undefined {
  let stat = ''
  errorCodeOf(() => {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  })
  // The second field is the program's name in brackets, which may hold anything. @see man 5 proc_pid_stat
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? 'zombie' : fields[19]
}

function holderOf(name: string): Holder | undefined {
  const parts = /^([^~]*)~([1-9]\d{0,9})~([^~]*)~(\d{1,15})~[^~]*$/.exec(name)
  if (parts === null) return undefined
  const [, machine = '', pid, start = '', since] = parts
  return { name, machine, pid: Number(pid), start, sinceMs: Number(since) }
}

function isAlive(holder: Holder, machine: string, nowMs: number): boolean {
  if (holder.machine === machine) {
    if (errorCodeOf(() => process.kill(holder.pid, 0)) === 'ESRCH') return false
    const start = startOf(holder.pid)
    if (holder.start !== '' && start !== undefined) return holder.start === start
  }
  return nowMs - holder.sinceMs < believedMs
}

let count = 0

export interface LockOptions {
  /** The time, epoch milliseconds. */
  readonly now: () => number
  /** How long to wait for another build, in milliseconds. */
  readonly waitMs: number
}

/** Either the lock, to be given back with `release`, or words that name the process which has it. */
export type Lock = { readonly release: () => void } | { readonly holder: string }

/** Takes the lock in `folder`, waiting while another living process has it. Throws the system's error. */
export function takeLock(folder: string, { now, waitMs }: LockOptions): Lock {
  mkdirSync(folder, { recursive: true })
  const machine = machineName()
  const mine = [machine, process.pid, startOf(process.pid) ?? '', Math.floor(now()), `${threadId}.${count++}`].join('~')
  const withdraw = (): void => rmSync(join(folder, mine), { force: true })

  const othersAlive = (): Holder[] => {
    const others = readdirSync(folder).filter((name) => name !== mine)
    const holders = others.map(holderOf).filter((holder) => holder !== undefined)
    const alive = holders.filter((holder) => isAlive(holder, machine, now()))
    for (const holder of holders) if (!alive.includes(holder)) rmSync(join(folder, holder.name), { force: true })
    return alive
  }

  // Of two that keep meeting, the one that comes back sooner will be alone.
  const stepMs = 15 + (process.pid % 11)
  for (let waitedMs = 0; ; waitedMs += stepMs) {
    let [other] = othersAlive()
    if (other === undefined) {
      writeFileSync(join(folder, mine), '', { flag: 'wx' })
      other = othersAlive()[0]
      if (other === undefined) return { release: withdraw }
      withdraw()
    }
    if (waitedMs >= waitMs) {
      return { holder: other.machine === machine ? `process ${other.pid}` : `process ${other.pid} on ${other.machine}` }
    }
    pause(Math.min(stepMs, waitMs - waitedMs))
  }
}

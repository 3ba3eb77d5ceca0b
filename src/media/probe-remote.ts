import { askStart, isSuccess, lengthOf, partOf, type Start } from './ask-start.ts'
import type { HttpClient, HttpReplyWithBody } from './http.ts'
import { type Piece, pieceWith, reading } from './probe-pieces.ts'
import { type Trouble, Unreached } from './probe-trouble.ts'
import { isOtherVersion, type Version, versionOf } from './probe-version.ts'
import type { ReadAt } from './read-at.ts'

/** A file on the web, of which any part can be read. */
export interface RemoteFile {
  /** The first block, or less of a file that is shorter. */
  readonly head: Uint8Array
  /**
   * Runs a reader. What it wants and is not here yet is fetched, then it runs again. Throws `Unreached`.
   * @param most so many bytes may be fetched for it
   */
  readonly look: <T>(read: (readAt: ReadAt) => T, most?: number) => Promise<T>
  /** Fetches the whole, for a reader that would ask for it bit by bit. Throws `Unreached`. */
  readonly fetchAll: () => Promise<void>
  /** Whether any part can be had, not just the start. */
  readonly hasParts: boolean
  /** In bytes; undefined if the server does not say. */
  readonly size: number | undefined
  /** How many bytes may still be read. */
  readonly left: () => number
  readonly version: Version
  /** The Content-Type that it is sent with, in lower case and without parameters; undefined if there is none. */
  readonly servedType: string | undefined
}

export interface RemoteSettings {
  /** No more is read of one file, all parts together. */
  readonly maxBytes: number
  /** At least so much is asked for at once, as the next thing wanted often follows. */
  readonly blockBytes: number
}

/** Of the end, less will do: a tag, or the last page. */
const endBytes = 8 * 1024
/** More is asked for bit by bit: a request must end in its time on slow lines, too. */
const maxAtOnce = 1024 * 1024
/** A server that sends less than it is asked for is asked for the rest, but not more often than this. */
const maxShort = 8

/** Reads the start of a file; other parts when they are wanted. */
export async function openRemote(
  client: HttpClient,
  url: string,
  { maxBytes, blockBytes }: RemoteSettings,
): Promise<RemoteFile | Trouble> {
  const { reply, length, hasParts } = await startOf(client, url, Math.min(blockBytes, maxBytes))
  const trouble = troubleOf(reply)
  if (trouble !== undefined) return trouble
  // A whole that came to its end tells its length, too.
  const size = length ?? (hasParts || reply.truncated ? undefined : reply.body.length)
  const version = versionOf(reply.headers, size)
  const pieces: Piece[] = [{ offset: 0, bytes: reply.body }]
  let spent = reply.body.length
  const left = () => maxBytes - spent

  const ask = async (address: string, range: { start: number; end: number } | undefined, most: number) => {
    const answer = await client.request(address, { method: 'GET', maxBytes: most, range })
    spent += answer.body.length
    return checked(answer, version, range?.start ?? 0)
  }

  /** From where the redirects led to: they may count each request as a download. */
  const fetchPart = async (offset: number, end: number, wanted: number): Promise<void> => {
    const parts: Uint8Array[] = []
    let at = offset
    for (let short = 0; at < wanted && short < maxShort; ) {
      const most = Math.min(end - at, maxAtOnce)
      const answer = await ask(reply.url, { start: at, end: at + most - 1 }, most)
      if (answer.status !== 206) throw new Unreached({ kind: 'no parts' })
      if (partOf(answer)?.first !== at) throw new Unreached({ kind: 'wrong part' })
      if (answer.body.length === 0) throw new Unreached({ kind: 'too short', end: at })
      if (answer.body.length < most) short++
      parts.push(answer.body)
      at += answer.body.length
    }
    if (at < wanted) throw new Unreached({ kind: 'wrong part' })
    pieces.push({ offset, bytes: parts.length === 1 ? (parts[0] as Uint8Array) : new Uint8Array(Buffer.concat(parts)) })
  }

  /** Where there are no parts, the start again, and more of it. */
  const fetchLonger = async (wanted: number): Promise<void> => {
    const { body } = await ask(url, undefined, Math.min(wanted + blockBytes, left()))
    if (body.length < wanted) throw new Unreached({ kind: 'too short', end: body.length })
    pieces.splice(0, pieces.length, { offset: 0, bytes: body })
  }

  const fetch = async (offset: number, length: number, most: number): Promise<void> => {
    const whole = size ?? Number.POSITIVE_INFINITY
    const wanted = Math.min(offset + length, whole)
    if (!hasParts) {
      if (wanted > most) throw new Unreached({ kind: 'no parts' })
      return fetchLonger(wanted)
    }
    if (wanted - offset > most) throw new Unreached({ kind: 'limit' })
    const end = Math.min(Math.max(wanted, offset + blockBytes), offset + most, whole)
    const start = end === whole ? Math.max(Math.min(offset, whole - endBytes), end - most, 0) : offset
    return fetchPart(start, end, wanted)
  }

  return {
    head: reply.body,
    look: (read, most = maxBytes) => {
      const limit = Math.min(spent + most, maxBytes)
      return reading(read, pieces, size, (offset, length) => fetch(offset, length, limit - spent))
    },
    fetchAll: async () => {
      if (size !== undefined && pieceWith(pieces, 0, size) === undefined) await fetch(0, size, left())
    },
    hasParts,
    size,
    left,
    version,
    servedType: reply.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() || undefined,
  }
}

/** The start of a file, and whether other parts can be had. */
async function startOf(
  client: HttpClient,
  url: string,
  bytes: number,
): Promise<Start & { readonly hasParts: boolean }> {
  const start = await askStart(client, url, { bytes, ranged: true })
  if (start.reply.status !== 206 || start.reply.failure !== undefined) return { ...start, hasParts: false }
  const part = partOf(start.reply)
  const isPacked = start.reply.headers['content-encoding'] !== undefined
  if (part?.first === 0 && part.total !== undefined && !isPacked) return { ...start, hasParts: true }
  // It does not do what it says: the whole is safer.
  return { ...(await askStart(client, url, { bytes, ranged: false })), hasParts: false }
}

/** An answer about a later part, of the same state of the file. */
function checked(answer: HttpReplyWithBody, version: Version, offset: number): HttpReplyWithBody {
  const length = answer.status === 416 ? totalOf(answer) : lengthOf(answer)
  const hasChanged = answer.failure === undefined && isOtherVersion(version, versionOf(answer.headers, length))
  if (hasChanged) throw new Unreached({ kind: 'changed' })
  if (answer.status === 416) throw new Unreached({ kind: 'too short', end: offset })
  const trouble = troubleOf(answer)
  if (trouble !== undefined) throw new Unreached(trouble)
  return answer
}

function troubleOf(reply: HttpReplyWithBody): Trouble | undefined {
  const { status = 0, failure } = reply
  if (failure !== undefined) return { kind: 'failure', failure }
  return isSuccess(reply) ? undefined : { kind: 'status', status }
}

/** What a server says of the length when there is no such part. @see RFC 9110 §14.4 */
function totalOf({ headers }: HttpReplyWithBody): number | undefined {
  const total = /^bytes \*\/(\d+)$/i.exec(headers['content-range']?.trim() ?? '')?.[1]
  return total === undefined ? undefined : Number(total)
}

import type { HttpClient, HttpReply, HttpReplyWithBody } from './http.ts'

export interface StartOptions {
  /** How much of the start is asked for. */
  readonly bytes: number
  /** Whether just that is asked for, so that it turns out whether the server can do so. */
  readonly ranged: boolean
  readonly compressed?: boolean | undefined
  /** @see RequestOptions */
  readonly origin?: string | undefined
}

/** The start of what is at an address. */
export interface Start {
  readonly reply: HttpReplyWithBody
  /** Whether just the range that was asked for was sent. Absent: not known. */
  readonly ranges?: boolean | undefined
  /** Size of the whole in bytes, as far as the server says. */
  readonly length?: number | undefined
}

export async function askStart(client: HttpClient, url: string, options: StartOptions): Promise<Start> {
  const { bytes, ranged, compressed, origin } = options
  const range = ranged ? { start: 0, end: bytes - 1 } : undefined
  const reply = await client.request(url, { method: 'GET', maxBytes: bytes, range, compressed, origin })
  if (ranged && reply.status === 416) return askWhole(client, url, options)
  const length = lengthOf(reply)
  return {
    reply,
    ...(ranged && isSuccess(reply) ? { ranges: isAsAsked(reply, bytes) } : {}),
    ...(length === undefined ? {} : { length }),
  }
}

/** Of a server that does not like a range, the whole can still be had. Only an empty file has no first byte. */
async function askWhole(client: HttpClient, url: string, options: StartOptions): Promise<Start> {
  const whole = await askStart(client, url, { ...options, ranged: false })
  return isSuccess(whole.reply) && whole.length !== 0 ? { ...whole, ranges: false } : whole
}

export const isSuccess = ({ status = 0, failure }: HttpReply): boolean =>
  failure === undefined && status >= 200 && status < 300

/** Size of the whole in bytes, as far as an answer says. A compressed answer says only its own. */
export function lengthOf(reply: HttpReply): number | undefined {
  if (!isSuccess(reply)) return undefined
  if (reply.status === 206) return partOf(reply)?.total
  const length = reply.headers['content-length']
  return reply.headers['content-encoding'] === undefined && /^\d+$/.test(length ?? '') ? Number(length) : undefined
}

/** Whether it is just the first bytes, all of them, and says so. */
function isAsAsked(reply: HttpReplyWithBody, bytes: number): boolean {
  const part = reply.status === 206 ? partOf(reply) : undefined
  if (part === undefined || part.first !== 0) return false
  const last = Math.min(bytes, part.total ?? part.last + 1) - 1
  const isPacked = reply.headers['content-encoding'] !== undefined
  return part.last === last && (isPacked || reply.body.length === last + 1)
}

/** @see RFC 9110 §14.4 */
export function partOf({ headers }: HttpReply): { first: number; last: number; total: number | undefined } | undefined {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(headers['content-range']?.trim() ?? '') ?? []
  if (first === undefined) return undefined
  return { first: Number(first), last: Number(last), total: total === '*' ? undefined : Number(total) }
}

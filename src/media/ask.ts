import type { Answer, AnsweredImage, TargetKind } from '../model/rule.ts'
import { askStart, isSuccess, lengthOf, type Start, type StartOptions } from './ask-start.ts'
import type { HttpClient, HttpReply } from './http.ts'
import type { FailureCode } from './http-failure.ts'
import { isBusy } from './http-retry.ts'
import { imageFactsIn } from './image.ts'

const KiB = 1024

/** A site that nobody has. Many servers say only to a browser whether other sites may read a file. */
const origin = 'https://player.example'

/** What is asked of each kind. Web players read transcripts and chapters themselves. */
const plans: Readonly<Record<TargetKind, StartOptions>> = {
  feed: { bytes: 64 * KiB, ranged: false, compressed: true },
  enclosure: { bytes: KiB, ranged: true },
  image: { bytes: 256 * KiB, ranged: true },
  transcript: { bytes: 64 * KiB, ranged: true, origin },
  chapters: { bytes: 64 * KiB, ranged: true, origin },
  page: { bytes: KiB, ranged: false },
}

/** Where the size stands in a JPEG with colour profile and preview before it. */
const longHead = 2048 * KiB

/** What is kept of an image: enough to know it by, as there can be thousands. */
const keptOfImage = KiB

/** Trouble on the way to a server, which is the same however one asks. */
export const hopeless: readonly FailureCode[] = [
  'invalid-address',
  'not-web',
  'private',
  'not-found',
  'lookup',
  'refused',
  'unreachable',
  'certificate',
  'tls',
  'no-connection',
]

/**
 * Asks an address as apps and directories do: HEAD, then the start with GET. A page is asked with GET only where HEAD
 * has no success.
 * @returns status 200 also for a part (206), as that is what the whole would get; of an image the first 1024 bytes;
 * no bytes where there was no success
 */
export async function askTarget(client: HttpClient, kind: TargetKind, url: string): Promise<Answer> {
  const plan = plans[kind]
  const head = await client.request(url, { method: 'HEAD', maxBytes: 0, origin: plan.origin })
  if (head.failureCode !== undefined && hopeless.includes(head.failureCode)) return answerOf(head)
  if (kind === 'page' && isSuccess(head)) return answerOf(head)
  const start = await askStart(client, url, plan)
  if (start.reply.failure !== undefined) return answerOf(start.reply)
  const isImage = kind === 'image' && isSuccess(start.reply)
  const image = isImage ? await imageAt(client, url, plan, start) : undefined
  const isSame = isSameAnswer(head, start)
  const length = start.length ?? lengthOf(head)
  return {
    ...answerOf(start.reply),
    ...(length === undefined ? {} : { length }),
    ...(start.ranges === undefined ? {} : { ranges: start.ranges }),
    ...(isSame === undefined ? {} : { head: isSame }),
    ...(isSuccess(start.reply) ? { bytes: isImage ? start.reply.body.slice(0, keptOfImage) : start.reply.body } : {}),
    ...(image === undefined ? {} : { image }),
  }
}

/** An answer that broke off counts as none. */
function answerOf(reply: HttpReply): Answer {
  const { url, redirects, headers, failure } = reply
  if (failure !== undefined) return { url, redirects, headers: {}, failure }
  const length = lengthOf(reply)
  return { url, redirects, status: statusOf(reply), headers, ...(length === undefined ? {} : { length }) }
}

const statusOf = ({ status }: HttpReply): number | undefined => (status === 206 ? 200 : status)

/** Whether HEAD tells what GET does, in what apps look at. A server that was too busy did not tell. */
function isSameAnswer(head: HttpReply, { reply, length }: Start): boolean | undefined {
  if ([head, reply].some(({ status = 0 }) => isBusy(status))) return undefined
  if (statusOf(head) !== statusOf(reply)) return false
  if (!isSuccess(head)) return true
  const lengths = [lengthOf(head), length].filter((one) => one !== undefined)
  const types = [head, reply].map(typeOf).filter((one) => one !== undefined)
  return new Set(lengths).size < 2 && new Set(types).size < 2
}

const typeOf = ({ headers }: HttpReply): string | undefined =>
  headers['content-type']?.replace(/;.*$/s, '').trim().toLowerCase()

async function imageAt(
  client: HttpClient,
  url: string,
  plan: StartOptions,
  { reply, length }: Start,
): Promise<AnsweredImage | undefined> {
  const found = imageIn(reply.body)
  const [first, second] = reply.body
  const isLong = reply.body.length === plan.bytes && length !== reply.body.length
  if (found !== undefined || !isLong || first !== 0xff || second !== 0xd8) return found
  return imageIn((await askStart(client, url, { ...plan, bytes: longHead })).reply.body)
}

function imageIn(head: Uint8Array): AnsweredImage | undefined {
  const facts = imageFactsIn(head, head.length)
  if (facts === undefined) return undefined
  const { type, width, height, colours } = facts
  return { type, width, height, ...(colours === undefined ? {} : { colours }) }
}

import { askAll } from '../media/ask-all.ts'
import { type HttpClient, httpClient } from '../media/http.ts'
import { generatorName, generatorVersion } from '../text/generator.ts'
import type { Asker, FeedAnswer } from './check-feed.ts'

export interface OnlineOptions {
  /** Whether addresses of the local network may be asked. */
  readonly allowPrivate: boolean
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

const clientFor = ({ allowPrivate }: OnlineOptions): HttpClient =>
  httpClient({ allowPrivate, userAgent: `${generatorName}/${generatorVersion}` })

/** Asks what a feed points at: a few at a time, each address once. */
export function httpAsker(options: OnlineOptions): Asker {
  const client = clientFor(options)
  return (targets, onAnswer) => askAll(client, targets, { onAnswer, onProgress: options.onProgress })
}

/**
 * Reads a feed from its address, as a stream.
 * @param take returns false where it wants no more
 * @param maxBytes no more is read; by default as much as the client allows
 * @returns what the address answered, or why it did not
 */
export async function readFeedFrom(
  url: string,
  take: (bytes: Uint8Array) => boolean,
  options: OnlineOptions,
  maxBytes?: number,
): Promise<{ readonly answer: FeedAnswer; readonly failure?: string | undefined }> {
  let length = 0
  let isWanted = true
  const onChunk = (chunk: Uint8Array): boolean => {
    length += chunk.length
    isWanted = take(chunk)
    return isWanted
  }
  const reply = await clientFor(options).stream(url, onChunk, maxBytes === undefined ? {} : { maxBytes })
  const { status, headers, redirects } = reply
  const isFine = status !== undefined && status >= 200 && status < 300
  const failure = reply.failure ?? (isFine ? undefined : `the server answered ${status}`)
  // What ends without a failure although more of it was wanted has gone beyond the limit.
  const isCut = failure === undefined && isWanted && reply.truncated
  return { answer: { url: reply.url, status, headers, redirects, length, isCut }, failure }
}

import type { Exchange, ReplyHead } from './http-exchange.ts'
import { type Failure, failure } from './http-failure.ts'

/** What came of an address and of those that it led to. */
export interface Followed extends Exchange {
  /** The last address, whether it was asked or refused. */
  readonly url: string
  /** Every address that redirected, in order. */
  readonly redirects: readonly string[]
}

/** Asks an address, and where it redirects, the next. Nothing is carried from one to the next but the address. */
export async function follow(
  text: string,
  maxRedirects: number,
  ask: (url: URL) => Promise<Exchange>,
): Promise<Followed> {
  const redirects: string[] = []
  const seen = new Set<string>()
  let url = text
  for (;;) {
    const unanswered = (why: Failure): Followed => ({ url, redirects, ended: false, failure: why })
    const address = addressOf(url)
    if (!(address instanceof URL)) return unanswered(address)
    if (seen.has(withoutFragment(address))) return unanswered(inCircle)
    if (redirects.length > maxRedirects) return unanswered(tooMany(maxRedirects))
    seen.add(withoutFragment(address))
    const answer = await ask(address)
    const next = answer.failure === undefined && answer.head !== undefined ? redirectOf(answer.head) : undefined
    if (next === undefined) return { ...answer, url: address.href, redirects }
    redirects.push(address.href)
    url = absolute(next, address)
  }
}

const inCircle = failure('redirect-loop', 'the redirects lead in a circle')
const tooMany = (count: number): Failure => failure('redirect-count', `more than ${count} redirects`)

/** Where an answer sends to, if it does. */
export function redirectOf({ status, headers }: ReplyHead): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined
}

/** An address as it can be asked, or why it can’t. */
function addressOf(text: string): URL | Failure {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && !['http:', 'https:'].includes(url.protocol))
    return failure('not-web', 'only http and https are asked')
  if (url === undefined || !canDecode(url.username) || !canDecode(url.password))
    return failure('invalid-address', 'the address is not valid')
  return url
}

/** Name and password are sent decoded. */
function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** What can’t be understood stays as it is, and is refused as an address. */
function absolute(location: string, base: URL): string {
  const text = utf8(location)
  return URL.canParse(text, base.href) ? new URL(text, base).href : text
}

/** Node reads headers as one byte for each letter; addresses that are not encoded are meant as UTF-8. */
function utf8(text: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}

const withoutFragment = ({ href }: URL): string => href.replace(/#.*$/s, '')

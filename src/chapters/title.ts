/** A chapter's title, link and picture, from the words beside its time. Pure. */

import { cleanText } from '../text/clean.ts'
import { webUrl } from '../text/url.ts'
import { cutAtWord } from '../text/words.ts'
import type { Candidate, Part } from './candidates.ts'
import { indexAfter, type Link, type Picture } from './flow.ts'
import { cutTails } from './tails.ts'
import { secondsOf, type Timestamp } from './timestamp.ts'

export interface Title {
  /** Plain text, one line; empty if there is none. */
  readonly text: string
  /** Absolute. */
  readonly url: string | undefined
  /** Absolute. */
  readonly img: string | undefined
}

/** In bytes: longer titles are cut at a word. Real ones have up to 1,521 characters. @see spec/chapters.md §4 */
const maxTitleBytes = 4000
/** In bytes: of a paragraph below a time alone, the first sentence or so is the title. */
const maxBorrowedBytes = 140

/** Hyphens that show only at a line's end, and marks that steer the direction or width of text. */
const invisible = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g
const white = /[\s\p{Cc}]+/gu
const bulletAtStart = /^[\s•·‣▪◦*►▶–—-]{1,8}(?=\s)/
const colonAtEnd = /\s?[:：]$/
const addressAtEnd = /[\s:：([<|–—-]{1,8}(?:https?:\/\/|www\.)[^\s]{1,2048}$/i

/** Folds white space and drops what no reader sees. */
function tidy(written: string): string {
  const trimmed = written.trim()
  const text = isPlain(trimmed) ? trimmed : cleanText(trimmed.replace(invisible, '').replace(white, ' '))
  return isLetterAt(text, 0) ? text : text.replace(bulletAtStart, '').trim()
}

/** Printable ASCII with single spaces needs no tidying. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text) && !text.includes('  ')

function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 0x20
  return code > 0x60 && code < 0x7b
}

/** The part of the line, or of a neighbour of it, that is the title. */
export function titlePart({ title, above, below }: Candidate, prefersAbove: boolean): Part | undefined {
  return title ?? (prefersAbove ? above : (below ?? above))
}

/** @param isBorrowed it stands above or below the time, so it may be a whole paragraph */
function wordsOf(part: Part, isBorrowed: boolean, tails: readonly string[]): string {
  const written = part.flow.text.slice(part.from, Math.min(part.to, part.from + maxTitleBytes + 1))
  const words = cutTails(tidy(written), tails)
  const named = words.includes('://') || words.includes('www.') ? words.replace(addressAtEnd, '') : words
  if (!isBorrowed) return cutAtWord(named, maxTitleBytes)
  const [sentence = named] = /^.{1,120}?[.!?。！？](?=\s)/u.exec(named) ?? []
  return cutAtWord(sentence.replace(colonAtEnd, ''), maxBorrowedBytes)
}

const jump = /[?&#](?:t|start|time_continue)=(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?(?:[&#]|$)/

/** A link that leads to this very moment is a second notation of the time. */
function leadsTo(url: string, time: Timestamp): boolean {
  const [whole, hours = '0', minutes = '0', seconds = '0'] = jump.exec(url) ?? []
  return (
    whole !== undefined && Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) === Math.floor(secondsOf(time))
  )
}

/** The first web address that a link from `from` to `to` leads to. */
function linkIn({ flow, from, to }: Part, candidate: Candidate): string | undefined {
  const { time } = candidate.mark
  const isOwn = flow === candidate.block.flow
  for (let index = indexAfter(flow.links, from); index < flow.links.length; index++) {
    const link = flow.links[index] as Link
    if (link.from >= to) return undefined
    const holdsTime = isOwn && link.from <= time.from && time.from < link.to
    const url = holdsTime || link.from < from ? undefined : webUrl(link.url.trim())
    if (url !== undefined && !leadsTo(url, time)) return url
  }
  return undefined
}

/** The first picture from `from` to `to` that has a web address. */
function pictureIn({ flow, from, to }: Part): Picture | undefined {
  for (let index = indexAfter(flow.pictures, from - 1); index < flow.pictures.length; index++) {
    const picture = flow.pictures[index] as Picture
    if (picture.from > to) return undefined
    if (webUrl(picture.url.trim()) !== undefined) return picture
  }
  return undefined
}

/**
 * Makes a title of the words beside a time, or next to it.
 * @param pictures emoji that stand before the time and belong to the title
 * @param tails the show's own expressions for what is cut off at the end
 */
export function titleOf(
  candidate: Candidate,
  part: Part | undefined,
  pictures: string,
  tails: readonly string[],
): Title {
  const {
    block,
    line: { from, to },
  } = candidate
  const line = { flow: block.flow, from, to: part?.flow === block.flow ? Math.max(to, part.to) : to }
  const words = part === undefined ? '' : wordsOf(part, candidate.title === undefined, tails)
  const picture = pictureIn(line) ?? (part === undefined ? undefined : pictureIn(part))
  const text = words === '' ? tidy(picture?.alt ?? '') : words
  return {
    text: pictures === '' || text === '' ? text || pictures : `${pictures} ${text}`,
    url:
      part === undefined
        ? undefined
        : (linkIn(part, candidate) ?? (block.kind === 'row' ? linkIn(line, candidate) : undefined)),
    img: picture === undefined ? undefined : webUrl(picture.url.trim()),
  }
}

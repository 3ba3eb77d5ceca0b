/** The time that a line starts or ends with, and what is left for the title. Pure; bounded work for each line. */

import { digitAt, readSpacedTime, readTime, type Timestamp } from './timestamp.ts'

/** A line's time, with all that belongs to it. */
export interface Mark {
  readonly time: Timestamp
  /** The second time of a range. */
  readonly end: Timestamp | undefined
  /** Where it stands in its line. */
  readonly at: 'start' | 'end'
  /** The bracket or `@` that sets it off from words, if any. */
  readonly sign: string
  /** The title's part of the text. */
  readonly titleFrom: number
  readonly titleTo: number
  /** Pictures before the time: `🎙`. */
  readonly pictures: string
  /** A minus sign touches it. */
  readonly minus: boolean
  /** It is a time of day: `9:30 am`, `17:30 Uhr`. */
  readonly clock: boolean
  /** It is a subtitle's: `00:00:01,000 --> 00:00:04,000`. */
  readonly cue: boolean
}

/** How many characters of bullets, pictures, brackets and numbering may stand before a time. */
const maxBefore = 40

const openers = '([{<（［【「『《〈'
const closers = ')]}>）］】」』》〉'
const space = /[\s\u200b\u200e\u200f\u2060\ufeff]/
/** A picture, or what joins, varies or colours one. */
const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0f|\u20e3|\u200d/u
const plainSign = /[\p{P}\p{S}]/u
/** A sum, a share or a quotation is no bullet. */
const tellingSign = /[$€£¥%+=&"'“„«‹‘/\\]/

/** Words that may stand between the start of a line and its time. */
const leadWord =
  /(?:time(?:stamp|code)?|zeit|start(?:s|zeit)?|min(?:ute|uto|uut)?|ts|t|ca|circa|approx|ab)[.:=]? ?(?=[@([]?\p{N})/iuy
/** `1.`, `02)`, `#3 –`, `Chapter 4:` */
const numbering =
  /(?:(?:chapter|chapitre|kapitel|cap[ií]tulo|capitolo|hoofdstuk|part|parte|partie|teil|deel|segment|section|topic|thema|track|nr\.?|no\.?) ?)?#?\p{Nd}{1,3}(?: ?[.)\]:|–—-])*\s+/iuy

/** `9:30 am` and `9:30AM`, but not `9:30 Am I wrong?` */
const halfDay = /[ \u00a0\u202f]?(?:[ap]\.? ?m|[AP]\.? ?M)(?![\p{L}\p{N}])/uy
const timeZone = /[ \u00a0\u202f]?(?:[Uu]hr|[Oo]['’]clock|UTC|GMT|CES?T|[ECMP][SD]T|BST|JST)(?![\p{L}\p{N}])/uy
const rangeSign = /\s*(?:-{1,2}>?|[\p{Pd}→~～]|(?<=\s)(?:to|bis|à|a|until|till|tot|do|до)(?=\s))\s*/uy
const closing = /\s*[)\]}>）］】」』》〉]+/uy
const opening = /[([{<（［【@]*/uy
/** A separator that touches the time, and one that stands alone between spaces. @see spec/chapters.md §5 rule 6 */
const touchingSeparator = /[:：|\p{Pd}]+|[.,;、，](?=\s|$)/uy
const spacedSeparator = /\s+(?:\p{Pd}{1,3}>?|[:：|│·•»›→⇒~=*>]|=>)(?=\s|$)/uy

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

const isAscii = (code: number): boolean => code < 0x80
const isAsciiLetter = (code: number): boolean => (code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b)

const wordGoesOn = /[\p{Lu}\p{Ll}\p{N}_]/u
/** `00:10Intro` is a slip of the finger, `10:30Z` and `5:30PM` are not. */
const slip = /\p{Lu}\p{Ll}/uy

/** Whether what follows a time lets it be one. */
function isWhole(text: string, to: number): boolean {
  const next = text.charAt(to)
  if (next === '' || next === ' ' || next === ')' || next === ']') return true
  if (next === '/' || next === '%' || next === '°') return false
  return !wordGoesOn.test(next) || endOf(slip, text, to) > to
}

/** Whether the time is said to be one of day. */
function isClock(text: string, { fields: [hour = 0, , third], to }: Timestamp): boolean {
  if (third !== undefined || hour > 24) return false
  return (hour <= 12 && endOf(halfDay, text, to) > to) || endOf(timeZone, text, to) > to
}

/** Where the time ends together with its brackets. */
function afterClosers(text: string, to: number, opened: boolean): number {
  const next = text.charAt(to)
  return closers.includes(next) || (opened && space.test(next)) ? endOf(closing, text, to) : to
}

interface Ending {
  readonly end: Timestamp | undefined
  /** Just after all of it. */
  readonly to: number
}

/** Farther than this from the first time, the second is part of the title. */
const maxRangeGap = 10

function readRangeEnd(text: string, at: number, limit: number): Ending {
  let digit = at
  while (digit < at + maxRangeGap && digitAt(text, digit) < 0) digit++
  const sign = digit === at + maxRangeGap ? at : endOf(rangeSign, text, at)
  const from = sign === at ? at : endOf(opening, text, sign)
  const end = from === at || from >= limit ? undefined : readTime(text, from)
  if (end === undefined || end.form === 'one-unit' || end.short || !isWhole(text, end.to))
    return { end: undefined, to: at }
  return { end, to: afterClosers(text, end.to, true) }
}

/** Skips what separates a time from its title. */
function skipSeparators(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at)
  if (code === 0x20 && isAsciiLetter(text.charCodeAt(at + 1))) return Math.min(at + 1, limit)
  let to = endOf(touchingSeparator, text, at)
  for (let count = 0; count < 2; count++) to = endOf(spacedSeparator, text, to)
  return Math.min(to, limit)
}

/** What stands before the first digit of a line. */
interface Before {
  readonly at: number
  readonly sign: string
  readonly pictures: string
  readonly minus: boolean
}

const asciiLetterOrDigit = /[A-Za-z0-9]/
const letterOrDigit = /[\p{L}\p{N}]/u

/** Skips bullets, pictures and brackets; stops at the first letter or digit. */
function readBefore(text: string, from: number, limit: number): Before | undefined {
  let sign = ''
  let pictures = ''
  let previous = ''
  for (let at = from, stop = Math.min(limit, from + maxBefore); at < stop; at += previous.length) {
    const code = text.charCodeAt(at)
    const character = isAscii(code) ? text.charAt(at) : String.fromCodePoint(text.codePointAt(at) as number)
    const next = text.charCodeAt(at + 1)
    const isKeycap = next === 0xfe0f || next === 0x20e3
    if (!isKeycap && (isAscii(code) ? asciiLetterOrDigit : letterOrDigit).test(character))
      return { at, sign, pictures, minus: previous === '-' || previous === '−' }
    if (openers.includes(character) || character === '@' || character === '＠') sign += character
    else if (isKeycap || (!isAscii(code) && picture.test(character))) pictures += character
    else if (space.test(character)) pictures += pictures === '' ? '' : ' '
    else if (!plainSign.test(character) || tellingSign.test(character)) return undefined
    previous = character
  }
  return undefined
}

/** Reads the time at `at`, past numbering or a word such as `Time:` if need be. */
function timeAfter({ at }: Before, text: string): { time: Timestamp; sign: string } | undefined {
  const time = readTime(text, at)
  if (time !== undefined) return { time, sign: '' }
  const past = Math.max(endOf(numbering, text, at), endOf(leadWord, text, at))
  if (past > at) {
    const opened = endOf(opening, text, past)
    const later = readTime(text, opened)
    if (later !== undefined && later.form === 'colons') return { time: later, sign: text.slice(past, opened) }
  }
  const spaced = readSpacedTime(text, at)
  return spaced === undefined ? undefined : { time: spaced, sign: '' }
}

/** The time that the line from `from` to `to` starts with. */
export function startMark(text: string, from: number, to: number): Mark | undefined {
  const before = readBefore(text, from, to)
  const found = before === undefined ? undefined : timeAfter(before, text)
  if (before === undefined || found === undefined || found.time.to > to || !isWhole(text, found.time.to))
    return undefined
  const { time } = found
  const sign = before.sign + found.sign
  const clock = isClock(text, time)
  const { end, to: after } = readRangeEnd(text, afterClosers(text, time.to, sign !== ''), to)
  const closed = after > (end ?? time).to
  const titleTo = sign !== '' && !closed ? beforeLateCloser(text, after, to) : to
  const titleFrom = Math.min(skipSeparators(text, after, titleTo), titleTo)
  const { pictures, minus } = before
  const cue = end !== undefined && text.slice(time.to, end.from).includes('-->')
  return { time, end, at: 'start', sign, titleFrom, titleTo, pictures: pictures.trim(), minus, clock, cue }
}

/** In `(00:10 Intro)` the bracket closes after the title. */
function beforeLateCloser(text: string, from: number, to: number): number {
  let last = to - 1
  while (last > Math.max(from, to - maxTail) && space.test(text.charAt(last))) last--
  return last > from && closers.includes(text.charAt(last)) ? last : to
}

/** The longest time with brackets, range and all that a line may end with. */
const maxTail = 48
const tailStart = /[\s([{<（［【「『《〈@.…·|:：–—~\u200b-]/
/** Before a time of day: `we meet at 9:30`. */
const timeOfDay = /(?:^|\s)(?:at|by|um|ab|bis|gegen|à|às|alle|ore|las?|kl\.?|om|о|в|until|till|before|after)\s*$/iu
const leaders = /[\s.…·_]+$/u
const lastSeparator = /[\s:：|│·•»›→⇒~=*>–—―‒@＠([{<（［【「『《〈-]+$/u

/** The time that the line from `from` to `to` ends with. */
export function endMark(text: string, from: number, to: number): Mark | undefined {
  const tail = Math.max(from, to - maxTail)
  for (let at = tail; at < to; at++) {
    if (at > from && !tailStart.test(text.charAt(at - 1))) continue
    const time = readTime(text, at)
    if (time === undefined || time.form !== 'colons' || time.short || time.to > to) continue
    const mark = endMarkFrom(text, from, to, time)
    if (mark !== undefined) return mark
  }
  return undefined
}

function endMarkFrom(text: string, from: number, to: number, time: Timestamp): Mark | undefined {
  const { end, to: after } = readRangeEnd(text, afterClosers(text, time.to, true), to)
  const rest = text.slice(after, to).trim()
  if (rest !== '' && !/^min\.?$|^h$/i.test(rest)) return undefined
  const head = text.slice(Math.max(from, time.from - maxTail), time.from)
  const sign = /[@＠([{<（［【「『《〈]\s*$/u.exec(head)?.[0].trim() ?? ''
  // `(skip to 28:25)` is a remark.
  if (sign === '' && after > (end ?? time).to) return undefined
  const clock = sign === '' && timeOfDay.test(head)
  const words = (clock ? head.replace(timeOfDay, '') : head).replace(lastSeparator, '')
  const trimmed =
    /\.{3}|…|·{2}/.test(words.slice(-4)) || /[.…·]{3}[\s]*$/.test(head) ? words.replace(leaders, '') : words
  const titleTo = time.from - head.length + trimmed.length
  return { time, end, at: 'end', sign, titleFrom: from, titleTo, pictures: '', minus: false, clock, cue: false }
}

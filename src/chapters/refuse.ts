/** Why times that keep company without a label are no outline after all. Pure. */

import type { Candidate, Part } from './candidates.ts'
import { secondsOf } from './timestamp.ts'

/** Why a time is no chapter. @see docs/chapters.md, which says the same to users */
export type Refusal =
  | 'alone'
  | 'clock-time'
  | 'in-prose'
  | 'not-ascending'
  | 'other-list'
  | 'schedule'
  | 'second-list'
  | 'transcript'
  | 'verse'

/** In seconds, taken at its word. */
export const startOf = ({ mark }: Candidate): number => secondsOf(mark.time)

const textOf = (part: Part | undefined): string => part?.flow.text.slice(part.from, part.to).trim() ?? ''

/** How many neighbours in a list start later than the one before. */
const risesOf = (list: readonly Candidate[]): number =>
  list.filter((candidate, index) => index > 0 && startOf(candidate) > startOf(list[index - 1] as Candidate)).length

/** Opening hours and the like: round times of day, from the morning on. */
function isSchedule(list: readonly Candidate[]): boolean {
  const isRound = ({ mark: { time } }: Candidate): boolean => {
    const [hour = 0, minute = 0, second = 0] = time.fields
    return (
      hour >= 6 && hour < 24 && minute % 5 === 0 && (time.form === 'units' ? second === 0 : time.fields.length === 2)
    )
  }
  return list.every(isRound)
}

/** `3:16 …`, `3:17 …`: verses follow each other without a gap. */
function isVerses(list: readonly Candidate[]): boolean {
  const steps = list.slice(1).map((candidate, index) => startOf(candidate) - startOf(list[index] as Candidate))
  return steps.length >= 2 && steps.filter((step) => step === 1).length * 2 > steps.length
}

/** A paragraph that somebody speaks, right below a time. */
const isSpeech = ({ block, title, below }: Candidate): boolean =>
  title === undefined && below?.flow === block.flow && /^.{80,}[.!?…]["'”’)]?$/su.test(textOf(below))

/** Speakers come back, chapters do not; and nobody titles chapters with a paragraph each. */
function isTranscript(list: readonly Candidate[]): boolean {
  if (list.some(({ mark }) => mark.cue)) return true
  if (list.length >= 3 && list.filter(isSpeech).length * 2 > list.length) return true
  const titles = list.map(({ title }) => textOf(title)).filter((title) => title !== '')
  if (titles.length < 6) return false
  const length = titles.reduce((sum, title) => sum + title.length, 0) / titles.length
  return new Set(titles).size * 2 < titles.length || (titles.length >= 20 && length > 200)
}

/** A sentence that happens to start with a time: `9:30 is when we get up.` */
export function isSentence({ block, title }: Candidate): boolean {
  const text = textOf(title)
  return block.kind === 'text' && /^\p{Ll}/u.test(text) && /[.!?…]["'”’)]?$/u.test(text)
}

/** Nothing but the time sets it off from words. */
const isUnmarked = ({ mark, notation }: Candidate): boolean => mark.sign === '' && !notation.endsWith('link')

/**
 * Why a list of times at the start of lines is no outline; undefined if it may be one.
 * @param duration of the audio, in seconds, if it is known
 */
export function refuseList(list: readonly Candidate[], duration: number | undefined): Refusal | undefined {
  if (list.length < 2) return 'alone'
  if (isTranscript(list)) return 'transcript'
  if (list.every(isUnmarked)) {
    const isAllLate = duration !== undefined && list.every((candidate) => startOf(candidate) >= duration)
    if (isSchedule(list) || isAllLate) return 'schedule'
    if (isVerses(list)) return 'verse'
    if (list.filter(isSentence).length * 2 > list.length) return 'in-prose'
  }
  return risesOf(list) * 2 < list.length - 1 ? 'not-ascending' : undefined
}

/** Books in front of `3:16`: of the Bible, in some languages, and the Quran. */
const book = new RegExp(
  '^(?:[1-5]\\.? )?(?:' +
    'Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Ezra|Nehemiah|Esther|Job|' +
    'Psalms?|Proverbs|Ecclesiastes|Isaiah|Jeremiah|Lamentations|Ezekiel|Daniel|Hosea|Joel|Amos|Jonah|Micah|Nahum|' +
    'Zechariah|Malachi|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians|' +
    'Thessalonians|Timothy|Titus|Hebrews|James|Peter|Jude|Revelation|Surah?|Quran|' +
    'Mose|Josua|Richter|Könige|Chronik|Hiob|Psalmen|Sprüche|Prediger|Jesaja|Jeremia|Hesekiel|Matthäus|Markus|Lukas|' +
    'Johannes|Apostelgeschichte|Römer|Korinther|Galater|Epheser|Philipper|Kolosser|Hebräer|Jakobus|Petrus|Offenbarung|' +
    'Génesis|Éxodo|Salmos?|Proverbios|Isaías|Mateo|Marcos|Lucas|Juan|Hechos|Romanos|Corintios|Efesios|Apocalipsis|' +
    'Genèse|Exode|Psaumes?|Proverbes|Ésaïe|Matthieu|Marc|Luc|Jean|Actes|Romains|Corinthiens|Éphésiens|' +
    '(?:Gen|Ex|Ps|Isa|Mt|Mk|Lk|Jn|Joh|Rom|Röm|Cor|Kor|Eph|Phil|Heb|Rev)\\.?)$',
  'i',
)

/** No book has a chapter 0. */
const isVerse = ({ mark, title }: Candidate): boolean =>
  mark.sign === '' && mark.time.fields[0] !== 0 && book.test(textOf(title))

/** Why a list of titles with a time behind them is no outline: one rises from near zero, lengths of songs do not. */
export function refuseEndList(list: readonly Candidate[]): Refusal | undefined {
  if (list.length < 2) return 'alone'
  if (list.filter(isVerse).length * 2 > list.length) return 'verse'
  if (risesOf(list) < list.length - 1) return 'not-ascending'
  const [first, last] = [startOf(list[0] as Candidate), startOf(list.at(-1) as Candidate)]
  return first <= 60 || (list.length >= 3 && first <= 600 && last >= 600) ? undefined : 'not-ascending'
}

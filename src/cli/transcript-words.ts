import type { Transcript } from '../model/transcript.ts'
import type { Omission, TranscriptFormat } from '../model/transcript-format.ts'
import { toClock } from '../text/time.ts'
import type { Loss, Losses } from '../transcript/losses.ts'
import { count } from './words.ts'

const cues = (number: number): string => count(number, 'cue')

const lost: Record<Loss, (number: number) => string> = {
  text: (number) => `the words of ${cues(number)}`,
  start: (number) => `the start of ${cues(number)}`,
  fraction: (number) => `the fraction of a second of ${cues(number)}`,
  end: (number) => `the end of ${cues(number)}`,
  speaker: (number) => `the speaker of ${cues(number)}`,
  emphasis: (number) => `bold or italic words of ${cues(number)}`,
  line: (number) => `the line breaks of ${cues(number)}`,
  paragraph: (number) => `the paragraphs after ${cues(number)}`,
  estimated: (number) => `${cues(number)} got an estimated start`,
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** What a format could not hold; empty if it held everything. */
export function printTranscriptLosses(format: TranscriptFormat, losses: Losses): string {
  const words = [...losses].map(([loss, number]) => lost[loss](number))
  return words.length === 0 ? '' : `${capital(format.name)} cannot hold everything: ${words.join(', ')}.\n`
}

const omitted: Record<Omission, string> = {
  comment: 'comments',
  style: 'styles',
  region: 'regions',
  position: 'positions on the screen',
  identifier: 'names of cues',
  class: 'classes',
  font: 'fonts',
  ruby: 'ruby text',
  'word-time': 'times of words',
  heading: 'headings',
}

/** What of the file no transcript keeps; empty if nothing. */
export function printOmissions(omissions: ReadonlyMap<Omission, number>): string {
  const words = [...omissions].map(([kind, number]) => `${omitted[kind]} (${number})`)
  return words.length === 0 ? '' : `Left out: ${words.join(', ')}.\n`
}

/** A transcript in two lines, for people. */
export function describeTranscript(
  name: string,
  format: TranscriptFormat,
  { cues: all, language }: Transcript,
): string {
  const speakers = [...new Set(all.flatMap(({ speaker }) => (speaker === undefined ? [] : [speaker])))]
  const end = all.reduce((latest, { start = 0, end: own = start }) => Math.max(latest, own), 0)
  const facts = [
    count(all.length, 'cue'),
    ...(end > 0 ? [`until ${toClock(end)}`] : ['without times']),
    ...(language === undefined ? [] : [`in ${language}`]),
    speakers.length === 0
      ? 'no speakers'
      : `speakers: ${speakers.slice(0, 8).join(', ')}${speakers.length > 8 ? ' …' : ''}`,
  ]
  return `${name}: ${format.name}\n  ${facts.join(', ')}\n`
}

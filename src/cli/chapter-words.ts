import type { Origin } from '../build/chapter-source.ts'
import type { Loss, Losses } from '../chapters/losses.ts'
import type { OutlineLine, Why } from '../chapters/outline.ts'
import { clockOf } from '../chapters/seconds.ts'
import type { Chapter } from '../model/chapter.ts'
import type { ChapterFormat } from '../model/chapter-format.ts'
import type { Place } from '../text/place.ts'
import { painter } from './words.ts'

/** A list for people. */
export function listChapters(chapters: readonly Chapter[]): string {
  const times = chapters.map(({ start, end }) => clockOf(start) + (end === undefined ? '' : `–${clockOf(end)}`))
  const width = Math.max(0, ...times.map((time) => time.length))
  return chapters
    .map(({ title, url, img, toc, location }, index) => {
      const more = [url && `<${url}>`, img && `image: ${img}`, toc === false && 'hidden', location?.name]
      const extras = more.filter((extra) => typeof extra === 'string').map((extra) => `  ${extra}`)
      return `${(times[index] as string).padStart(width)}  ${title}${extras.join('')}\n`
    })
    .join('')
}

const reasons: Record<Why, string> = {
  taken: 'a chapter',
  'in-prose': 'not taken: the time stands inside of a sentence',
  code: 'not taken: it stands in a code block',
  'clock-time': 'not taken: a time of day',
  transcript: 'not taken: part of a transcript',
  alone: 'not taken: no other line like it is near',
  'other-list': 'not taken: the outline is under a label elsewhere',
  'second-list': 'not taken: it belongs to a second outline',
  schedule: 'not taken: the list looks like times of day',
  verse: 'not taken: it looks like a verse',
  'not-ascending': 'not taken: the times of its list do not rise',
  'before-zero': 'left out: it would start before the audio',
  'beyond-duration': 'left out: it starts after the audio’s end',
  'repeated-start': 'left out: another chapter starts at the same time',
}

/** What became of each line with a time. */
export function explainLines(lines: readonly OutlineLine[], placeAt: (offset: number) => Place): string {
  return lines
    .map(({ offset, text, why, start }) => {
      const { line, column } = placeAt(offset)
      const read = start === undefined ? '' : ` at ${clockOf(start)}`
      return `${line}:${column}  ${text}\n    ${reasons[why]}${read}\n`
    })
    .join('')
}

/** Which source won, and what that means for the other. */
export function explainOrigin(origin: Origin, inNotes: number): string {
  if (origin === 'frontmatter')
    return `The chapters come from the frontmatter; it wins over the outline in the notes (${inNotes}).\n`
  if (origin === 'outline') return 'The chapters come from the outline in the notes.\n'
  if (origin === 'audio') return 'The audio file carries the chapters itself.\n'
  return `The chapters come from the file, which is ${origin.name} (${origin.id}).\n`
}

const some = (count: number): string => (count === 1 ? '1 chapter' : `${count} chapters`)
const lost: Record<Loss, (count: number) => string> = {
  chapter: (count) => `${some(count)} left out`,
  title: (count) => `the exact title of ${some(count)}`,
  fraction: (count) => `the fraction of a second of ${some(count)}`,
  end: (count) => `the end of ${some(count)}`,
  url: (count) => `the link of ${some(count)}`,
  img: (count) => `the image of ${some(count)}`,
  toc: (count) => `that ${some(count)} ${count === 1 ? 'is' : 'are'} hidden`,
  location: (count) => `the location of ${some(count)}`,
  added: (count) => `${some(count)} added at 0:00, which the format needs`,
}

/** What a format could not hold; empty if it held everything. */
export function printLosses(format: ChapterFormat, losses: Losses, wishes: readonly string[]): string {
  const words = [...losses].map(([loss, count]) => lost[loss](count))
  const cannot = words.length === 0 ? '' : `${format.name} cannot hold everything: ${words.join(', ')}.\n`
  return cannot + wishes.map((wish) => `${wish}\n`).join('')
}

/** The lines that differ, as `diff -U0` shows them; both texts have the same number of lines. */
export function printDiff(name: string, before: string, after: string, color: boolean): string {
  const paint = painter(color)
  const olds = before.split('\n')
  const hunks = after.split('\n').flatMap((line, index) => {
    const old = olds[index] as string
    return line === old
      ? []
      : [`@@ -${index + 1} +${index + 1} @@`, paint('red', `-${old}`), paint('green', `+${line}`)]
  })
  return hunks.length === 0 ? '' : `--- ${name}\n+++ ${name}\n${hunks.join('\n')}\n`
}

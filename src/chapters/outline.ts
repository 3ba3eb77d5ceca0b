/** The outline in the show notes becomes chapters: the way through this room, from top to bottom. Pure. */

import type { Chapter } from '../model/chapter.ts'
import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import { type MarkdownNode, parseMarkdown } from '../text/markdown.ts'
import { type Place, placesIn } from '../text/place.ts'
import { readBlocks } from './blocks.ts'
import { type Aside, type Candidate, gather } from './candidates.ts'
import { codes } from './codes.ts'
import { type Dropped, type Entry, judge } from './judge.ts'
import { type Find, Locator } from './locator.ts'
import { nestedIn } from './nested.ts'
import { pick } from './pick.ts'
import type { Refusal } from './refuse.ts'
import { clockOf, toMilliseconds } from './seconds.ts'
import { timeSigns } from './timestamp.ts'
import { type Title, titleOf, titlePart } from './title.ts'

/** How a show's outlines are found and cleaned: `outline` in `podcast.yaml`. */
export interface OutlineSettings {
  /** Further labels that announce an outline. */
  readonly labels: readonly string[]
  /** Regular expressions for what is cut off at the end of titles. Those that cannot be used are ignored. */
  readonly tails: readonly string[]
  /** What becomes of chapters inside of others: by default they are listed as any other. */
  readonly nested?: 'list' | 'hide' | undefined
}

/** What became of a time in the notes. @see docs/chapters.md */
export type Why = 'taken' | 'in-prose' | 'code' | Refusal | Dropped

/** A line with a time, and what became of it. */
export interface OutlineLine {
  /** Where the time is in the text. */
  readonly offset: number
  /** The line, shortened where it is long. */
  readonly text: string
  readonly taken: boolean
  readonly why: Why
  /** In seconds, of a line that was taken. */
  readonly start?: number
}

export interface Outline {
  /** Ascending; no two start together. */
  readonly chapters: readonly Chapter[]
  readonly diagnostics: readonly Diagnostic[]
  /** Every line with a time, in the order of the text. */
  readonly lines: readonly OutlineLine[]
}

export interface OutlineOptions extends OutlineSettings {
  /** Of the audio, in seconds. */
  readonly duration?: number
  /** Names a place in the text. Called only when there is something to report. */
  readonly placeAt: (offset: number) => Place
}

const report = reporter(codes)
const nothing: Outline = { chapters: [], diagnostics: [], lines: [] }

/**
 * Finds the outline in show notes and makes chapters of it.
 * @param root the tree of `text`
 * @see docs/chapters.md for the notations and rules
 */
export function parseOutline(root: MarkdownNode, text: string, options: OutlineOptions): Outline {
  const signs = timeSigns(text)
  if (signs.length === 0) return nothing
  const { candidates, finds } = gather(readBlocks(root, text, signs), text, options.labels)
  const { taken, refused, secondList } = pick(candidates, options.duration)
  const locator = new Locator(text, finds)
  const placeOf = (candidate: Candidate): Place => options.placeAt(locator.offsetOf(candidate))
  const titles = readTitles(taken, options.tails)
  const judged = judge(taken, {
    duration: options.duration,
    placeOf,
    titleOf: (candidate) => titles.get(candidate)?.text ?? '',
  })
  const { entries, dropped } = judged
  const diagnostics = [...judged.diagnostics]

  const hidden = options.nested === 'hide' ? nestedIn(entries) : undefined
  const chapters = entries.map((entry, index) => {
    const title = titles.get(entry.candidate) as Title
    const toc = hidden?.has(entry.candidate) ? { toc: false } : {}
    if (title.text !== '') return { ...chapterOf(entry, title), ...toc }
    const facts = { time: clockOf(entry.start), title: `Chapter ${index + 1}` }
    diagnostics.push(report('outline/no-title', facts, placeOf(entry.candidate)))
    return { ...chapterOf(entry, { ...title, text: facts.title }), ...toc }
  })
  if (secondList !== undefined)
    diagnostics.push(report('outline/second-list', { time: secondList.written }, placeOf(secondList)))
  return new FoundOutline(chapters, diagnostics, () => {
    const starts = new Map(entries.map(({ candidate, start }): [Find, number] => [candidate, start]))
    const whyOf = (find: Candidate | Aside): Why =>
      'why' in find ? find.why : (refused.get(find) ?? dropped.get(find) ?? 'taken')
    return finds.map((find) => lineOf(text, locator.offsetOf(find), whyOf(find), starts.get(find)))
  })
}

/** An outline whose lines are made when somebody asks for them: builds do not. */
class FoundOutline implements Outline {
  readonly chapters: readonly Chapter[]
  readonly diagnostics: readonly Diagnostic[]
  readonly #explain: () => readonly OutlineLine[]

  constructor(chapters: readonly Chapter[], diagnostics: readonly Diagnostic[], explain: () => readonly OutlineLine[]) {
    this.chapters = chapters
    this.diagnostics = diagnostics
    this.#explain = explain
  }

  get lines(): readonly OutlineLine[] {
    return this.#explain()
  }
}

/** {@link parseOutline} for a text alone. Places are in `file`, by default nameless. */
export function outlineOf(
  text: string,
  options: Partial<OutlineSettings> & { readonly duration?: number; readonly file?: string } = {},
): Outline {
  const { labels = [], tails = [], nested, duration, file = '' } = options
  let places: ReturnType<typeof placesIn> | undefined
  const placeAt = (offset: number): Place => {
    places ??= placesIn(file, text)
    return places.at(offset)
  }
  return parseOutline(parseMarkdown(text), text, {
    labels,
    tails,
    nested,
    placeAt,
    ...(duration === undefined ? {} : { duration }),
  })
}

/** Titles of all chapters-to-be; what they all share, such as a picture before each time, is no part of them. */
function readTitles(taken: readonly Candidate[], tails: readonly string[]): ReadonlyMap<Candidate, Title> {
  const [first] = taken
  const areBullets = taken.length > 1 && taken.every(({ mark }) => mark.pictures === first?.mark.pictures)
  const prefersAbove = taken.every(({ title, above }) => title !== undefined || above !== undefined)
  const titles = new Map<Candidate, Title>()
  for (const candidate of taken) {
    const part = titlePart(candidate, prefersAbove)
    titles.set(candidate, titleOf(candidate, part, areBullets ? '' : candidate.mark.pictures, tails))
  }
  return titles
}

function chapterOf({ start, end }: Entry, { text, url, img }: Title): Chapter {
  return {
    start: toMilliseconds(start),
    ...(end === undefined ? {} : { end: toMilliseconds(end) }),
    title: text,
    ...(url === undefined ? {} : { url }),
    ...(img === undefined ? {} : { img }),
  }
}

/** How much of a line is shown on each side of its time. */
const shownBefore = 60
const shownAfter = 140

function lineOf(source: string, offset: number, why: Why, start: number | undefined): OutlineLine {
  const head = source.slice(Math.max(0, offset - shownBefore), offset)
  const tail = source.slice(offset, offset + shownAfter)
  const end = tail.search(/[\r\n]/)
  const text = head.slice(head.lastIndexOf('\n') + 1) + (end === -1 ? tail : tail.slice(0, end))
  return {
    offset,
    text: text.trim(),
    taken: why === 'taken',
    why,
    ...(start === undefined ? {} : { start: toMilliseconds(start) }),
  }
}

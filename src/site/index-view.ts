import type { EpisodeSummary } from '../model/episode-summary.ts'
import type { Show } from '../model/show.ts'
import { cleanText } from '../text/clean.ts'
import type { Links } from './links.ts'
import {
  type CommonView,
  commonView,
  durationView,
  episodeLabel,
  oneLine,
  type PageView,
  type TimeView,
  timeView,
} from './view.ts'
import { type Words, wordsFor } from './words.ts'

/** An episode's line in a list. */
export interface EpisodeLineView {
  readonly title: string
  readonly url: string
  readonly date: TimeView
  readonly duration: TimeView | undefined
}

/** An episode in the list of the newest ones. */
export interface EpisodeCardView extends EpisodeLineView {
  readonly label: string | undefined
  readonly summary: string
  /** Its own artwork, where it has one. */
  readonly image: string | undefined
}

export interface YearView {
  readonly year: string
  readonly episodes: readonly EpisodeLineView[]
}

export interface IndexPageView extends CommonView {
  readonly page: PageView
  /** The newest episodes. */
  readonly newest: readonly EpisodeCardView[]
  /** All others, by the year of their date. */
  readonly years: readonly YearView[]
  readonly hasManyYears: boolean
}

/** How many episodes are shown with their summary. The others have a line each, so that thousands stay readable. */
const newestCount = 50

/** @param episodes in the order in which they are shown: newest first */
export function indexPageView(show: Show, episodes: Iterable<EpisodeSummary>, links: Links): IndexPageView {
  const common = commonView(show, links)
  const words = wordsFor(show.language)
  const newest: EpisodeCardView[] = []
  const years: { year: string; episodes: EpisodeLineView[] }[] = []
  for (const episode of episodes) {
    const line = lineView(episode, show, links)
    if (newest.length < newestCount) {
      newest.push({ ...line, ...cardView(episode, words, links) })
      continue
    }
    const year = yearOf(episode.dateMs, show)
    const last = years.at(-1)
    if (last?.year === year) last.episodes.push(line)
    else years.push({ year, episodes: [line] })
  }
  const page = {
    title: common.show.title,
    description: oneLine(common.show.description),
    url: show.baseUrl,
    image: show.values.image,
    isArticle: false,
  }
  return { ...common, page, newest, years, hasManyYears: years.length > 1 }
}

const lineView = (episode: EpisodeSummary, show: Show, links: Links): EpisodeLineView => ({
  title: cleanText(episode.title),
  url: links.to(episode.pageUrl),
  date: timeView(episode.dateMs, show),
  duration: durationView(episode.duration),
})

const cardView = (episode: EpisodeSummary, words: Words, links: Links) => ({
  label: episodeLabel({ season: episode.season, episode: episode.episodeNumber, type: episode.episodeType }, words),
  summary: cleanText(episode.summary),
  image: episode.image === undefined ? undefined : links.to(episode.image),
})

const yearFormats = new Map<string, Intl.DateTimeFormat>()

/** The year that the show's clocks have at a moment. */
function yearOf(ms: number, { timeZone }: Show): string {
  let format = yearFormats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' })
    yearFormats.set(timeZone, format)
  }
  return format.format(ms)
}

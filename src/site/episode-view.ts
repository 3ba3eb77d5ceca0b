import type { Chapter } from '../model/chapter.ts'
import type { Episode, TranscriptLink } from '../model/episode.ts'
import type { Show } from '../model/show.ts'
import { thumbnailOf } from '../tags/images.ts'
import { cleanText } from '../text/clean.ts'
import { toClock } from '../text/time.ts'
import { chapterTrackPath } from './chapter-track.ts'
import { alignHeadings } from './headings.ts'
import type { Links } from './links.ts'
import {
  type CommonView,
  clean,
  commonView,
  durationView,
  episodeLabel,
  fundingViews,
  type LinkView,
  linkView,
  oneLine,
  type PageView,
  type PersonView,
  personView,
  type TimeView,
  timeView,
} from './view.ts'
import { type Words, wordsFor } from './words.ts'

export interface MediaView {
  readonly url: string
  readonly type: string
  readonly isVideo: boolean
  /** "58 MB" */
  readonly size: string | undefined
}

export interface ChapterView {
  /** Seconds. */
  readonly start: number
  readonly clock: string
  readonly title: string
  /** The media that it is in: at `#t=` and `start` it opens there. */
  readonly media: string
  readonly link: LinkView | undefined
}

export interface TranscriptView {
  readonly url: string
  readonly type: string
  /** "WebVTT" */
  readonly format: string
  readonly language: string | undefined
}

/** An episode, as templates see it. Whatever it does not have is undefined, or an empty list. */
export interface EpisodeView {
  readonly title: string
  readonly subtitle: string | undefined
  readonly label: string | undefined
  readonly date: TimeView
  readonly updated: TimeView | undefined
  readonly duration: TimeView | undefined
  readonly explicit: string | undefined
  readonly url: string
  readonly source: LinkView | undefined
  readonly media: MediaView
  readonly image: string | undefined
  readonly imageAlt: string
  readonly summary: string
  readonly notes: string
  readonly chapters: readonly ChapterView[]
  /** The same chapters as WebVTT, for the player. */
  readonly chapterTrack: string | undefined
  readonly persons: readonly PersonView[]
  readonly transcripts: readonly TranscriptView[]
  readonly funding: readonly LinkView[]
}

export interface EpisodePageView extends CommonView {
  readonly page: PageView
  readonly episode: EpisodeView
}

/** What `feed-notes.html` is given: the page's view, with every address absolute and the notes as they are. */
export interface FeedNotesView extends CommonView {
  readonly episode: EpisodeView
  readonly notes: string
}

export function episodePageView(show: Show, episode: Episode, links: Links): EpisodePageView {
  const view = episodeView(show, episode, links, alignHeadings(episode.notesHtml))
  const page = {
    title: `${view.title} · ${cleanText(show.title)}`,
    description: view.subtitle ?? oneLine(view.summary),
    url: episode.pageUrl,
    image: episode.values.image ?? show.values.image,
    isArticle: true,
  }
  return { ...commonView(show, links), page, episode: view }
}

export function feedNotesView(show: Show, episode: Episode, links: Links): FeedNotesView {
  const view = episodeView(show, episode, links, episode.notesHtml)
  return { ...commonView(show, links), episode: view, notes: view.notes }
}

function episodeView(show: Show, episode: Episode, links: Links, notes: string): EpisodeView {
  const { values, enclosure } = episode
  const words = wordsFor(show.language)
  const image = thumbnailOf(values.image === undefined ? show.values : values)
  const title = cleanText(episode.title)
  const season = clean(values.season?.name) ?? values.season?.number
  const number = clean(values.episode?.display) ?? values.episode?.number
  const mediaUrl = links.to(withoutFragment(enclosure.url))
  const trackPath = show.output.site ? chapterTrackPath(episode) : undefined
  return {
    title,
    subtitle: clean(episode.subtitle),
    label: episodeLabel({ season, episode: number, type: values.episodeType }, words),
    date: timeView(episode.date.ms, show),
    updated: episode.updated === undefined ? undefined : timeView(episode.updated.ms, show),
    duration: durationView(enclosure.duration),
    explicit: values.explicit === true ? words.explicit : undefined,
    url: links.to(episode.pageUrl),
    source: episode.link === episode.pageUrl ? undefined : linkView(episode.link),
    media: {
      url: mediaUrl,
      type: enclosure.type,
      isVideo: enclosure.type.startsWith('video/'),
      size: readableSize(enclosure.length, words),
    },
    image: image === undefined ? undefined : links.to(image),
    imageAlt: words.artwork(values.image === undefined ? cleanText(show.title) : title),
    summary: cleanText(episode.summary),
    notes,
    chapters: chapterViews(episode.chapters, mediaUrl),
    chapterTrack: trackPath === undefined ? undefined : links.to(`${show.baseUrl}${trackPath}`),
    persons: (values.persons ?? show.values.persons ?? []).map((person) => personView(person, words)),
    transcripts: episode.transcripts.map((transcript) => transcriptView(transcript, words, links)),
    funding: fundingViews(values.funding, words),
  }
}

const withoutFragment = (url: string): string => (url.includes('#') ? url.slice(0, url.indexOf('#')) : url)

/** The chapters that are to be listed. */
const chapterViews = (chapters: readonly Chapter[], media: string): ChapterView[] =>
  chapters
    .filter(({ toc }) => toc !== false)
    .map(({ start, title, url }) => ({
      start,
      clock: toClock(start),
      title: cleanText(title),
      media,
      link: url === undefined ? undefined : linkView(url),
    }))

const transcriptFormats: Readonly<Record<string, string>> = {
  'text/vtt': 'WebVTT',
  'application/srt': 'SRT',
  'application/x-subrip': 'SRT',
  'application/json': 'JSON',
  'text/html': 'HTML',
  'text/plain': 'Text',
}

const transcriptView = ({ url, type, language }: TranscriptLink, words: Words, links: Links) => ({
  url: links.to(url),
  type,
  format: (Object.hasOwn(transcriptFormats, type) ? transcriptFormats[type] : undefined) ?? words.page.transcript,
  language: clean(language),
})

/** Bytes as "58 MB", with one decimal below 10 MB; undefined where the size is not known. */
function readableSize(bytes: number, words: Words): string | undefined {
  if (bytes === 0) return undefined
  const megabytes = bytes / 1_000_000
  return words.size(megabytes < 10 ? Math.max(Math.round(megabytes * 10), 1) / 10 : Math.round(megabytes))
}

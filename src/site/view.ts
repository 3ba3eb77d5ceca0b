import type { EpisodeSummary } from '../model/episode-summary.ts'
import type { Show } from '../model/show.ts'
import { thumbnailOf } from '../tags/images.ts'
import type { Person } from '../tags/persons.ts'
import { cleanText } from '../text/clean.ts'
import { toIsoUtc, toReadableDate } from '../text/date.ts'
import { toClock, toIsoDuration } from '../text/time.ts'
import { cutAtWord } from '../text/words.ts'
import type { Links } from './links.ts'
import { directionOf, type PageWords, type Words, wordsFor } from './words.ts'

/** A link with its words. */
export interface LinkView {
  readonly url: string
  readonly text: string
}

/** Something that a machine and a person read differently. */
export interface TimeView {
  /** ISO 8601. */
  readonly iso: string
  readonly text: string
}

export interface FeedView {
  /** "RSS" */
  readonly name: string
  /** "Slow Gardens (RSS)" */
  readonly title: string
  readonly type: string
  readonly url: string
}

/** The show, as every template sees it. */
export interface ShowView {
  readonly title: string
  readonly author: string | undefined
  readonly description: string
  readonly paragraphs: readonly string[]
  readonly image: string | undefined
  readonly imageAlt: string
  /** The page with all episodes. */
  readonly home: string
  /** The show's website, where that is another one. */
  readonly website: string | undefined
  readonly feedUrl: string
  readonly feeds: readonly FeedView[]
  readonly funding: readonly LinkView[]
  readonly copyright: string | undefined
}

/** What a page says about itself in its head. */
export interface PageView {
  readonly title: string
  readonly description: string
  /** Absolute. */
  readonly url: string
  /** Absolute. */
  readonly image: string | undefined
  readonly isArticle: boolean
}

/** What all templates are given. */
export interface CommonView {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Where the output folder lies, seen from here. */
  readonly root: string
  readonly words: PageWords
  readonly show: ShowView
}

export interface PersonView {
  readonly name: string
  readonly role: string
  readonly url: string | undefined
  readonly image: string | undefined
}

/** Text as a page can hold it, undefined if there is none. */
export const clean = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : cleanText(text)

/** How much text stands in a page's head, in bytes: more than search results and previews show. */
const descriptionBytes = 300

/** A text for a page's head. */
export const oneLine = (text: string): string => cutAtWord(text.replace(/\s+/g, ' '), descriptionBytes)

export const timeView = (ms: number, show: Show): TimeView => ({
  iso: toIsoUtc(ms),
  text: toReadableDate(ms, show.timeZone, show.language),
})

export const durationView = (seconds: number | undefined): TimeView | undefined =>
  seconds === undefined ? undefined : { iso: toIsoDuration(seconds), text: toClock(seconds) }

/** "Season 2 · Episode 7", "Trailer": what kind of episode it is, and where in the show it stands. */
export function episodeLabel(
  {
    season,
    episode,
    type,
  }: {
    readonly season: string | number | undefined
    readonly episode: string | number | undefined
    readonly type: EpisodeSummary['episodeType']
  },
  words: Words,
): string | undefined {
  const parts = [
    typeof season === 'number' ? words.season(season) : season,
    episode === undefined ? undefined : words.episode(episode),
    type === 'trailer' ? words.trailer : type === 'bonus' ? words.bonus : undefined,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' · ')
}

export function personView({ name, role = 'host', href, img }: Person, words: Words): PersonView {
  const key = role.toLowerCase()
  return {
    name: cleanText(name),
    role: (Object.hasOwn(words.roles, key) ? words.roles[key] : undefined) ?? cleanText(role),
    url: href,
    image: img,
  }
}

/** An address as people read it: without scheme, `www.`, query and a slash at its end. */
export const linkView = (url: string): LinkView => ({
  url,
  text: cleanText(
    url
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/[?#].*$/, '')
      .replace(/\/$/, ''),
  ),
})

type Funding = { readonly url: string; readonly text?: string | undefined }

export const fundingViews = (funding: readonly Funding[] | undefined, words: Words): LinkView[] =>
  (funding ?? []).map(({ url, text }) => ({ url, text: clean(text) ?? words.support }))

function feedViews(show: Show): FeedView[] {
  const feed = (name: string, type: string, url: string): FeedView => ({
    name,
    title: `${cleanText(show.title)} (${name})`,
    type,
    url,
  })
  return [
    feed('RSS', 'application/rss+xml', show.feedUrl),
    ...(show.output.atom ? [feed('Atom', 'application/atom+xml', `${show.baseUrl}feed.atom`)] : []),
    ...(show.output.json ? [feed('JSON Feed', 'application/feed+json', `${show.baseUrl}feed.json`)] : []),
    ...show.feeds
      .filter((variant) => !variant.private)
      .map(({ title, feedUrl }) => ({
        name: title,
        title: cleanText(title),
        type: 'application/rss+xml',
        url: feedUrl,
      })),
  ]
}

function showView(show: Show, words: Words, links: Links): ShowView {
  const { values } = show
  const thumbnail = thumbnailOf(values)
  const title = cleanText(show.title)
  const description = cleanText(show.description)
  return {
    title,
    author: clean(values.author),
    description,
    paragraphs: description.split(/\n[ \t]*\n\s*/),
    image: thumbnail === undefined ? undefined : links.to(thumbnail),
    imageAlt: words.artwork(title),
    home: links.to(show.baseUrl),
    website: show.link === show.baseUrl ? undefined : show.link,
    feedUrl: show.feedUrl,
    feeds: feedViews(show),
    funding: fundingViews(values.funding, words),
    copyright: clean(values.copyright),
  }
}

/** What does not change from page to page, made once for a show and a depth of folders. */
const commons = new WeakMap<Show, Map<string, CommonView>>()

export function commonView(show: Show, links: Links): CommonView {
  const known = commons.get(show) ?? new Map<string, CommonView>()
  commons.set(show, known)
  const existing = known.get(links.root)
  if (existing !== undefined) return existing
  const words = wordsFor(show.language)
  const view = {
    language: show.language,
    direction: directionOf(show.language),
    root: links.root,
    words: words.page,
    show: showView(show, words, links),
  }
  known.set(links.root, view)
  return view
}

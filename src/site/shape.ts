import type { EpisodePageView, EpisodeView, FeedNotesView } from './episode-view.ts'
import type { IndexPageView } from './index-view.ts'
import type { SkeletonView } from './render.ts'
import type { CommonView, LinkView, PageView, PersonView, TimeView } from './view.ts'
import type { PageWords } from './words.ts'

/** Which names a view has: a value, a list of things of one shape, or further names. */
export type Shape = 'value' | readonly [Shape] | { readonly [name: string]: Shape }

const isObject = (shape: Shape | undefined): shape is { readonly [name: string]: Shape } =>
  typeof shape === 'object' && !Array.isArray(shape)

/** The names in a shape; undefined if it is no object. */
export const fieldsOf = (shape: Shape | undefined): string[] | undefined =>
  isObject(shape) ? Object.keys(shape) : undefined

export const fieldOf = (shape: Shape | undefined, name: string): Shape | undefined =>
  isObject(shape) && Object.hasOwn(shape, name) ? shape[name] : undefined

/** What a list consists of; undefined if it is no list. */
export const itemOf = (shape: Shape | undefined): Shape | undefined =>
  typeof shape === 'object' && !isObject(shape) ? shape[0] : undefined

type ShapeOf<T> = T extends string | number | boolean
  ? 'value'
  : T extends readonly (infer Item)[]
    ? readonly [ShapeOf<Item>]
    : { readonly [Name in keyof T]-?: ShapeOf<NonNullable<T[Name]>> }

const time: ShapeOf<TimeView> = { iso: 'value', text: 'value' }
const link: ShapeOf<LinkView> = { url: 'value', text: 'value' }
const person: ShapeOf<PersonView> = { name: 'value', role: 'value', url: 'value', image: 'value' }
const page: ShapeOf<PageView> = {
  title: 'value',
  description: 'value',
  url: 'value',
  image: 'value',
  isArticle: 'value',
}

const words: ShapeOf<PageWords> = {
  skip: 'value',
  navigation: 'value',
  episodes: 'value',
  earlierEpisodes: 'value',
  years: 'value',
  chapters: 'value',
  people: 'value',
  transcript: 'value',
  listen: 'value',
  download: 'value',
  source: 'value',
  link: 'value',
  website: 'value',
  subscribe: 'value',
  subscribeHint: 'value',
  updated: 'value',
}

const common: ShapeOf<CommonView> = {
  language: 'value',
  direction: 'value',
  root: 'value',
  words,
  show: {
    title: 'value',
    author: 'value',
    description: 'value',
    paragraphs: ['value'],
    image: 'value',
    imageAlt: 'value',
    home: 'value',
    website: 'value',
    feedUrl: 'value',
    feeds: [{ name: 'value', title: 'value', type: 'value', url: 'value' }],
    funding: [link],
    copyright: 'value',
  },
}

const episode: ShapeOf<EpisodeView> = {
  title: 'value',
  subtitle: 'value',
  label: 'value',
  date: time,
  updated: time,
  duration: time,
  explicit: 'value',
  url: 'value',
  source: link,
  media: { url: 'value', type: 'value', isVideo: 'value', size: 'value' },
  image: 'value',
  imageAlt: 'value',
  summary: 'value',
  notes: 'value',
  chapters: [{ start: 'value', clock: 'value', title: 'value', media: 'value', link }],
  chapterTrack: 'value',
  persons: [person],
  transcripts: [{ url: 'value', type: 'value', format: 'value', language: 'value' }],
  funding: [link],
}

const line = { title: 'value', url: 'value', date: time, duration: time } as const

const episodePage: ShapeOf<EpisodePageView> = { ...common, page, episode }
const indexPage: ShapeOf<IndexPageView> = {
  ...common,
  page,
  newest: [{ ...line, label: 'value', summary: 'value', image: 'value' }],
  years: [{ year: 'value', episodes: [line] }],
  hasManyYears: 'value',
}
const feedNotes: ShapeOf<FeedNotesView> = { ...common, episode, notes: 'value' }
const skeleton: ShapeOf<SkeletonView> = {
  title: 'value',
  date: 'value',
  slug: 'value',
  audio: 'value',
  season: 'value',
  episode: 'value',
  image: 'value',
  notes: 'value',
  chapters: [{ clock: 'value', title: 'value' }],
}

/** What each template may ask for. The compiler holds it equal to the views. */
export const shapes = {
  'episode.html': episodePage,
  'index.html': indexPage,
  'feed-notes.html': feedNotes,
  'episode.md': skeleton,
} as const satisfies Readonly<Record<string, Shape>>

export type PageName = keyof typeof shapes

/** The templates that every theme has. */
export const pageNames = Object.keys(shapes) as readonly PageName[]

import type { Episode } from '../model/episode.ts'
import type { EpisodeSummary } from '../model/episode-summary.ts'
import type { Show } from '../model/show.ts'
import { episodePageView, feedNotesView } from './episode-view.ts'
import { indexPageView } from './index-view.ts'
import { absoluteLinks, relativeLinks } from './links.ts'
import type { Templates } from './theme.ts'

/** The page at `episodes/<slug>/index.html`. */
export const renderEpisodePage = (templates: Templates, show: Show, episode: Episode): string =>
  templates.render('episode.html', episodePageView(show, episode, relativeLinks(show.baseUrl, '../../')))

/**
 * The page at `index.html`.
 * @param episodes newest first
 */
export const renderIndexPage = (templates: Templates, show: Show, episodes: Iterable<EpisodeSummary>): string =>
  templates.render('index.html', indexPageView(show, episodes, relativeLinks(show.baseUrl, './')))

/** An episode's notes as its item in the feeds has them. */
export function renderFeedNotes(templates: Templates, show: Show, episode: Episode): string {
  // The default template: no view is needed for it.
  if (templates.text('feed-notes.html').trim() === '{{{notes}}}') return episode.notesHtml.trim()
  return templates.render('feed-notes.html', feedNotesView(show, episode, absoluteLinks(show.baseUrl))).trim()
}

/** What the skeleton of a new episode is given. */
export interface SkeletonView {
  readonly title: string
  readonly date: string
  readonly slug: string
  /** The audio's path from the new file. Default: the slug, as an MP3. */
  readonly audio?: string | undefined
  readonly season?: number | undefined
  readonly episode?: number | undefined
  /** The artwork's path from the new file. */
  readonly image?: string | undefined
  /** What the notes begin with: plain text. */
  readonly notes?: string | undefined
  readonly chapters?: readonly { readonly clock: string; readonly title: string }[] | undefined
}

/** The text of a new episode's file. */
export const renderSkeleton = (templates: Templates, view: SkeletonView): string =>
  templates.render('episode.md', {
    ...view,
    title: toYaml(view.title),
    audio: view.audio === undefined ? `${view.slug}.mp3` : toYaml(view.audio),
    image: view.image === undefined ? undefined : toYaml(view.image),
    chapters: view.chapters?.length === 0 ? undefined : view.chapters,
  })

/** What YAML does not take unescaped between double quotes, beyond what JSON escapes. @see YAML 1.2 §5.1 */
const yamlUnprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** One line of text in double quotes: YAML reads it as text whatever it looks like. */
const toYaml = (text: string): string =>
  JSON.stringify(text.replace(/\s+/g, ' ').trim()).replace(
    yamlUnprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

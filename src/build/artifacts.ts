import { renderJsonChapters } from '../chapters/formats/json.ts'
import { webvtt } from '../chapters/formats/webvtt.ts'
import { feedPlans } from '../feed/plan.ts'
import type { Document } from '../model/document.ts'
import type { Episode } from '../model/episode.ts'
import type { Show } from '../model/show.ts'
import { chapterTrackPath } from '../site/chapter-track.ts'
import { renderEpisodePage, renderFeedNotes } from '../site/render.ts'
import type { Templates } from '../site/theme.ts'

/** Everything that one episode adds to the output. Pure; the unit of the cache and of a worker's work. */
export interface Artifacts {
  /** Its own files. */
  readonly documents: readonly Document[]
  /** Its items in the feeds, by {@link FeedPlan.items}. */
  readonly items: Readonly<Record<string, string>>
  /** The variants of the feed that it is in. */
  readonly variants: readonly string[]
}

export function episodeArtifacts(episode: Episode, show: Show, templates: Templates): Artifacts {
  const documents: Document[] = [...episode.documents]
  if (episode.chapters.length > 0)
    documents.push({
      path: `chapters/${episode.slug}.json`,
      wave: 'chapters',
      body: renderJsonChapters(episode.chapters, { title: episode.title, podcastName: show.title }),
    })
  const track = chapterTrackPath(episode)
  if (show.output.site && track !== undefined)
    documents.push({ path: track, wave: 'chapters', body: renderChapterTrack(episode) })
  if (show.output.site)
    documents.push({
      path: `episodes/${episode.slug}/index.html`,
      wave: 'pages',
      body: renderEpisodePage(templates, show, episode),
    })
  const contentHtml = renderFeedNotes(templates, show, episode)
  return { documents, ...feedItems(episode, show, contentHtml) }
}

/** Its item in each feed that has it; feeds with the same items have them rendered once. */
function feedItems(episode: Episode, show: Show, contentHtml: string): Pick<Artifacts, 'items' | 'variants'> {
  const items: Record<string, string> = {}
  const variants: string[] = []
  for (const plan of feedPlans(show)) {
    const own = plan.episodeIn(episode)
    if (own === undefined) continue
    items[plan.items] ??= plan.format.item(own, plan.show, contentHtml)
    if (!plan.isMain) variants.push(plan.id)
  }
  return { items, variants }
}

/** A player lists every cue of a track, so it holds no hidden chapters. */
function renderChapterTrack({ chapters, enclosure }: Episode): string {
  const visible = chapters.filter(({ toc }) => toc !== false)
  return webvtt.print(visible, { duration: enclosure.duration })
}

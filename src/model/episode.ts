import type { ItemValues } from '../tags/index.ts'
import type { Place } from '../text/place.ts'
import type { Chapter } from './chapter.ts'
import type { Document } from './document.ts'
import type { Frontmatter } from './frontmatter.ts'
import type { LocalFile } from './show.ts'

/** A moment, and the zone it was written in. */
export interface Instant {
  /** Epoch milliseconds. */
  readonly ms: number
  /** Minutes east of UTC. */
  readonly offsetMinutes: number
}

/** One episode's file, as written and checked on its own. */
export interface EpisodeSource {
  /** Relative to the show's folder, with `/`. */
  readonly path: string
  readonly frontmatter: Frontmatter
  readonly date: Instant
  readonly updated?: Instant | undefined
  readonly slug: string
  /** The slug stands in the frontmatter: it identifies the episode even when its file is renamed. */
  readonly slugIsExplicit: boolean
  /** The show notes: the Markdown after the frontmatter. */
  readonly body: string
  /** The offset of `body` in the file's text. */
  readonly bodyOffset: number
  /** The place of a key such as `['audio', 'length']`, or of its nearest existing parent. */
  readonly placeOf: (path: readonly (string | number)[]) => Place
  /** The place of an offset in `body`. */
  readonly placeInBody: (offset: number) => Place
}

/** Apple's limit for a description, in UTF-8 bytes. @see spec/rss-itunes-psp.md §3 description */
export const maxDescriptionBytes = 4000

/** @see spec/rss-itunes-psp.md §4 enclosure */
export interface Enclosure {
  /** Absolute. */
  readonly url: string
  /** Without the redirects that count downloads; absent: it has none. */
  readonly address?: string | undefined
  /** Size in bytes; 0 if unknown. */
  readonly length: number
  /** MIME type. */
  readonly type: string
  /** Playing time in seconds. */
  readonly duration?: number | undefined
}

/** @see spec/transcripts.md §1 */
export interface TranscriptLink {
  /** Absolute. */
  readonly url: string
  readonly type: string
  readonly language?: string | undefined
  readonly rel?: 'captions' | undefined
}

/** One episode, complete: everything that an output needs, and nothing about its neighbours. */
export interface Episode {
  /** Its file, relative to the show's folder. */
  readonly path: string
  readonly slug: string
  readonly guid: string
  readonly title: string
  readonly subtitle?: string | undefined
  readonly date: Instant
  readonly updated?: Instant | undefined
  /** Where the item's link leads: the page it comes from, or its own page. Absolute. */
  readonly link: string
  /** Its own page. Absolute. */
  readonly pageUrl: string
  /** Plain text, at most 4000 bytes. */
  readonly summary: string
  /** The show notes as HTML: safe, every address absolute. */
  readonly notesHtml: string
  /** Absent: the show's. */
  readonly language?: string | undefined
  readonly keywords: readonly string[]
  readonly enclosure: Enclosure
  readonly chapters: readonly Chapter[]
  /** Where its JSON chapters are published, if it has any. Absolute. */
  readonly chaptersUrl?: string | undefined
  /** Its chapters as lines that apps find in a description: `0:00 Title`. Absent: apps would not take them. */
  readonly timestamps?: readonly string[] | undefined
  readonly transcripts: readonly TranscriptLink[]
  /** Documents of its own that are published with it: transcripts. */
  readonly documents: readonly Document[]
  /** What the item's tags say; `image` is an absolute URL here, authors are among the persons. */
  readonly values: ItemValues
  /** Local files to be published with it. */
  readonly media: readonly LocalFile[]
}

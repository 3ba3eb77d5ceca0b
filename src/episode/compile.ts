import { chooseChapters } from '../chapters/choose.ts'
import { withOpening } from '../chapters/opening.ts'
import { type Outline, parseOutline } from '../chapters/outline.ts'
import type { Chapter } from '../model/chapter.ts'
import { type Diagnostic, type Outcome, outcome, reporter } from '../model/diagnostic.ts'
import type { Document } from '../model/document.ts'
import {
  type Enclosure,
  type Episode,
  type EpisodeSource,
  maxDescriptionBytes,
  type TranscriptLink,
} from '../model/episode.ts'
import type { WrittenChapter } from '../model/frontmatter.ts'
import type { LocalFile, Show } from '../model/show.ts'
import type { ItemValues } from '../tags/index.ts'
import { firstParagraph, safeHtml } from '../text/html.ts'
import { renderMarkdown } from '../text/markdown.ts'
import { byteLength, cutAtWord } from '../text/words.ts'
import { addressResolver } from './addresses.ts'
import { codes } from './codes.ts'
import { breakTimedLines } from './timed-lines.ts'
import { timestampsOf } from './timestamps.ts'

/** What the world says about an episode: found out before it is compiled. */
export interface EpisodeFacts {
  readonly guid: string
  readonly enclosure: Enclosure
  /** What the item's tags say, with public addresses; authors are among the persons. */
  readonly values: ItemValues
  readonly transcripts: readonly TranscriptLink[]
  /** What is made of its local transcripts. */
  readonly documents: readonly Document[]
  /** Local files that the frontmatter names. */
  readonly media: readonly LocalFile[]
  /** The chapters of the file that `chapters:` names. */
  readonly chapterFile?: readonly Chapter[] | undefined
  /** The chapters of the frontmatter’s list, with the public addresses of their pictures. */
  readonly chapterList?: readonly WrittenChapter[] | undefined
  /** Reads the chapters that a local audio file carries itself. */
  readonly embeddedChapters?: (() => Outcome<readonly Chapter[]>) | undefined
  /** Finds a file that the notes name: its path relative to the show's folder, or undefined. */
  readonly findFile: (reference: string) => string | undefined
}

const report = reporter(codes)

/**
 * Makes one complete episode of its source and the facts about its files. Pure, and alone: no other episode matters.
 */
export function compileEpisode(source: EpisodeSource, show: Show, facts: EpisodeFacts): Outcome<Episode> {
  const { frontmatter, slug } = source
  const diagnostics: Diagnostic[] = []
  const pageUrl = show.output.site ? `${show.baseUrl}episodes/${slug}/` : show.link

  let outline: Outline | undefined
  const html = renderMarkdown(source.body, (root) => {
    outline = parseOutline(root, source.body, {
      ...show.outline,
      ...(facts.enclosure.duration === undefined ? {} : { duration: facts.enclosure.duration }),
      placeAt: source.placeInBody,
    })
  })
  const chosen = chooseChapters({
    written: typeof frontmatter.chapters === 'string' ? facts.chapterFile : facts.chapterList,
    embedded: () => {
      const read = facts.embeddedChapters?.()
      diagnostics.push(...(read?.diagnostics ?? []))
      return read?.value ?? []
    },
    outline: outline ?? { chapters: [], diagnostics: [], lines: [] },
    duration: facts.enclosure.duration,
    placeOf: source.placeOf,
  })
  diagnostics.push(...chosen.diagnostics)
  const chapters = withOpening(chosen.chapters, show.outline.first)

  const addresses = addressResolver(show, pageUrl, facts.findFile)
  const notesHtml = safeHtml(breakTimedLines(html), { sanitize: show.output.sanitize, resolve: addresses.resolve })
  for (const file of addresses.missing()) {
    const offset = Math.max(source.body.indexOf(file), 0)
    diagnostics.push(report('episode/notes-file-missing', { file }, source.placeInBody(offset)))
  }
  const summary = summaryOf(source, html, diagnostics)

  const episode: Episode = {
    path: source.path,
    slug,
    guid: facts.guid,
    title: frontmatter.title,
    subtitle: frontmatter.subtitle,
    date: source.date,
    updated: source.updated,
    link: frontmatter.link ?? pageUrl,
    pageUrl,
    summary,
    notesHtml,
    language: frontmatter.language,
    keywords: frontmatter.keywords ?? [],
    enclosure: facts.enclosure,
    chapters,
    chaptersUrl: chapters.length === 0 ? undefined : `${show.baseUrl}chapters/${slug}.json`,
    timestamps: timestampsOf(chosen.chapters, facts.enclosure.duration, show),
    transcripts: facts.transcripts,
    documents: facts.documents,
    values: facts.values,
    media: [...facts.media, ...addresses.files()],
  }
  return outcome(episode, diagnostics)
}

/** The written summary, else the notes' first paragraph, else the title: an item without a description is refused. */
function summaryOf({ frontmatter, placeOf }: EpisodeSource, html: string, diagnostics: Diagnostic[]): string {
  const written = frontmatter.summary ?? frontmatter.description
  if (written === undefined) return cutAtWord(firstParagraph(html) || frontmatter.title, maxDescriptionBytes)
  const bytes = byteLength(written)
  if (bytes > maxDescriptionBytes) {
    const key = frontmatter.summary === undefined ? 'description' : 'summary'
    diagnostics.push(report('episode/summary-too-long', { bytes, limit: maxDescriptionBytes }, placeOf([key])))
  }
  return cutAtWord(written, maxDescriptionBytes)
}

import type { Episode } from '../model/episode.ts'

/**
 * Where the site has an episode's chapters for the page's player, relative to the output folder; undefined where there
 * are none to be listed. It lies beside the JSON chapters and is WebVTT, the one format that browsers read.
 * @see HTML, the track element: kind="chapters"
 */
export const chapterTrackPath = ({ slug, chapters }: Pick<Episode, 'slug' | 'chapters'>): string | undefined =>
  chapters.some(({ toc }) => toc !== false) ? `chapters/${slug}.vtt` : undefined

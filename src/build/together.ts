import { type Diagnostic, hasError, reporter } from '../model/diagnostic.ts'
import { codes } from './codes.ts'
import type { EpisodeFile } from './compile-episodes.ts'
import { type LoadedShow, placesOfEpisodes } from './load-show.ts'
import { checkNeighbours, type Neighbour } from './neighbours.ts'
import { checkSubscribers } from './subscribers.ts'

const report = reporter(codes)

/** What no episode can know alone: how it stands to the others, and to what was published before. */
export function checkTogether(
  loaded: LoadedShow,
  entries: readonly EpisodeFile[],
  published: readonly Neighbour[],
  showDir: string,
  accept: readonly string[] = [],
): Diagnostic[] {
  const findPlace = placesOfEpisodes(showDir, loaded.show)
  const failed = entries.filter((entry) => hasError(entry.diagnostics)).map(({ path }) => path)
  return [
    ...(published.length === 0 && failed.length === 0 ? [report('show/no-episodes', {}, loaded.placeInShow([]))] : []),
    ...checkNeighbours(
      [...published].sort((a, b) => (a.path < b.path ? -1 : 1)),
      findPlace,
    ),
    ...checkSubscribers({ ...loaded, neighbours: published, failed, accept, findPlace }),
  ]
}

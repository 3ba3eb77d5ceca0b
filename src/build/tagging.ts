import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf } from '../episode/addresses.ts'
import { tagMp3 } from '../media/embedded.ts'
import type { EpisodeTag } from '../media/id3-write.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Episode } from '../model/episode.ts'
import type { LocalFile, Show } from '../model/show.ts'
import type { OutputFolder } from '../publish/output.ts'
import type { Staged } from '../publish/stage.ts'
import { stageTagged } from '../publish/stage-tagged.ts'
import { mediaTypeOfName } from '../text/media-type.ts'
import type { Place } from '../text/place.ts'

/** An episode whose published audio carries its chapters and tags. */
export interface TaggedEpisode {
  /** With the size that the published copy has, and without the audio among the files that are copied as they are. */
  readonly episode: Episode
  readonly diagnostics: readonly Diagnostic[]
  readonly stage: (folder: OutputFolder, stageName: string) => Staged
  /** Further files of the show that the copy is made of. */
  readonly parts: readonly string[]
}

/** Artwork above this many bytes is not put into every audio file. */
const maxArtworkBytes = 1_000_000

/** Makes the head of the published copy of an episode's audio. The file in the show's folder stays as it is. */
export function tagEpisode(
  episode: Episode,
  show: Show,
  showDir: string,
  audioFile: LocalFile,
  place: Place,
  transcript: string | undefined,
): TaggedEpisode | undefined {
  if (mediaTypeOfName(audioFile.from) !== 'audio/mpeg') return undefined
  const source = join(showDir, audioFile.from)
  const artworkFile = [...episode.media, ...show.media].find(
    (file) => addressOf(file, show) === (episode.values.image ?? show.values.image),
  )
  const artwork = artworkFile && readArtwork(showDir, artworkFile.from)
  const tagged = tagMp3(source, audioFile.from, place, {
    ...tagOf(episode, show, artwork),
    ...(transcript === undefined ? {} : { transcript }),
  })
  if (tagged.value === undefined) return undefined
  const { head, skip, tail } = tagged.value
  return {
    episode: {
      ...episode,
      enclosure: { ...episode.enclosure, length: tagged.value.length - tail },
      media: episode.media.filter(({ to }) => to !== audioFile.to),
    },
    diagnostics: tagged.diagnostics,
    stage: (folder, stageName) => stageTagged(folder, stageName, audioFile.to, 'media', source, head, { skip, tail }),
    parts: [audioFile.from, ...(artworkFile === undefined ? [] : [artworkFile.from])],
  }
}

function readArtwork(showDir: string, path: string): EpisodeTag['artwork'] {
  const mime = mediaTypeOfName(path)
  const file = join(showDir, path)
  if ((mime !== 'image/jpeg' && mime !== 'image/png') || statSync(file).size > maxArtworkBytes) return undefined
  return { mime, bytes: readFileSync(file) }
}

function tagOf(episode: Episode, show: Show, artwork: EpisodeTag['artwork']): EpisodeTag {
  const { ms, offsetMinutes } = episode.date
  const { season, episode: number } = episode.values
  const artist = show.values.author
  const { duration } = episode.enclosure
  return {
    chapters: episode.chapters,
    title: episode.title,
    show: show.title,
    // The day that the podcaster wrote, wherever it is now.
    date: new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 10),
    description: episode.summary,
    ...(artist === undefined ? {} : { artist }),
    ...(number === undefined ? {} : { episodeNumber: number.number }),
    ...(season === undefined ? {} : { season: season.number }),
    ...(artwork === undefined ? {} : { artwork }),
    ...(duration === undefined ? {} : { duration }),
  }
}

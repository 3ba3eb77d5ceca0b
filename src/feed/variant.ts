import type { Enclosure, Episode } from '../model/episode.ts'
import type { FeedSelection, FeedVariant } from '../model/feed-variant.ts'
import { type AlternateEnclosure, alternateType } from '../tags/alternate-enclosures.ts'

/** The episode as a variant of the feed has it; undefined if it is not in it. */
export function episodeIn(variant: FeedVariant, episode: Episode, showLanguage: string): Episode | undefined {
  const { only, without, enclosure } = variant
  if (only !== undefined && !isSelected(only, episode, showLanguage)) return undefined
  if (without !== undefined && isSelected(without, episode, showLanguage)) return undefined
  return enclosure === undefined ? episode : withEnclosure(episode, enclosure)
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Whether an episode has one of the values of each key. */
function isSelected(selection: FeedSelection, episode: Episode, showLanguage: string): boolean {
  const { season, language, keyword, episodeType } = selection
  const { values, keywords } = episode
  const own = (episode.language ?? showLanguage).toLowerCase()
  const speaks = (wanted: string): boolean => isSame(own, wanted) || own.startsWith(`${wanted.toLowerCase()}-`)
  return (
    (season === undefined || season.includes(values.season?.number ?? 0)) &&
    (language === undefined || language.some(speaks)) &&
    (keyword === undefined || keyword.some((wanted) => keywords.some((one) => isSame(one, wanted)))) &&
    (episodeType === undefined || episodeType.includes(values.episodeType ?? 'full'))
  )
}

/** The episode with another of its enclosures as its own: by MIME type, rel or title. */
function withEnclosure(episode: Episode, wanted: string): Episode | undefined {
  const all = (episode.values.alternateEnclosures ?? []) as readonly AlternateEnclosure[]
  const isWanted = (one: AlternateEnclosure): boolean =>
    [alternateType(one), one.rel, one.title].some((name) => name !== undefined && isSame(name, wanted))
  const found = all.find(isWanted)
  const [source] = found?.sources ?? []
  if (found === undefined || source === undefined) return isSame(episode.enclosure.type, wanted) ? episode : undefined
  const enclosure: Enclosure = {
    url: source.uri,
    length: found.length ?? 0,
    type: alternateType(found),
    duration: episode.enclosure.duration,
  }
  const others = all.filter((one) => one !== found)
  return {
    ...episode,
    enclosure,
    values: { ...episode.values, alternateEnclosures: others.length === 0 ? undefined : [...others] },
  }
}

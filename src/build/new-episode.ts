import { existsSync } from 'node:fs'
import { basename, isAbsolute, join, relative, sep } from 'node:path'
import { readAudio } from '../media/audio.ts'
import { codes } from '../media/codes.ts'
import { readTags } from '../media/tags.ts'
import { type Outcome, reporter } from '../model/diagnostic.ts'
import { episodesFolder } from '../source/find.ts'
import { toClock } from '../text/time.ts'

const report = reporter(codes)

/** What an audio file says about the episode that is to be written about it. */
export interface AudioDefaults {
  /** Its path from the folder of episodes, with `/`. */
  readonly audio: string
  readonly title: string
  /** A whole day, `2026-03-31`. */
  readonly date?: string | undefined
  readonly season?: number | undefined
  readonly episode?: number | undefined
  /** Plain text. */
  readonly notes?: string | undefined
  readonly chapters: readonly { readonly clock: string; readonly title: string }[]
  readonly cover?: { readonly extension: 'jpg' | 'png'; readonly bytes: Uint8Array } | undefined
}

const coverExtensions: Readonly<Record<string, 'jpg' | 'png'>> = { 'image/jpeg': 'jpg', 'image/png': 'png' }

/**
 * Reads the tags of an audio file in the show's folder.
 * @param label the file as the user named it
 * @returns media/not-found, media/outside-show, media/unreadable-audio as errors
 */
export async function audioDefaults(path: string, label: string, showDir: string): Promise<Outcome<AudioDefaults>> {
  const place = { file: label, line: 1, column: 1, offset: 0 }
  if (!existsSync(path))
    return { value: undefined, diagnostics: [report('media/not-found', { reference: label, near: undefined }, place)] }
  const inside = relative(showDir, path)
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    return {
      value: undefined,
      diagnostics: [report('media/outside-show', { reference: label, near: undefined }, place)],
    }
  const facts = await readAudio(path, label, place)
  if (facts.value === undefined) return { value: undefined, diagnostics: facts.diagnostics }
  const { value: tags, diagnostics } = await readTags(path, label, place)
  if (tags === undefined) return { value: undefined, diagnostics }
  const extension = tags.cover === undefined ? undefined : coverExtensions[tags.cover.type]
  const defaults = {
    audio: relative(join(showDir, episodesFolder), path).split(sep).join('/'),
    title: tags.title ?? basename(path).replace(/\.[^.]*$/, ''),
    date: tags.date,
    season: tags.disc,
    episode: tags.track,
    notes: tags.description ?? tags.comment,
    chapters: tags.chapters.map(({ start, title }) => ({ clock: toClock(start), title })),
    cover: tags.cover === undefined || extension === undefined ? undefined : { extension, bytes: tags.cover.bytes },
  }
  return { value: defaults, diagnostics }
}

import type { Chapter } from '../model/chapter.ts'
import { parseClock } from '../text/time.ts'
import { webUrl } from '../text/url.ts'
import { titleOf } from './title.ts'

/**
 * Chapters in the comments of Ogg and FLAC: `CHAPTER001=00:01:30.000`, `CHAPTER001NAME=Worms`, and as an extension
 * `CHAPTER001URL`. @see wiki.xiph.org, Chapter Extension
 */
export function chaptersInComments(comments: readonly (readonly [key: string, value: string])[]): Chapter[] {
  const byKey = new Map(comments.map(([key, value]) => [key.toUpperCase(), value]))
  const chapters = [...byKey].flatMap(([key, value]): Chapter[] => {
    const start = /^CHAPTER\d{3}$/.test(key) ? parseClock(value.trim()) : undefined
    const title = titleOf(byKey.get(`${key}NAME`) ?? '')
    if (start === undefined || title === '') return []
    const url = webUrl((byKey.get(`${key}URL`) ?? '').trim())
    return [{ start: Math.round(start * 1000) / 1000, title, ...(url === undefined ? {} : { url }) }]
  })
  return chapters.sort((one, other) => one.start - other.start)
}

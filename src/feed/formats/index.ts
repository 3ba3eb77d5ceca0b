import type { FeedFormat } from '../../model/feed-format.ts'
import { atom } from './atom.ts'
import { jsonFeed } from './jsonfeed.ts'
import { rss } from './rss.ts'

/** The feeds that a build can write. */
export const feedFormats: readonly FeedFormat[] = [rss, atom, jsonFeed]

/** What a feed says of its transcripts. Pure. @see spec/transcripts.md §1 */

import { childNamed, childrenNamed, type FeedNode, textOf } from '../model/feed-node.ts'
import { usualType } from './mime.ts'

export const transcriptsOf = (item: FeedNode): readonly FeedNode[] => childrenNamed(item, 'podcast:transcript')

/** The usual MIME type; SRT has one of several. */
export const typeOf = ({ attributes }: FeedNode): string => usualType(attributes.type)

/** As written, or the channel's. */
export const languageOf = ({ attributes }: FeedNode, channel: FeedNode): string =>
  attributes.language?.trim() || textOf(childNamed(channel, 'language'))

/** Whether it is marked as having times. */
export const isCaptions = ({ attributes }: FeedNode): boolean => attributes.rel?.trim().toLowerCase() === 'captions'

import { z } from 'zod'
import type { XmlElement } from '../text/xml.ts'
import { line, url, uuid } from './fields.ts'
import { listMedia, media } from './vocabulary.ts'

/** A feed elsewhere, or one item of it. @see spec/podcast-namespace.md §1 remoteItem */
export const remoteItem = z.object(
  {
    feedGuid: uuid.meta({ description: 'The podcast:guid of the other feed.' }),
    feedUrl: url.optional().meta({ description: 'The address of the other feed.' }),
    itemGuid: line.optional().meta({ description: 'The guid of one item of that feed.' }),
    medium: z
      .enum([...media, ...listMedia], { error: 'must be a medium such as music' })
      .optional()
      .meta({ description: 'What the other feed holds, if not a podcast.' }),
    title: line.optional().meta({ description: 'Its title, for apps that do not look it up.' }),
  },
  { error: 'must be { feedGuid, feedUrl, itemGuid, medium, title }' },
)

export type RemoteItem = z.output<typeof remoteItem>

export const toRemoteItem = ({ feedGuid, feedUrl, itemGuid, medium, title }: RemoteItem): XmlElement => ({
  name: 'podcast:remoteItem',
  attributes: { feedGuid, feedUrl, itemGuid, medium, title },
})

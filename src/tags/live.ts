import { z } from 'zod'
import type { XmlElement } from '../text/xml.ts'
import { line, listOf, mediaType, moment, text, toIsoDate, url } from './fields.ts'
import { defineTag, type Tag, type WriteContext, writeEach } from './tag.ts'
import { liveStatuses } from './vocabulary.ts'

const stream = z.union(
  [
    url.transform((address) => ({ url: address, type: 'audio/mpeg' })),
    z.object({
      url: url.meta({ description: 'The address of the stream.' }),
      type: mediaType.meta({ description: 'Its MIME type: audio/mpeg, application/x-mpegURL.' }),
    }),
  ],
  { error: 'must be the address of a stream, or { url, type }' },
)

const ownShape = {
  status: z
    .enum(liveStatuses, { error: `must be ${liveStatuses.join(', ')}` })
    .meta({ description: 'pending, live or ended: what apps go by.' }),
  start: moment.meta({ description: 'When it is planned to start.' }),
  end: moment.optional().meta({ description: 'When it is planned to end.' }),
  title: line.meta({ description: 'What it is called.' }),
  guid: line.meta({ description: 'Its identity. A new stream needs a new one.' }),
  description: text.optional().meta({ description: 'What it is about.' }),
  link: url.optional().meta({ description: 'A page about it.' }),
  audio: stream.meta({ description: 'The stream: its address, or { url, type }.' }),
} as const

/** The tag for live streams: each says all that an episode can say. @param itemTags those that an item may have */
export function liveTag<const Shape extends z.ZodRawShape>(
  itemShape: Shape,
  writeItem: (values: object, context: WriteContext) => readonly XmlElement[],
) {
  const one = z
    .object({ ...itemShape, ...ownShape }, { error: 'must be { status, start, title, guid, audio, contentLinks }' })
    .refine((value) => (value as { contentLinks?: unknown }).contentLinks !== undefined, {
      error: 'must name a page on which it can be heard: { href, text }',
      path: ['contentLinks'],
    })
  return defineTag({
    key: 'live',
    levels: ['channel'],
    schema: listOf(one),
    write: (values, context) =>
      writeEach(values, (value) => {
        const { status, start, end, title, guid, description, link, audio } = value as z.output<
          z.ZodObject<typeof ownShape>
        >
        const { timeZone } = context
        return {
          name: 'podcast:liveItem',
          attributes: {
            status,
            start: toIsoDate(start, timeZone),
            end: end === undefined ? undefined : toIsoDate(end, timeZone),
          },
          content: [
            { name: 'title', content: title },
            ...(description === undefined ? [] : [{ name: 'description', content: description }]),
            ...(link === undefined ? [] : [{ name: 'link', content: link }]),
            { name: 'guid', attributes: { isPermaLink: 'false' }, content: guid },
            // A stream has no length, yet readers want one. @see spec/podcast-namespace.md §1 liveItem
            { name: 'enclosure', attributes: { url: audio.url, length: 0, type: audio.type } },
            ...writeItem(value, { ...context, level: 'item', all: value as Readonly<Record<string, unknown>> }),
          ],
        }
      }),
    docs: {
      summary: 'Live streams, planned, running or ended. Each can say what an episode can: persons, value, chat …',
      spec: 'podcast-namespace.md §1 liveItem',
      example:
        'live: [{ status: pending, start: 2026-03-01T20:00:00Z, title: Questions, guid: live-1, audio: https://example.com/live.mp3, contentLinks: [{ href: https://example.com/live, text: Listen here }] }]',
      elements: ['podcast:liveItem', 'podcast:contentLink'],
      usedBy: '17 apps of the Podcast Index list.',
    },
  }) satisfies Tag
}

import { z } from 'zod'
import { mediaTypeOfName } from '../text/media-type.ts'
import { bytes, fileOrUrl, line, listOf, mediaType, moment, positiveInteger, toRssDate } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

export const trailers = defineTag({
  key: 'trailers',
  levels: ['channel'],
  schema: listOf(
    z.object(
      {
        title: line.meta({ description: 'What it is called.' }),
        url: fileOrUrl.meta({ description: 'Its audio or video: a file in the show’s folder, or an absolute URL.' }),
        date: moment.meta({ description: 'When it was published. The newest one counts.' }),
        length: bytes.optional().meta({ description: 'Its size in bytes. Default: measured, for a file.' }),
        type: mediaType.optional().meta({ description: 'Its MIME type. Default: by its name.' }),
        season: positiveInteger.optional().meta({ description: 'The season that it is for. Default: the whole show.' }),
      },
      { error: 'must be { title, url, date, length, type, season }' },
    ),
  ),
  files: (values, find) =>
    values.flatMap((trailer, index) => {
      const file = find(trailer.url, [index, 'url'], 'file')
      if (file === undefined) return []
      return [{ ...trailer, url: file.url, length: trailer.length ?? file.length, type: trailer.type ?? file.type }]
    }),
  write: (values, { timeZone }) =>
    writeEach(values, ({ title, url, date, length, type, season }) => ({
      name: 'podcast:trailer',
      attributes: { url, pubdate: toRssDate(date, timeZone), length, type: type ?? mediaTypeOfName(url), season },
      content: title,
    })),
  docs: {
    summary: 'What apps play to people who do not know the show yet.',
    spec: 'podcast-namespace.md §1 trailer',
    example:
      'trailers: [{ title: Coming soon, url: https://example.com/trailer.mp3, date: 2026-02-20, length: 1234567 }]',
    elements: ['podcast:trailer'],
    usedBy: '8 apps of the Podcast Index list.',
  },
})

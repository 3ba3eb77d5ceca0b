import { z } from 'zod'
import { mediaTypeOfName } from '../text/media-type.ts'
import { bytes, count, decimalText, fileOrUrl, flag, line, listOf, mediaType } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

const source = z.union(
  [
    fileOrUrl.transform((uri) => ({ uri, contentType: undefined })),
    z.object({
      uri: fileOrUrl.meta({
        description: 'Where it is: a file in the show’s folder, or an address of any kind: https, ipfs, magnet …',
      }),
      contentType: mediaType
        .optional()
        .meta({ description: 'The type of what is transferred, where it is another one: application/x-bittorrent.' }),
    }),
  ],
  { error: 'must be a file, an address, or { uri, contentType }' },
)

const sri = /^sha(?:256|384|512)-[A-Za-z0-9+/]{42,88}={0,2}$/

const integrity = z.union(
  [
    z
      .string()
      .regex(sri, { error: 'must be an SRI hash such as sha384-…' })
      .transform((value) => ({ type: 'sri' as const, value })),
    z.object({
      type: z
        .enum(['sri', 'pgp-signature'], { error: 'must be sri or pgp-signature' })
        .meta({ description: 'sri, or pgp-signature.' }),
      value: line.meta({ description: 'The hash, such as sha384-…, or the signature.' }),
    }),
  ],
  { error: 'must be an SRI hash such as sha384-…, or { type, value }' },
)

const one = z
  .object({
    sources: listOf(source).meta({ description: 'Where it is: one address or several that give the same bytes.' }),
    type: mediaType.optional().meta({ description: 'Its MIME type. Default: by the name of the first source.' }),
    length: bytes.optional().meta({ description: 'Its size in bytes. Default: measured, for a file.' }),
    bitrate: decimalText.optional().meta({ description: 'In bits per second.' }),
    height: count.optional().meta({ description: 'Of a video, in pixels.' }),
    lang: line.optional().meta({ description: 'Its language, as a BCP 47 tag.' }),
    title: line.optional().meta({ description: 'A name for it, of at most 32 characters.' }),
    rel: line.optional().meta({
      description: 'What it is to the episode: one word for the same kind in all episodes, such as ad-free.',
    }),
    codecs: line.optional().meta({ description: 'The codecs, as in RFC 6381: mp4a.40.2.' }),
    default: flag.optional().meta({ description: 'true: it is the same media as `audio`.' }),
    integrity: integrity
      .optional()
      .meta({ description: 'A hash by which apps can tell that they got the right bytes.' }),
  })
  .refine(({ type, sources }) => type !== undefined || mediaTypeOfName(sources[0]?.uri ?? '') !== undefined, {
    error: 'must have a type, such as audio/mpeg: its name does not tell',
    path: ['type'],
  })

export type AlternateEnclosure = z.output<typeof one>

/** Its MIME type, as written or by the name of its first source. */
export const alternateType = ({ type, sources }: Pick<AlternateEnclosure, 'type' | 'sources'>): string =>
  type ?? mediaTypeOfName(sources[0]?.uri ?? '') ?? ''

export const alternateEnclosures = defineTag({
  key: 'alternateEnclosures',
  levels: ['item'],
  schema: listOf(one),
  files: (values, find) =>
    values.map((value, index) => {
      const found = value.sources.map(({ uri, contentType }, at) => ({
        file: find(uri, [index, 'sources', at, 'uri'], 'file'),
        contentType,
      }))
      return {
        ...value,
        type: alternateType(value),
        length: value.length ?? found[0]?.file?.length,
        sources: found.flatMap(({ file, contentType }) => (file === undefined ? [] : [{ uri: file.url, contentType }])),
      }
    }),
  write: (values) =>
    writeEach(values, (value) => ({
      name: 'podcast:alternateEnclosure',
      attributes: {
        type: alternateType(value),
        // Readers want it also where it is not known. @see spec/podcast-namespace.md §1
        length: value.length ?? 0,
        bitrate: value.bitrate,
        height: value.height,
        lang: value.lang,
        title: value.title,
        rel: value.rel,
        codecs: value.codecs,
        default: value.default === true ? 'true' : undefined,
      },
      content: [
        ...value.sources.map(({ uri, contentType }, index) => ({
          name: 'podcast:source',
          attributes: { uri, contentType },
          from: ['sources', index],
        })),
        ...(value.integrity === undefined
          ? []
          : [{ name: 'podcast:integrity', attributes: { ...value.integrity }, from: ['integrity'] }]),
      ],
    })),
  docs: {
    summary: 'The same episode in other forms: another format or quality, video, without advertisements, on IPFS.',
    spec: 'podcast-namespace.md §1 alternateEnclosure',
    example:
      'alternateEnclosures: [{ title: Opus, length: 2345678, sources: [https://example.com/7.opus, ipfs://bafy7], bitrate: 32000 }]',
    elements: ['podcast:alternateEnclosure', 'podcast:source', 'podcast:integrity'],
    usedBy: '11 apps of the Podcast Index list, for video and low bandwidth.',
  },
})

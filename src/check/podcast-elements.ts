/** What the podcast namespace says of its elements. Pure. @see spec/podcast-namespace.md §1 */

import type { FeedNode } from '../model/feed-node.ts'
import { nearest } from '../text/words.ts'

/** One attribute of an element. */
export interface PodcastAttribute {
  readonly need: 'required' | 'recommended' | 'optional'
  /** It holds an address: of the web, of any scheme, or several, as `srcset` does. */
  readonly address?: 'web' | 'any' | 'several'
  /** How many characters apps take at least. */
  readonly longest?: number
}

/** One element of the podcast namespace. */
export interface PodcastElement {
  /** In what it stands. */
  readonly parents: readonly string[]
  /** How often one parent may have it. */
  readonly count: 'once' | 'often'
  /** What it says in words; absent: nothing. */
  readonly text?: { readonly need: 'required' | 'optional'; readonly longest?: number }
  readonly attributes: Readonly<Record<string, PodcastAttribute>>
}

const required: PodcastAttribute = { need: 'required' }
const recommended: PodcastAttribute = { need: 'recommended' }
const optional: PodcastAttribute = { need: 'optional' }
const requiredUrl: PodcastAttribute = { need: 'required', address: 'web' }
const optionalUrl: PodcastAttribute = { need: 'optional', address: 'web' }

const channel = 'channel'
/** What is allowed in an item is allowed in a live item. */
const item = ['item', 'podcast:liveItem'] as const
const text = (need: 'required' | 'optional', longest?: number): Pick<PodcastElement, 'text'> => ({
  text: longest === undefined ? { need } : { need, longest },
})

const elements: Readonly<Record<string, PodcastElement>> = {
  transcript: {
    parents: item,
    count: 'often',
    attributes: { url: requiredUrl, type: required, language: optional, rel: optional },
  },
  chapters: { parents: item, count: 'once', attributes: { url: requiredUrl, type: required } },
  soundbite: {
    parents: item,
    count: 'often',
    ...text('optional', 128),
    attributes: { startTime: required, duration: required },
  },
  person: {
    parents: [channel, ...item],
    count: 'often',
    ...text('required', 128),
    attributes: { role: optional, group: optional, img: optionalUrl, href: optionalUrl },
  },
  location: {
    parents: [channel, ...item],
    count: 'often',
    ...text('required', 128),
    attributes: { rel: recommended, geo: recommended, osm: recommended, country: recommended },
  },
  season: {
    parents: item,
    count: 'once',
    ...text('required'),
    attributes: { name: { need: 'optional', longest: 128 } },
  },
  episode: {
    parents: item,
    count: 'once',
    ...text('required'),
    attributes: { display: { need: 'optional', longest: 32 } },
  },
  trailer: {
    parents: [channel],
    count: 'often',
    ...text('required', 128),
    attributes: { url: requiredUrl, pubdate: required, length: recommended, type: recommended, season: optional },
  },
  license: { parents: [channel, ...item], count: 'once', ...text('required', 128), attributes: { url: optionalUrl } },
  funding: { parents: [channel, ...item], count: 'often', ...text('optional', 128), attributes: { url: requiredUrl } },
  locked: { parents: [channel], count: 'once', ...text('required'), attributes: { owner: optional } },
  guid: { parents: [channel], count: 'once', ...text('required'), attributes: {} },
  medium: { parents: [channel], count: 'once', ...text('required'), attributes: {} },
  block: { parents: [channel], count: 'often', ...text('required'), attributes: { id: optional } },
  txt: {
    parents: [channel, ...item],
    count: 'often',
    ...text('optional', 4000),
    attributes: { purpose: { need: 'optional', longest: 128 } },
  },
  podping: { parents: [channel], count: 'once', attributes: { usesPodping: recommended } },
  updateFrequency: {
    parents: [channel],
    count: 'once',
    ...text('optional', 128),
    attributes: { rrule: recommended, dtstart: optional, complete: optional },
  },
  image: {
    parents: [channel, ...item],
    count: 'often',
    attributes: {
      href: requiredUrl,
      alt: recommended,
      'aspect-ratio': recommended,
      width: recommended,
      height: optional,
      type: optional,
      // Its length is held by pc-image-purpose.
      purpose: optional,
    },
  },
  images: {
    parents: [channel, ...item],
    count: 'once',
    attributes: { srcset: { need: 'required', address: 'several' } },
  },
  alternateEnclosure: {
    parents: item,
    count: 'often',
    attributes: {
      type: required,
      length: recommended,
      bitrate: optional,
      height: optional,
      lang: optional,
      title: { need: 'optional', longest: 32 },
      rel: { need: 'optional', longest: 32 },
      codecs: optional,
      default: optional,
    },
  },
  source: {
    parents: ['podcast:alternateEnclosure'],
    count: 'often',
    attributes: { uri: { need: 'required', address: 'any' }, contentType: optional },
  },
  integrity: {
    parents: ['podcast:alternateEnclosure'],
    count: 'once',
    attributes: { type: required, value: required },
  },
  contentLink: { parents: item, count: 'often', ...text('optional'), attributes: { href: requiredUrl } },
  liveItem: {
    parents: [channel],
    count: 'often',
    attributes: { status: required, start: required, end: recommended },
  },
  socialInteract: {
    parents: [channel, ...item],
    count: 'often',
    attributes: {
      protocol: required,
      uri: requiredUrl,
      accountId: recommended,
      accountUrl: optionalUrl,
      priority: optional,
    },
  },
  chat: {
    parents: [channel, ...item],
    count: 'once',
    attributes: { server: required, protocol: required, accountId: recommended, space: optional },
  },
  value: {
    parents: [channel, ...item],
    count: 'often',
    attributes: { type: required, method: required, suggested: optional },
  },
  valueRecipient: {
    parents: ['podcast:value', 'podcast:valueTimeSplit'],
    count: 'often',
    attributes: {
      type: required,
      address: required,
      split: required,
      name: recommended,
      customKey: optional,
      customValue: optional,
      fee: optional,
    },
  },
  valueTimeSplit: {
    parents: ['podcast:value'],
    count: 'often',
    attributes: { startTime: required, duration: required, remoteStartTime: optional, remotePercentage: optional },
  },
  remoteItem: {
    parents: [channel, 'podcast:podroll', 'podcast:valueTimeSplit', 'podcast:publisher'],
    count: 'often',
    attributes: {
      feedGuid: required,
      feedUrl: optionalUrl,
      itemGuid: optional,
      medium: optional,
      title: optional,
    },
  },
  podroll: { parents: [channel], count: 'once', attributes: {} },
  publisher: { parents: [channel], count: 'once', attributes: {} },
}

/** Every element by its name with the usual prefix. */
export const podcastElements: ReadonlyMap<string, PodcastElement> = new Map(
  Object.entries(elements).map(([name, element]) => [`podcast:${name}`, element]),
)

/** The attributes that a node lacks, or has without a value, though its element needs them. */
export function attributesMissing(node: FeedNode): string[] {
  const { attributes = {} } = podcastElements.get(node.name) ?? {}
  return Object.entries(attributes).flatMap(([name, { need }]) =>
    need !== 'required' || isPresent(node, name) || isExempt(node, name) ? [] : [name],
  )
}

const isPresent = (node: FeedNode, attribute: string): boolean => (node.attributes[attribute]?.trim() ?? '') !== ''

/** `<podcast:socialInteract protocol="disabled"/>` stands for itself. */
const isExempt = ({ name, attributes }: FeedNode, attribute: string): boolean =>
  name === 'podcast:socialInteract' && attribute === 'uri' && attributes.protocol?.trim().toLowerCase() === 'disabled'

/** The attributes that a node's element does not have, and what of it was probably meant instead. */
export function attributesUnknown(node: FeedNode): { readonly written: string; readonly meant: string | undefined }[] {
  const { attributes } = podcastElements.get(node.name) ?? {}
  if (attributes === undefined) return []
  const isForeign = (name: string): boolean => name.includes(':') || name === 'xmlns'
  const absent = Object.keys(attributes).filter((name) => node.attributes[name] === undefined)
  return Object.keys(node.attributes)
    .filter((name) => !Object.hasOwn(attributes, name) && !isForeign(name))
    .map((written) => ({ written, meant: nearest(written, absent) ?? absent.find((name) => isShort(written, name)) }))
}

/** Whether one is the beginning of the other: `lang` of `language`. */
const isShort = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) > 2 && (one.startsWith(other) || other.startsWith(one))

/** One address in an attribute. */
export interface PodcastAddress {
  readonly attribute: string
  readonly kind: NonNullable<PodcastAttribute['address']>
  readonly address: string
}

/** The addresses in a node's attributes. */
export function addressesIn(node: FeedNode): PodcastAddress[] {
  const { attributes = {} } = podcastElements.get(node.name) ?? {}
  return Object.entries(attributes).flatMap(([attribute, { address: kind }]) => {
    const value = node.attributes[attribute]?.trim() ?? ''
    if (kind === undefined || value === '') return []
    return (kind === 'several' ? inSrcset(value) : [value]).map((address) => ({ attribute, kind, address }))
  })
}

/** `https://a.example/1.jpg 1500w, https://a.example/2.jpg 600w`: an address may have commas in it. */
const inSrcset = (srcset: string): string[] =>
  srcset.split(/,\s/).flatMap((candidate) => {
    const [address = ''] = candidate.trim().split(/\s/, 1)
    return address === '' ? [] : [address]
  })

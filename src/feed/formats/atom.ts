import { Feed } from 'feed'
import type { Episode } from '../../model/episode.ts'
import type { FeedFormat } from '../../model/feed-format.ts'
import type { Show } from '../../model/show.ts'
import { cleanText } from '../../text/clean.ts'
import { toIsoUtc } from '../../text/date.ts'
import { generatorName, generatorVersion } from '../../text/generator.ts'
import { escapeHtml } from '../../text/html.ts'
import { isUuid, uuidV5 } from '../../text/uuid.ts'
import { renderXml, type XmlElement } from '../../text/xml.ts'
import { authorsOf, showAuthor } from '../authors.ts'
import { itemHtml } from '../content.ts'

const path = 'feed.atom'

/**
 * Text for an element. The library turns each `&amp;` back into `&` before it escapes, so that text which says
 * "&amp;" would lose it; escaped beforehand, it comes out as it was.
 */
const asText = (text: string): string => cleanText(text).replace(/&/g, '&amp;')

/** Plain text for a place that holds HTML. It has no `]]>`, of which the library would split only the first. */
const asHtml = (text: string): string => escapeHtml(cleanText(text))

/** The namespace for names that are URLs. @see RFC 9562 §6.6 */
const urlNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'
const uriCharacters = /^[a-z][a-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i

/**
 * The guid as the URI that Atom wants: a UUID as a URN, a URI as it is, anything else as a UUID made of it.
 * @see RFC 4287 §4.2.6
 */
export function atomId(guid: string, showGuid: string): string {
  if (isUuid(guid)) return `urn:uuid:${guid.toLowerCase()}`
  // The library writes ids as `URL` does, which may differ: an id must never change on its way.
  if (uriCharacters.test(guid) && URL.canParse(guid) && new URL(guid).href === guid) return guid
  const namespace = isUuid(showGuid) ? showGuid : uuidV5(cleanText(showGuid), urlNamespace)
  return `urn:uuid:${uuidV5(cleanText(guid), namespace)}`
}

/** A document of the library's up to an end tag, with elements of ours at its end. */
const upTo = (endTag: string, document: string, own: readonly XmlElement[], depth: number): string =>
  `${document.slice(0, document.lastIndexOf(endTag)).trimEnd()}\n${renderXml(own, depth)}`

/** The feed without its entries and end tag. */
function frame(show: Show, updatedMs: number): string {
  const { title, description, link, language, guid, values, baseUrl } = show
  const feed = new Feed({
    id: asText(atomId(guid, guid)),
    title: asText(title),
    description: asText(description),
    link,
    updated: new Date(updatedMs),
    generator: `${generatorName} ${generatorVersion}`,
    author: { name: asText(showAuthor(show)), link },
    ...(values.image === undefined ? {} : { image: asText(values.image) }),
    ...(values.copyright === undefined ? {} : { copyright: asText(values.copyright) }),
  })
  // Ours, as the library states no type for this link, and does not escape all of a category.
  const own = [
    { name: 'link', attributes: { rel: 'self', type: 'application/atom+xml', href: `${baseUrl}${path}` } },
    ...(values.categories ?? []).map(({ name }) => ({ name: 'category', attributes: { term: name } })),
  ]
  const root = `<feed xml:lang="${escapeHtml(cleanText(language))}"`
  return upTo(
    '</feed>',
    feed.atom1().replace('<feed', () => root),
    own,
    2,
  )
}

/** The entry, cut out of a feed that has no other. */
function entry(episode: Episode, show: Show, contentHtml: string): string {
  const { guid, title, link, date, updated, summary } = episode
  const feed = new Feed({ title: '', updated: new Date(date.ms), generator: false })
  feed.addItem({
    id: atomId(guid, show.guid),
    title: asHtml(title),
    link,
    date: new Date((updated ?? date).ms),
    description: asHtml(summary),
  })
  const document = feed.atom1()
  const own = ownElements(episode, contentHtml)
  return `\n    ${upTo('</entry>', document.slice(document.indexOf('<entry>')), own, 4)}\n    </entry>`
}

/**
 * What the library would not write well: it guesses an enclosure's type from its name, leaves a `<` in a category as it
 * is, and goes through every letter of the rest several times.
 */
function ownElements(episode: Episode, contentHtml: string): XmlElement[] {
  const { date, enclosure, keywords } = episode
  const { url, type, length } = enclosure
  return [
    { name: 'published', content: toIsoUtc(date.ms) },
    ...authorsOf(episode).map(({ name, href }) => ({
      name: 'author',
      content: [{ name: 'name', content: name }, ...(href === undefined ? [] : [{ name: 'uri', content: href }])],
    })),
    { name: 'link', attributes: { rel: 'enclosure', type, length: length === 0 ? undefined : length, href: url } },
    ...keywords.map((keyword) => ({ name: 'category', attributes: { term: keyword } })),
    ...(contentHtml === ''
      ? []
      : [{ name: 'content', attributes: { type: 'html' }, cdata: itemHtml(contentHtml, episode) }]),
  ]
}

/** Atom 1.0. @see RFC 4287 */
export const atom: FeedFormat = {
  id: 'atom',
  path,
  wanted: ({ output }) => output.atom,
  open: (show, { updatedMs }) => frame(show, updatedMs),
  item: entry,
  separator: '',
  close: () => '\n</feed>\n',
}

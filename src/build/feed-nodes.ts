import type { FeedNode, NodePart } from '../model/feed-node.ts'
import type { Place } from '../text/place.ts'
import { cleanText, type XmlElement } from '../text/xml.ts'

/** @see XmlElement */
const oneLine = (value: string): string => cleanText(value).replace(/[\t\n]/g, ' ')

type Path = readonly (string | number)[]

/** Where the user wrote what became an element, or one of its attributes. */
export type FindSource = (key: Path, near: string | undefined) => Place

/**
 * The place of a key. What may be a list is one to us, and may stand alone in the file: there, its keys have no index.
 * @param placeOf gives one place for all that is not there in a value: that of its key
 */
export function placeOfKey(placeOf: (key: Path) => Place, key: Path): Place {
  const isThere = (path: Path): boolean => placeOf(path).offset !== placeOf([...path.slice(0, -1), '#none']).offset
  const alone = key.findIndex((part, index) => part === 0 && !isThere(key.slice(0, index + 1)))
  return alone === -1 ? placeOf(key) : placeOfKey(placeOf, [...key.slice(0, alone), ...key.slice(alone + 1)])
}

/**
 * An element that is about to be written, as whoever reads the feed will see it: without the characters that are left
 * out. Its places are those of the keys that it comes from.
 */
export function toFeedNode(
  element: XmlElement,
  find: FindSource,
  namespaces: ReadonlyMap<string, string>,
  parent: Path = [],
): FeedNode {
  const { name, attributes = {}, content, cdata, from = [] } = element
  const key = [...parent, ...from]
  const text = cleanText(cdata ?? (typeof content === 'object' ? '' : String(content ?? '')))
  const [prefix] = name.split(':')
  return {
    name,
    written: name,
    namespace: name.includes(':') ? (namespaces.get(prefix ?? '') ?? '') : '',
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([one, value]) =>
        value === undefined ? [] : [[one, oneLine(String(value))]],
      ),
    ),
    children: typeof content === 'object' ? content.map((child) => toFeedNode(child, find, namespaces, key)) : [],
    text,
    place: (part: NodePart = 'element', near) => find(part.startsWith('@') ? [...key, part.slice(1)] : key, near),
  }
}

/** An element of a document that has no place in a key: it stands at the start of what the user wrote. */
export const plainNode = (
  name: string,
  children: readonly FeedNode[],
  place: Place,
  attributes: Readonly<Record<string, string>> = {},
): FeedNode => ({ name, written: name, namespace: '', attributes, children, text: '', place: () => place })

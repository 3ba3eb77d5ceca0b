import type { Place } from '../text/place.ts'
import type { Excerpt } from './diagnostic.ts'

/** A part of an element that something can be said about: the whole, its text, or one attribute. */
export type NodePart = 'element' | 'text' | `@${string}`

/** Something that has a place in a file. */
export interface Spot {
  /**
   * Where it stands.
   * @param near words inside of it: the place is theirs, if they are found
   */
  readonly place: (part?: NodePart, near?: string) => Place
  /** The line of the file around a place of this spot, where it is at hand. */
  readonly excerpt?: (place: Place) => Excerpt | undefined
}

/** One element of a feed, whether it was read from a file or is about to be written. */
export interface FeedNode extends Spot {
  /** With the usual prefix of its namespace, whatever the feed calls it: `itunes:image`; RSS has none: `title`. */
  readonly name: string
  /** The name as it is written. */
  readonly written: string
  /** The namespace's URI; empty for RSS itself and for a prefix that is not declared. */
  readonly namespace: string
  /** Values as XML readers see them. Attributes with a prefix keep it. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly FeedNode[]
  /** Its own text and CDATA, white space included. */
  readonly text: string
}

/** What is true of a feed's document as a whole. */
export interface FeedDocument extends Spot {
  /** The root element, without its children. */
  readonly root: FeedNode
  /** How many `channel` elements there are in the root. */
  readonly channels: number
  readonly items: number
  /** The namespaces that are declared anywhere: URI by prefix. */
  readonly namespaces: ReadonlyMap<string, string>
  /** Whether the file begins with its XML declaration, or with `<`. */
  readonly beginsClean: boolean
  /** The encoding in which it was read. */
  readonly encoding: string
  /** Size in bytes; absent where it is not known. */
  readonly bytes?: number | undefined
}

/** The element's children of a name. */
export const childrenNamed = (node: FeedNode, name: string): readonly FeedNode[] =>
  node.children.filter((child) => child.name === name)

/** The first child of a name. */
export const childNamed = (node: FeedNode, name: string): FeedNode | undefined =>
  node.children.find((child) => child.name === name)

/** Its text without white space around it. */
export const textOf = (node: FeedNode | undefined): string => node?.text.trim() ?? ''

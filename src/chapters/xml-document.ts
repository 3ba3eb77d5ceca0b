/** XML chapter documents as trees with offsets. Nothing that a document declares is obeyed. Pure. */

import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { decodeReferences } from '../text/html-references.ts'
import type { ChapterReader } from './chapter-reader.ts'

/** In UTF-16 units: thousands of chapters. */
export const maxXml = 2_000_000

/** An element, by its name without prefix. */
export interface XmlNode {
  readonly name: string
  readonly offset: number
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** Its own text, references resolved. */
  readonly text: string
}

const textName = '#text'
const cdataName = '#cdata'
const attributesName = ':@'

type Raw = Readonly<Record<string | symbol, unknown>>

const doctype = /<!DOCTYPE[^<>[]*>/y

/** Where the prolog's declaration and comments end. */
function afterComments(text: string): number {
  let at = 0
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++
    const sign = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined
    const end = sign === undefined ? -1 : text.indexOf(sign, at + 2)
    if (sign === undefined || end === -1) return at
    at = end + sign.length
  }
}

/** The document with its DOCTYPE blanked out, or where a DOCTYPE stands that declares something. */
function withoutDoctype(text: string): { readonly text: string } | { readonly declaresAt: number } {
  const at = afterComments(text)
  if (!text.startsWith('<!DOCTYPE', at)) return { text }
  doctype.lastIndex = at
  if (!doctype.test(text)) return { declaresAt: at }
  const to = doctype.lastIndex
  return { text: text.slice(0, at) + text.slice(at, to).replace(/[^\n]/g, ' ') + text.slice(to) }
}

/** Reads the root elements of a document; undefined if it is none, which is then reported. */
export function readXml(reader: ChapterReader): XmlNode[] | undefined {
  if (reader.text.length > maxXml) {
    reader.report('xml/too-long', {}, 0)
    return undefined
  }
  const plain = withoutDoctype(reader.text)
  if ('declaresAt' in plain) {
    reader.report('xml/declares-entities', {}, plain.declaresAt)
    return undefined
  }
  const verdict = XMLValidator.validate(plain.text)
  if (verdict !== true) {
    const { msg, line = 1, col = 1 } = verdict.err
    reader.report('xml/not-well-formed', { problem: sentence(msg) }, offsetAt(plain.text, line, col))
    return undefined
  }
  return parse(plain.text, reader)
}

function parse(text: string, reader: ChapterReader): XmlNode[] | undefined {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    // References are resolved here: the document has no say in what they mean.
    processEntities: false,
    cdataPropName: cdataName,
    captureMetaData: true,
    ignorePiTags: true,
    ignoreDeclaration: true,
    maxNestedTags: 50,
  })
  try {
    return elementsOf(parser.parse(text) as readonly Raw[])
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    reader.report('xml/not-well-formed', { problem: sentence(problem) }, 0)
    return undefined
  }
}

const nameOf = (raw: Raw): string => Object.keys(raw).find((key) => key !== attributesName) ?? ''

function elementsOf(nodes: readonly Raw[]): XmlNode[] {
  return nodes
    .filter((node) => nameOf(node) !== textName && nameOf(node) !== cdataName)
    .map((node) => {
      const name = nameOf(node)
      const inner = node[name] as readonly Raw[]
      const written = (node[attributesName] ?? {}) as Readonly<Record<string, string>>
      const place = node[XMLParser.getMetaDataSymbol() as unknown as symbol] as { startIndex?: number } | undefined
      return {
        name,
        offset: place?.startIndex ?? 0,
        attributes: Object.fromEntries(
          Object.entries(written).map(([key, value]) => [key, decodeReferences(String(value))]),
        ),
        children: elementsOf(inner),
        text: inner.map(textOf).join(''),
      }
    })
}

function textOf(node: Raw): string {
  const text = node[textName]
  if (typeof text === 'string') return decodeReferences(text)
  const cdata = node[cdataName] as readonly Raw[] | undefined
  return cdata === undefined ? '' : cdata.map((part) => String(part[textName] ?? '')).join('')
}

function offsetAt(text: string, line: number, column: number): number {
  let at = 0
  for (let count = 1; count < line; count++) {
    const end = text.indexOf('\n', at)
    if (end === -1) break
    at = end + 1
  }
  return at + Math.max(0, column - 1)
}

/** The parser quotes whole tags. */
const sentence = (message: string): string => `${message.slice(0, 100).replace(/\s+/g, ' ').replace(/\.$/, '')}.`

/** The elements of a name, from the outermost on, in the order of the document. */
export function descendants(nodes: readonly XmlNode[], name: string): XmlNode[] {
  return nodes.flatMap((node) => (node.name === name ? [node] : descendants(node.children, name)))
}

export const childNamed = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((child) => child.name === name)

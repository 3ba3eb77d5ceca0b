/** The only file where text becomes XML. Pure. */

import { XMLBuilder } from 'fast-xml-parser'
import { cleanText } from './clean.ts'

export { cleanText }

/** An element to be written. Attributes that are undefined are left out. */
export interface XmlElement {
  readonly name: string
  /** Each value is one line: a tab or line break in it becomes a space, as XML readers do it themselves. */
  readonly attributes?: Readonly<Record<string, string | number | undefined>>
  /** Text (escaped), or child elements. */
  readonly content?: string | number | readonly XmlElement[]
  /** Text in a CDATA section: for HTML, where readers expect it. */
  readonly cdata?: string
  /** The path of the key that it comes from: not written, but told when something is wrong with it. */
  readonly from?: readonly (string | number)[]
}

/** What the builder takes: one key that names the node, its attributes under `:@`. */
type Node = Readonly<Record<string, string | readonly Node[] | Readonly<Record<string, string>>>>

const escapeMarkup = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text

// The builder's own escaping is off: it would write `&apos;` and `&quot;` into text for no reason. What remains
// its work is the structure, quotes in attributes, and `]]>` in CDATA sections.
const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: '#cdata',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  processEntities: false,
  tagValueProcessor: (_name, value) => escapeMarkup(cleanText(String(value))),
  attributeValueProcessor: (_name, value) => escapeMarkup(cleanText(String(value)).replace(/[\t\n]/g, ' ')),
})

function attributesOf(attributes: NonNullable<XmlElement['attributes']>): Record<string, string> {
  const written: Record<string, string> = {}
  for (const name in attributes) if (attributes[name] !== undefined) written[name] = String(attributes[name])
  return written
}

function contentOf({ content, cdata }: XmlElement, lineBreak: string): readonly Node[] {
  if (cdata !== undefined) return [{ '#cdata': [{ '#text': cleanText(cdata) }] }]
  if (content === undefined || content === '') return []
  if (typeof content !== 'object') return [{ '#text': String(content) }]
  if (content.length === 0) return []
  const inner = `${lineBreak}  `
  return [...content.flatMap((child) => [{ '#text': inner }, nodeOf(child, inner)]), { '#text': lineBreak }]
}

function nodeOf(element: XmlElement, lineBreak: string): Node {
  const content = contentOf(element, lineBreak)
  return element.attributes === undefined
    ? { [element.name]: content }
    : { [element.name]: content, ':@': attributesOf(element.attributes) }
}

/**
 * Writes elements, each on its own line, those inside `depth` others indented by so many steps.
 * No text, however hostile, breaks the document: see `cleanText`.
 * @returns the lines, with no line break at the end.
 */
export function renderXml(elements: readonly XmlElement[], depth = 0): string {
  const indent = '  '.repeat(depth)
  // One call for each: the builder looks through what it wrote inside an element, which here may be long.
  return elements.map((element) => indent + builder.build([nodeOf(element, `\n${indent}`)])).join('\n')
}

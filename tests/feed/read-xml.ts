import { SaxesParser } from 'saxes'

/** An element as an XML parser sees it. */
export interface ReadElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly ReadElement[]
  /** Its own text and CDATA, in order, not that of its children. */
  readonly text: string
}

interface OpenElement extends ReadElement {
  readonly children: OpenElement[]
  text: string
}

/** Reads a document strictly, namespaces included: throws if it is not well-formed. */
export function readXml(document: string): ReadElement {
  const parser = new SaxesParser({ xmlns: true })
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' }
  const stack = [root]
  const top = (): OpenElement => stack.at(-1) as OpenElement
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.values(attributes).map((one) => [one.name, one.value]))
    const element: OpenElement = { name, attributes: plain, children: [], text: '' }
    top().children.push(element)
    stack.push(element)
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  const addText = (text: string): void => {
    top().text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(document).close()
  return root.children[0] as ReadElement
}

/** The elements of one name directly inside another. */
export const childrenOf = (element: ReadElement, name: string): readonly ReadElement[] =>
  element.children.filter((child) => child.name === name)

/** The only element of its name; throws if there is none or more than one. */
export function childOf(element: ReadElement, name: string): ReadElement {
  const [only, ...more] = childrenOf(element, name)
  if (only === undefined || more.length > 0) throw new Error(`${element.name} has not one ${name}`)
  return only
}

import {
  convertMdastToHastHandle,
  createMdastHandle,
  dropHandle,
  htmlToHast,
  MdastReader,
  markdownToHtml,
  renderHandle,
  serializeHandle,
} from 'satteri'

/** A place in the text that was parsed: `offset` counts UTF-16 units from 0, `line` and `column` from 1. */
interface Point {
  readonly offset?: number | undefined
  readonly line: number
  readonly column: number
}

/** A node of the Markdown tree (mdast), read-only. Each access reads the engine's memory: keep what you need twice. */
export interface MarkdownNode {
  readonly type: string
  /** Empty for nodes that can have none. */
  readonly children: readonly MarkdownNode[]
  /** Text, inline code, code blocks, raw HTML. */
  readonly value?: string | undefined
  /** Links, images, definitions. */
  readonly url?: string | undefined
  /** Images. */
  readonly alt?: string | undefined
  /** Definitions, and the links and images that name one. */
  readonly identifier?: string | undefined
  /** Headings: 1 to 6. */
  readonly depth?: number | undefined
  readonly position?: { readonly start: Point; readonly end: Point } | undefined
}

/** A node of a tree of raw HTML (hast), read-only, without positions. */
export interface HtmlNode {
  readonly type: string
  readonly children?: readonly HtmlNode[]
  /** Text and comments, with character references resolved. */
  readonly value?: string
  /** Elements, in lower case. */
  readonly tagName?: string
  readonly properties?: Readonly<Record<string, unknown>>
}

const features = { gfm: true, frontmatter: false, definitionList: true } as const

const typeNames: string[] = []

/** `listItem` for the reader's `ListItem`; made once for each kind. */
function typeName(reader: MdastReader, id: number): string {
  const kind = reader.getNodeType(id)
  const known = typeNames[kind]
  if (known !== undefined) return known
  const name = reader.getNode(id).typeName
  const made = name.charAt(0).toLowerCase() + name.slice(1)
  typeNames[kind] = made
  return made
}

/** Where the engine keeps a field of a kind of node. The tests compare this with the engine's own tree. */
const stringFields = {
  value: { text: 0, html: 0, inlineCode: 0, code: 16 },
  url: { link: 0, image: 0, definition: 0 },
  alt: { image: 8, imageReference: 20 },
  identifier: { linkReference: 0, imageReference: 0, definition: 16 },
} as const satisfies Record<string, Record<string, number>>

/** Reads the engine's memory in place: its own nodes cost ten times as much, and few fields are ever asked for. */
class TreeNode implements MarkdownNode {
  readonly type: string
  readonly #reader: MdastReader
  readonly #id: number

  constructor(reader: MdastReader, id: number) {
    this.#reader = reader
    this.#id = id
    this.type = typeName(reader, id)
  }

  get children(): readonly MarkdownNode[] {
    const ids = this.#reader.getChildIds(this.#id)
    const nodes: MarkdownNode[] = []
    for (let index = 0; index < ids.length; index++) nodes.push(new TreeNode(this.#reader, ids[index] as number))
    return nodes
  }

  get value(): string | undefined {
    return this.#string('value')
  }

  get url(): string | undefined {
    return this.#string('url')
  }

  get alt(): string | undefined {
    return this.#string('alt')
  }

  get identifier(): string | undefined {
    return this.#string('identifier')
  }

  get depth(): number | undefined {
    return this.type === 'heading' ? this.#reader.fieldU8(this.#id, 0, 1) : undefined
  }

  get position(): MarkdownNode['position'] {
    return this.#reader.getPosition(this.#id)
  }

  #string(name: keyof typeof stringFields): string | undefined {
    const offsets: Readonly<Record<string, number>> = stringFields[name]
    const offset = offsets[this.type]
    return offset === undefined ? undefined : this.#reader.fieldString(this.#id, offset)
  }
}

/** Shorter texts cannot make the engine slow. */
const harmlessLength = 16_384
/** Quotations and lists within each other: beyond this, markers are no longer read as such. */
const tooDeep = /^((?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])(?=[ \t>])){100})((?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])(?=[ \t>]))+)/gm

/** The engine takes time by the square of the depth: thousands of markers in one line become spaces. */
const withoutAbyss = (text: string): string =>
  text.length <= harmlessLength
    ? text
    : text.replace(tooDeep, (_whole, kept: string, deep: string) => kept + ' '.repeat(deep.length))

/** The engine's tree takes memory by the references in a paragraph times its length; this much is still harmless. */
const maxReferenceCost = 1 << 25

/** Where character references would flood the memory, they are left unread. Offsets stay. */
function withoutFloods(text: string): string {
  const costOf = (part: string): number => part.length * (part.split('&').length - 1)
  if (text.length <= harmlessLength || costOf(text) <= maxReferenceCost) return text
  const paragraphs = text.split(/(\n[ \t\r]*\n)/)
  return paragraphs.map((part) => (costOf(part) > maxReferenceCost ? part.replaceAll('&', '\uff06') : part)).join('')
}

/** Parses once, and lets `use` do what it likes with the engine's handle. */
function withTree<T>(text: string, use: (root: MarkdownNode, handle: ReturnType<typeof createMdastHandle>) => T): T {
  const handle = createMdastHandle(text, features, true)
  try {
    return use(new TreeNode(new MdastReader(serializeHandle(handle)), 0), handle)
  } finally {
    dropHandle(handle)
  }
}

/**
 * Renders CommonMark with GFM to HTML, and shows the tree to `visit` on the way: one parse serves both.
 * The HTML is as the author wrote it, not yet safe.
 */
export function renderMarkdown(text: string, visit?: (root: MarkdownNode) => void): string {
  const source = withoutAbyss(text)
  const readable = visit === undefined ? source : withoutFloods(source)
  if (visit !== undefined && readable !== source) withTree(readable, visit)
  if (visit === undefined || readable !== source) return markdownToHtml(source, { features }).html
  return withTree(source, (root, handle) => {
    visit(root)
    const html = convertMdastToHastHandle(handle)
    try {
      return renderHandle(html)
    } finally {
      dropHandle(html)
    }
  })
}

/** The Markdown tree alone. */
export const parseMarkdown = (text: string): MarkdownNode => withTree(withoutFloods(withoutAbyss(text)), (root) => root)

/** The tree of a piece of HTML, as browsers would read it. */
export const parseHtml = (html: string): HtmlNode => htmlToHast(html, { fragment: true }) as HtmlNode

import { markdownToHtml, markdownToMdast } from 'satteri'

/** A node of the Markdown tree (mdast), read-only. Offsets count UTF-16 units from 0 in the text that was parsed. */
export interface MarkdownNode {
  readonly type: string
  readonly children?: readonly MarkdownNode[]
  /** Text, inline code, code blocks, raw HTML. */
  readonly value?: string
  /** Links, images, definitions. */
  readonly url?: string
  readonly alt?: string | null
  /** Headings: 1 to 6. */
  readonly depth?: number
  readonly position?: {
    readonly start: { readonly offset?: number; readonly line: number; readonly column: number }
    readonly end: { readonly offset?: number; readonly line: number; readonly column: number }
  }
}

const features = { gfm: true, frontmatter: false, definitionList: true } as const

/**
 * Renders CommonMark with GFM to HTML, and shows the tree to `visit` on the way: one parse serves both.
 * The HTML is as the author wrote it, not yet safe.
 */
export function renderMarkdown(text: string, visit?: (root: MarkdownNode) => void): string {
  if (visit === undefined) return markdownToHtml(text, { features }).html
  const plugin = { name: 'visit', root: (root: unknown) => visit(root as MarkdownNode) }
  return markdownToHtml(text, { features, mdastPlugins: [plugin] }).html
}

/** The Markdown tree alone. */
export const parseMarkdown = (text: string): MarkdownNode => markdownToMdast(text, { features }) as MarkdownNode

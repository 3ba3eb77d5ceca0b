/** What HTML in show notes may hold: text and its structure, links, pictures, players; nothing that acts. Pure. */

/** `link`: somebody follows it. `media`: it is loaded with the page. */
export type AddressKind = 'link' | 'media'

/** Makes an address of the notes absolute; undefined: it leads nowhere. */
export type ResolveAddress = (url: string, kind: AddressKind) => string | undefined

const words = (text: string): readonly string[] => text.split(' ')

/** Elements without content and end tag. */
export const voidElements: ReadonlySet<string> = new Set(words('br col hr img source track wbr'))

export const allowedElements = words(
  'a abbr aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section ' +
    'small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr',
)

/** By element; `*` is for all. The `data-` ones are what the Markdown engine gives footnotes. */
export const allowedAttributes: Readonly<Record<string, readonly string[]>> = {
  '*': words('id class title lang dir aria-label aria-describedby'),
  a: words('href hreflang name data-footnote-ref data-footnote-backref'),
  audio: words('src controls loop muted preload'),
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  del: words('cite datetime'),
  details: ['open'],
  img: words('src alt width height loading'),
  ins: words('cite datetime'),
  li: ['value'],
  ol: words('start reversed type'),
  q: ['cite'],
  section: ['data-footnotes'],
  source: words('src type'),
  td: words('colspan rowspan headers style'),
  th: words('colspan rowspan headers scope abbr style'),
  time: ['datetime'],
  track: words('src kind srclang label default'),
  video: words('src controls loop muted preload poster width height'),
}

/** The only style: how the Markdown engine aligns the cells of a table. */
export const alignments = words('left right center')

/** The attributes that hold an address. */
export const addressKinds: Readonly<Record<string, AddressKind>> = {
  href: 'link',
  cite: 'link',
  src: 'media',
  poster: 'media',
}

export const linkSchemes = words('http https mailto tel')

/** An address that stands for itself and does no harm where it is. */
export const isSafeAbsolute = (url: string, kind: AddressKind): boolean =>
  kind === 'link' ? /^(?:https?:\/\/|mailto:|tel:)/i.test(url) : /^https?:\/\//i.test(url)

/**
 * The address to write: as it is if it is absolute or stays on its page (`#…`), else as resolved.
 * @returns undefined if it leads nowhere, or to something other than a page, a file, an e-mail or telephone address.
 */
export function safeAddress(url: string, kind: AddressKind, resolve: ResolveAddress): string | undefined {
  const trimmed = url.trim()
  if (isSafeAbsolute(trimmed, kind) || (kind === 'link' && trimmed.startsWith('#'))) return trimmed
  const resolved = resolve(trimmed, kind)
  return resolved !== undefined && isSafeAbsolute(resolved, kind) ? resolved : undefined
}

import { createRequire } from 'node:module'
import type sanitizeHtml from 'sanitize-html'
import type { IOptions, Transformer } from 'sanitize-html'
import {
  addressKinds,
  alignments,
  allowedAttributes,
  allowedElements,
  linkSchemes,
  type ResolveAddress,
  safeAddress,
} from './html-policy.ts'

// Loaded when some episode first needs it: it takes 40 ms, and most shows never do. `import()` would make every
// caller wait for a promise; `createRequire` reads no file of the user and does nothing else.
const load = createRequire(import.meta.url)
let sanitizer: typeof sanitizeHtml | undefined

const hasScheme = /^[a-z][a-z0-9+.-]*:/i

/** Makes the addresses of a tag absolute, by a rule that says what becomes of each. */
const withAddresses =
  (addressOf: (url: string, kind: 'link' | 'media') => string | undefined): Transformer =>
  (tagName, attributes) => {
    const attribs = { ...attributes }
    for (const [name, kind] of Object.entries(addressKinds)) {
      const url = attribs[name]
      if (url === undefined) continue
      const address = addressOf(url, kind)
      if (address === undefined) delete attribs[name]
      else attribs[name] = address
    }
    return { tagName, attribs }
  }

const strict = (resolve: ResolveAddress): IOptions => ({
  allowedTags: [...allowedElements],
  allowedAttributes: Object.fromEntries(Object.entries(allowedAttributes).map(([name, list]) => [name, [...list]])),
  allowedStyles: { '*': { 'text-align': [new RegExp(`^(?:${alignments.join('|')})$`)] } },
  allowedSchemes: [...linkSchemes],
  allowProtocolRelative: false,
  // Elements whose text is not meant for readers.
  nonTextTags: [
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'object',
    'svg',
    'math',
    'textarea',
    'select',
    'xmp',
  ],
  transformTags: { '*': withAddresses((url, kind) => safeAddress(url, kind, resolve)) },
})

/** Keeps what the author wrote, and makes addresses absolute all the same: a feed has no page that they are relative to. */
const permissive = (resolve: ResolveAddress): IOptions => ({
  allowedTags: false,
  allowedAttributes: false,
  allowVulnerableTags: true,
  allowedSchemesAppliedToAttributes: [],
  nonBooleanAttributes: [],
  nonTextTags: [],
  parseStyleAttributes: false,
  transformTags: {
    '*': withAddresses((url, kind) =>
      hasScheme.test(url) || (kind === 'link' && url.startsWith('#')) ? url : resolve(url, kind),
    ),
  },
})

/** The library's own filter for elements takes time by the square. In what it writes, no attribute holds a `<` or `>`. */
const withoutEmptyMedia = (html: string): string =>
  html.replace(/<(?:img|source|track)[^<>]*>/g, (tag) => (tag.includes(' src="') ? tag : ''))

/** Parses HTML of any kind and writes it anew, with absolute addresses, and, if asked, without active content. */
export function rewriteHtml(html: string, sanitize: boolean, resolve: ResolveAddress): string {
  sanitizer ??= load('sanitize-html') as typeof sanitizeHtml
  return sanitize ? withoutEmptyMedia(sanitizer(html, strict(resolve))) : sanitizer(html, permissive(resolve))
}

/** Text that becomes HTML, and HTML that becomes safe. For the way back see `html-text.ts`. */

import { cleanText } from './clean.ts'
import { keepEngineHtml } from './html-engine.ts'
import type { ResolveAddress } from './html-policy.ts'
import { rewriteHtml } from './html-sanitizer.ts'

export { firstParagraph, toPlainText } from './html-text.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML, for content and for attributes in quotes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] as string)

/** A checkbox can be ticked nowhere but in the file, and readers drop it: a character says as much. */
const withoutCheckboxes = (html: string): string =>
  html.includes('<input')
    ? html
        .replaceAll('<input type="checkbox" disabled>', '☐')
        .replaceAll('<input type="checkbox" checked disabled>', '☑')
    : html

/**
 * Makes the HTML of show notes fit for feeds and pages: every address absolute, and no active content.
 * `resolve` is asked for addresses that are not absolute; those that stay on their page (`#…`) are left alone.
 * Where it answers undefined, or with anything but a web, mail or telephone address, the attribute is dropped.
 * @param options.sanitize false: the author's HTML is trusted, scripts and frames included.
 */
export function safeHtml(
  html: string,
  options: { readonly sanitize: boolean; readonly resolve: ResolveAddress },
): string {
  const clean = withoutCheckboxes(cleanText(html))
  return keepEngineHtml(clean, options.resolve) ?? rewriteHtml(clean, options.sanitize, options.resolve)
}

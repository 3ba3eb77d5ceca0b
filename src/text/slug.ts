/** Names that are safe in a URL and in a file system. Pure. */

/** What a slug looks like: lower- or upper-case ASCII letters, digits, `-`, `_`, `.`; not led by a dot or dash. */
export const slugPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/

/** Windows refuses these as file names whatever their extension, so a slug must not be one. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i

export const isSlug = (text: string): boolean => slugPattern.test(text) && !text.endsWith('.') && !reserved.test(text)

const folded: Record<string, string> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' }

/** Makes a slug of any text: `Über uns, Teil 2` → `uber-uns-teil-2`. Empty if no letter or digit is left. */
export function toSlug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæøœđðþłı]/g, (letter) => folded[letter] ?? '')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '')
    .slice(0, 200)
}

/** A file's slug: its name without folders, extension and leading date (`2026-02-23-`), as Jekyll does it. */
export function slugOfFile(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
  const undated = name.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]?/, '')
  const base = undated === '' ? name : undated
  return isSlug(base) ? base : toSlug(base)
}

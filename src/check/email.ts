/** E-mail addresses in texts. Pure. */

/** Longer texts are no e-mail address with a name. */
const longest = 500

/** The first e-mail address in a short text; undefined if there is none. */
export function emailIn(text: string): string | undefined {
  if (text.length > longest) return undefined
  const around = text.indexOf('@')
  if (around === -1) return undefined
  const before = /[^\s<>()[\]:,;"@]+$/.exec(text.slice(0, around))?.[0]
  const behind = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+/i.exec(text.slice(around + 1))?.[0]
  return before === undefined || behind === undefined ? undefined : `${before}@${behind}`
}

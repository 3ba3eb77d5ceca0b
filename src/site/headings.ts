const headingTag = /<(\/?)h([1-6])(?=[\s>])/g

/**
 * Moves the headings of show notes to where they stand on the page: below its title, so from h2 on, and with no level
 * left out. Their order of rank stays.
 */
export function alignHeadings(html: string): string {
  if (!html.includes('<h')) return html
  const used = new Set<string>()
  for (const [, , level = ''] of html.matchAll(headingTag)) used.add(level)
  const ranks = [...used].sort()
  const rank = new Map(ranks.map((level, index) => [level, Math.min(index + 2, 6)]))
  if (ranks.every((level) => rank.get(level) === Number(level))) return html
  return html.replace(headingTag, (_tag, slash: string, level: string) => `<${slash}h${rank.get(level)}`)
}

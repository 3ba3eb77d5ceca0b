/** What tools leave at the end of a title: voices of speech synthesisers, and what the show knows of. Pure. */

/** A show's own expressions see no more than this much of a title's end. */
const maxTailLength = 300

/**
 * The name of a voice, which some tools leave behind a title with all that follows:
 * `en-US-AvaMultilingualNeural__ Green leaf …`, `de-DE-Wavenet-C`.
 */
const voice =
  /(?<![A-Za-z0-9])[a-z]{2,3}-(?:[A-Z][a-z]{3}-)?(?:[A-Z]{2}|\d{3})-(?:[a-z]{2,20}-)?(?:[A-Z][A-Za-z0-9:]{1,60}Neural|(?:Neural2|Wave[nN]et|Standard|Studio|Polyglot|News|Chirp\d?(?:-HD)?)-[A-Z])(?![A-Za-z0-9])/
const dangling = /[\s|│•·»›–—―~=>:：,;([{"“_-]{1,16}$/

/**
 * Compiles an expression of the show for the end of titles.
 * @returns undefined if it is not valid, or if it repeats a group or refers back to one: that can take for ever
 */
export function compileTail(source: string): RegExp | undefined {
  const plain = source.replace(/\\[^1-9k]/g, '')
  if (source.trim() === '' || /\)[*+{]|\\/.test(plain)) return undefined
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`(?:${source})\\s*$`, flags)
    } catch {
      // Without `u`, more is allowed: `\-` for one.
    }
  }
  return undefined
}

const prepared = new WeakMap<readonly string[], readonly RegExp[]>()

/** The show's expressions, compiled once for each show. */
function expressionsOf(tails: readonly string[]): readonly RegExp[] {
  const known = prepared.get(tails)
  if (known !== undefined) return known
  const made = tails.map(compileTail).filter((tail) => tail !== undefined)
  prepared.set(tails, made)
  return made
}

/** The title without what tools left at its end. @param tails expressions of the show; those that cannot be used are ignored */
export function cutTails(title: string, tails: readonly string[]): string {
  const spoken = title.includes('-') ? voice.exec(title) : null
  let text = spoken === null ? title : title.slice(0, spoken.index).trimEnd()
  for (const expression of tails.length === 0 ? [] : expressionsOf(tails)) {
    const head = Math.max(0, text.length - maxTailLength)
    const match = expression.exec(text.slice(head))
    if (match !== null) text = text.slice(0, head + match.index).trimEnd()
  }
  return text.length === title.length ? title : text.replace(dangling, '')
}

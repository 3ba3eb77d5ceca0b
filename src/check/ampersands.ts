/** Single ampersands, the commonest fault of a feed: found where they stand, and kept from its parser, which would stumble. Pure. */

/** Stands for a single `&` while the feed is parsed: as long as that, and written by nobody. */
const standIn = '\ue026'

/** A piece of a feed as its parser can read it, of the same length as it was written. */
export interface MendedText {
  readonly readable: string
  /** Where single ampersands stand: offsets in the whole feed. */
  readonly single: readonly number[]
}

export interface AmpersandMender {
  /** Takes the next piece. What may go on in the one after it is given with that. */
  readonly write: (text: string) => MendedText
  /** Gives what is left. */
  readonly end: () => MendedText
  /** The words as they were written. */
  readonly restore: (text: string) => string
}

/** What has other rules inside, and a `&` that begins no entity. */
const pattern = /<!\[CDATA\[|<!--|<\?|&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z_:][\w:.-]{0,40});)/gi
const ends: Readonly<Record<string, string>> = { '<![CDATA[': ']]>', '<!--': '-->', '<?': '?>' }

/** No longer than this is an entity, or the beginning of what has other rules inside. */
const longest = 48

export function ampersandMender(): AmpersandMender {
  let waiting = ''
  /** How much of the feed was given out. */
  let given = 0
  /** What ends the part in which a `&` is a character like others; undefined outside of one. */
  let until: string | undefined
  let found = false

  const mend = (text: string, isLast: boolean): MendedText => {
    const written = waiting + text
    const cut = isLast ? written.length : safeEnd(written)
    const single: number[] = []
    let at = 0
    while (at < cut) {
      if (until !== undefined) {
        const end = written.indexOf(until, at)
        // It does not reach over the cut.
        if (end === -1 || end >= cut) break
        at = end + until.length
        until = undefined
      }
      pattern.lastIndex = at
      const match = pattern.exec(written)
      if (match === null || match.index >= cut) break
      at = match.index + match[0].length
      if (match[0] === '&') single.push(match.index)
      else until = ends[match[0].toUpperCase()]
    }
    const start = given
    given += cut
    waiting = written.slice(cut)
    found ||= single.length > 0
    return { readable: replaceAt(written.slice(0, cut), single), single: single.map((place) => start + place) }
  }

  return {
    write: (text) => mend(text, false),
    end: () => mend('', true),
    restore: (text) => (found ? text.replaceAll(standIn, '&') : text),
  }
}

/** Up to where a piece can be judged without what follows it. */
function safeEnd(text: string): number {
  const tail = text.slice(-longest)
  const start = tail.search(/[<&\]?-]/)
  return start === -1 ? text.length : text.length - tail.length + start
}

/** The text with the stand-in at these places. */
function replaceAt(text: string, places: readonly number[]): string {
  if (places.length === 0) return text
  let from = 0
  const parts = places.map((place) => {
    const part = text.slice(from, place)
    from = place + 1
    return part
  })
  return [...parts, text.slice(from)].join(standIn)
}

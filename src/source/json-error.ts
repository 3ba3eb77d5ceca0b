/** A bracket, comma or colon; a string; or another value. */
const token = /\s*(?:([{}[\],:])|("[^"\\\n]*(?:\\.[^"\\\n]*)*")|-?\d[\d.eE+-]*|true|false|null)/y

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'next'

/** Where a text stops being JSON; where it ends, if all that stands there could go on. */
export function jsonErrorOffset(text: string): number {
  const open: ('}' | ']')[] = []
  let wanted: Wanted = 'value'
  token.lastIndex = 0
  for (;;) {
    const start = token.lastIndex
    const match = token.exec(text)
    const found = match?.[1] ?? (match?.[2] === undefined ? 'value' : 'key')
    const next: Wanted | undefined = match === null ? undefined : follow(wanted, found, open)
    if (next === undefined) {
      const blanks = text.slice(start).search(/\S/)
      return blanks === -1 ? text.trimEnd().length : start + blanks
    }
    wanted = next
  }
}

/** What may come after a token, or undefined if the token may not stand there. */
function follow(wanted: Wanted, found: string, open: ('}' | ']')[]): Wanted | undefined {
  if (wanted === ':') return found === ':' ? 'value' : undefined
  if (wanted === 'key' || wanted === 'key or }') {
    if (found === 'key') return ':'
    return wanted === 'key or }' && found === '}' ? close(found, open) : undefined
  }
  if (wanted === 'next') {
    if (found === ',' && open.length > 0) return open.at(-1) === '}' ? 'key' : 'value'
    return close(found, open)
  }
  if (found === 'key' || found === 'value') return 'next'
  if (found === '{' || found === '[') {
    open.push(found === '{' ? '}' : ']')
    return found === '{' ? 'key or }' : 'value or ]'
  }
  return wanted === 'value or ]' ? close(found, open) : undefined
}

function close(found: string, open: ('}' | ']')[]): Wanted | undefined {
  if (open.at(-1) !== found) return undefined
  open.pop()
  return 'next'
}

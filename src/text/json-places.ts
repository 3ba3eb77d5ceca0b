/** Where in a JSON text its values are, and where it stops being JSON. Linear, and never throws. Pure. */

export type JsonPath = readonly (string | number)[]

export interface JsonPlaces {
  /** Where the text stops being JSON; undefined if it is JSON. */
  readonly errorAt: number | undefined
  /** The offset of a value; of what holds it, where it is too deep or not there. */
  readonly offsetOf: (path: JsonPath) => number
}

const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: strings may not hold them
  /[{}[\],:]|"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\0-\x1f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const blank = /[ \t\n\r]*/y

interface Open {
  readonly kind: '{' | '['
  /** The key or index of what comes next or is being read. */
  key: string | number
}

/** What may stand next. */
type State = 'value' | 'first value' | 'first key' | 'key' | 'colon' | 'after'

const separator = '\u0000'

/** Finds the places of the values that are at most `depth` steps inside. */
export function jsonPlacesIn(text: string, depth: number): JsonPlaces {
  const offsets = new Map<string, number>()
  const errorAt = scan(text, (open, offset) => {
    if (open.length <= depth) offsets.set(open.map(({ key }) => key).join(separator), offset)
  })
  return {
    errorAt,
    offsetOf: (path) => {
      for (let length = path.length; length >= 0; length--) {
        const offset = offsets.get(path.slice(0, length).join(separator))
        if (offset !== undefined) return offset
      }
      return 0
    },
  }
}

/** @returns where the text stops being JSON */
function scan(text: string, found: (open: readonly Open[], offset: number) => void): number | undefined {
  const open: Open[] = []
  let state: State = 'value'
  let at = 0
  for (;;) {
    blank.lastIndex = at
    blank.test(text)
    at = blank.lastIndex
    if (at === text.length) return state === 'after' && open.length === 0 ? undefined : at
    token.lastIndex = at
    const word = token.exec(text)?.[0]
    const next: State | undefined = word === undefined ? undefined : step(state, word, open, () => found(open, at))
    if (next === undefined) return at
    state = next
    at = token.lastIndex
  }
}

function step(state: State, word: string, open: Open[], found: () => void): State | undefined {
  const top = open.at(-1)
  if (state === 'colon') return word === ':' ? 'value' : undefined
  if (state === 'first key' || state === 'key') {
    if (word === '}' && state === 'first key') return close(open, '{')
    if (top === undefined || !word.startsWith('"')) return undefined
    top.key = word.includes('\\') ? unescaped(word) : word.slice(1, -1)
    return 'colon'
  }
  if (state === 'after') {
    if (word === '}') return close(open, '{')
    if (word === ']') return close(open, '[')
    if (word !== ',' || top === undefined) return undefined
    if (typeof top.key === 'number') top.key++
    return top.kind === '{' ? 'key' : 'value'
  }
  if (word === ']' && state === 'first value') return close(open, '[')
  if (word === '}' || word === ']' || word === ',' || word === ':') return undefined
  found()
  if (word === '{') open.push({ kind: '{', key: '' })
  else if (word === '[') open.push({ kind: '[', key: 0 })
  else return 'after'
  return word === '{' ? 'first key' : 'first value'
}

function close(open: Open[], kind: Open['kind']): State | undefined {
  if (open.at(-1)?.kind !== kind) return undefined
  open.pop()
  return 'after'
}

function unescaped(word: string): string {
  try {
    return String(JSON.parse(word))
  } catch {
    return word
  }
}

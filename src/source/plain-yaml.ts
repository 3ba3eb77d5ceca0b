/**
 * The plain part of YAML, in which nearly all frontmatter is written: keys, nested by spaces, with values of one line.
 * Reading this by itself is five times faster than a whole YAML parser; whatever is not surely plain is left to that.
 * The tests hold both against each other.
 */

/** `key: value`, `key:`. The value is not looked at yet. */
const keyLine = /^([A-Za-z][\w-]*):(?: +(.*))?$/
const integer = /^(?:0|[1-9]\d{0,14})$/
const decimal = /^(?:0|[1-9]\d{0,8})\.\d{0,5}[1-9]$/
/** Text that starts with a digit and is surely no number. */
const dateOrClock = /^(?:\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z| ?[+-]\d\d:?\d\d)?)?|\d{1,3}(?::\d\d){1,2})$/
/** Starts with a letter, a slash or a quotation mark of print, and goes on with anything that can be seen. */
const plainText = /^[A-Za-z/\u00a1-\u2fff][\x20-\x7e\u00a0-\u2027\u202a-\ud7ff]*$/
const singleQuoted = /^'([\x20-\x26\x28-\x7e\u00a0-\u2027\u202a-\ud7ff]*)'$/
const doubleQuoted = /^"([\x20\x21\x23-\x5b\x5d-\x7e\u00a0-\u2027\u202a-\ud7ff]*)"$/
const flowList = /^\[ *([A-Za-z][\w .'/-]*(?:, *[A-Za-z][\w .'/-]*)*)\]$/
/** Words that are not text. */
const words: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
}
const nullWord = /^(?:null|Null|NULL)$/

/** Not plain: said by throwing, as it may be noticed at any depth. */
class NotPlain extends Error {}
const notPlain = new NotPlain()

interface Line {
  readonly indent: number
  readonly text: string
}

/** @returns undefined if the text is not surely plain */
export function parsePlainYaml(text: string): Record<string, unknown> | undefined {
  try {
    const lines = linesOf(text)
    if (lines.length === 0) return undefined
    const reader = { lines, next: 0 }
    const data = readGroup(reader, 0)
    return reader.next === lines.length ? data : undefined
  } catch (error) {
    if (error instanceof NotPlain) return undefined
    throw error
  }
}

interface Reader {
  readonly lines: readonly Line[]
  next: number
}

/** The lines that say something. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const whole of text.split('\n')) {
    const trimmed = whole.trimEnd()
    const start = trimmed.search(/[^ ]/)
    if (start === -1 || trimmed[start] === '#') continue
    lines.push({ indent: start, text: trimmed.slice(start) })
  }
  return lines
}

function readGroup(reader: Reader, indent: number): Record<string, unknown> {
  const group: Record<string, unknown> = {}
  for (let line = reader.lines[reader.next]; line?.indent === indent; line = reader.lines[reader.next]) {
    const match = keyLine.exec(line.text)
    const key = match?.[1]
    if (key === undefined || Object.hasOwn(group, key)) throw notPlain
    reader.next++
    group[key] = readValue(reader, indent, match?.[2] ?? '')
  }
  return group
}

/** What a key has: the rest of its line, or the lines below it that are further in. */
function readValue(reader: Reader, indent: number, rest: string): unknown {
  const below = reader.lines[reader.next]
  const deeper = below !== undefined && below.indent > indent
  if (rest !== '') {
    // A value may go on in the next line.
    if (deeper) throw notPlain
    return readScalar(rest)
  }
  if (below !== undefined && below.indent >= indent && below.text.startsWith('- '))
    return readList(reader, below.indent)
  return deeper ? readGroup(reader, below.indent) : null
}

function readList(reader: Reader, indent: number): unknown[] {
  const list: unknown[] = []
  for (let line = reader.lines[reader.next]; line?.indent === indent; line = reader.lines[reader.next]) {
    if (!line.text.startsWith('- ')) break
    list.push(readItem(reader, line))
  }
  return list
}

/** An item of a list: a value, or a group whose first key stands behind the dash. */
function readItem(reader: Reader, { indent, text }: Line): unknown {
  const item = text.slice(2).trimStart()
  const column = indent + text.length - item.length
  const match = keyLine.exec(item)
  reader.next++
  if (match === null) {
    const below = reader.lines[reader.next]
    if (below !== undefined && below.indent > indent) throw notPlain
    return readScalar(item)
  }
  const [, key = '', rest = ''] = match
  const first = { [key]: readValue(reader, column, rest) }
  const others = readGroup(reader, column)
  if (Object.hasOwn(others, key)) throw notPlain
  const below = reader.lines[reader.next]
  if (below !== undefined && below.indent > indent) throw notPlain
  return { ...first, ...others }
}

function readScalar(text: string): unknown {
  const quoted = singleQuoted.exec(text) ?? doubleQuoted.exec(text)
  if (quoted !== null) return quoted[1]
  if (integer.test(text) || decimal.test(text)) return Number(text)
  if (dateOrClock.test(text)) return text
  const list = flowList.exec(text)
  if (list !== null) return (list[1] ?? '').split(',').map((item) => readPlainText(item.trim()))
  return readPlainText(text)
}

function readPlainText(text: string): string | boolean {
  if (!plainText.test(text) || /: | #|:$/.test(text) || nullWord.test(text)) throw notPlain
  return Object.hasOwn(words, text) ? (words[text] as boolean) : text
}

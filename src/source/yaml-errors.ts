import type { SyntaxCode, SyntaxProblem } from './located.ts'

/** What the YAML parser says → what it means to a podcaster, and where it really is. */
interface Explanation {
  readonly reason: RegExp
  /** Narrows it down by what stands where the parser gave up. */
  readonly when?: (text: string, offset: number) => boolean
  readonly problem: string | ((text: string, offset: number) => string)
  readonly hint: string
  readonly code?: SyntaxCode
  /** Where the mistake is, if not where the parser noticed it. */
  readonly move?: (text: string, offset: number) => number
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** The first letter of the line. */
function firstInLine(text: string, offset: number): number {
  let start = lineStart(text, offset)
  while (text[start] === ' ' || text[start] === '\t') start++
  return start
}

/** The first letter of the last line before this one that has any. */
function firstInLineBefore(text: string, offset: number): number {
  const end = text.slice(0, lineStart(text, offset)).trimEnd().length
  return end === 0 ? firstInLine(text, offset) : firstInLine(text, end)
}

/** The double quote that nothing closes: after it, only escaped ones can follow. */
function openDoubleQuote(text: string, offset: number): number {
  for (let quote = text.lastIndexOf('"', offset); quote !== -1; quote = text.lastIndexOf('"', quote - 1)) {
    let first = quote
    while (text[first - 1] === '\\') first--
    if ((quote - first) % 2 === 0) return quote
    if (quote === 0) break
  }
  return offset
}

/** The single quote that nothing closes: after it, only pairs can follow. */
function openSingleQuote(text: string, offset: number): number {
  let quote = text.lastIndexOf("'", offset)
  while (quote !== -1) {
    let first = quote
    while (text[first - 1] === "'") first--
    if ((quote - first) % 2 === 0) return first
    quote = first === 0 ? -1 : text.lastIndexOf("'", first - 1)
  }
  return offset
}

/** The parser's reason for a line that is less indented than the quoted text or bracket that it stands in. */
export const stillOpen = 'deficient indentation'

const quoteIt = 'Put the whole value in quotes: title: "…".'
const closeIt = 'Add what closes it: a quote, “]” or “}”.'

const explanations: readonly Explanation[] = [
  {
    reason: /^duplicated mapping key/,
    code: 'yaml/duplicate-key',
    problem: (text, offset) =>
      `“${(/^[^\s:]+/.exec(text.slice(offset, offset + 80)) ?? ['this key'])[0]}” is written twice`,
    hint: 'Keep one of the two.',
  },
  {
    reason: /^__proto__/,
    code: 'yaml/forbidden-key',
    problem: 'a key must not be called “__proto__”',
    hint: 'Remove it.',
  },
  {
    reason: /^nesting exceeded|^aliases exceeded/,
    code: 'yaml/too-complex',
    problem: 'values are nested or repeated more than a show could need',
    hint: 'Write the values out, with less nesting.',
  },
  {
    reason: /^tab characters/,
    problem: 'a tab stands where only spaces may',
    hint: 'Indent with spaces.',
  },
  {
    reason: /^bad indentation of a mapping entry/,
    when: (text, offset) => text[offset] === ':',
    problem: 'a value goes on with a colon, or a key is indented too far',
    hint: `${quoteIt} If it is a key of its own, line it up with the others.`,
  },
  {
    reason: /^bad indentation of a mapping entry/,
    when: (text, offset) => '@`%'.includes(text[offset] ?? ' '),
    problem: (text, offset) => `a value cannot start with “${text[offset]}”`,
    hint: quoteIt,
  },
  {
    reason: /^bad indentation of a mapping entry/,
    when: (text, offset) => firstInLine(text, offset) === offset,
    problem: 'this line is not indented like the lines around it',
    hint: 'Line up all keys that belong together.',
  },
  {
    reason: /^bad indentation of a mapping entry/,
    problem: 'something stands here after the end of a value',
    hint: `${quoteIt} A quote inside of it needs a backslash before it.`,
  },
  {
    reason: /^bad indentation of a sequence entry/,
    problem: 'this entry is not lined up with the list',
    hint: 'Give all entries of a list the same indentation.',
  },
  {
    reason: new RegExp(`^${stillOpen}`),
    problem: 'this quote or bracket is still open where the next line begins',
    hint: `${closeIt} A value that goes on over several lines must be indented.`,
  },
  {
    reason: /within a double quoted scalar/,
    move: openDoubleQuote,
    problem: 'this quote is never closed',
    hint: closeIt,
  },
  {
    reason: /within a single quoted scalar/,
    move: openSingleQuote,
    problem: 'this quote is never closed',
    hint: closeIt,
  },
  {
    reason: /within a flow collection/,
    problem: 'a bracket is never closed',
    hint: closeIt,
  },
  {
    reason: /^missed comma/,
    problem: 'a comma is missing before this',
    hint: 'Separate the entries of a list in brackets by commas; put a text that has commas or brackets in quotes.',
  },
  {
    reason: /^expected the node content/,
    problem: 'nothing stands before this comma',
    hint: 'Remove the comma.',
  },
  {
    reason: /multiline key may not be an implicit key/,
    move: firstInLineBefore,
    problem: 'this line is not of the form “key: value”',
    hint: 'Indent it if it continues the value above; otherwise add “:” after the key.',
  },
  {
    reason: /^expected ':' after a mapping key|^end of the stream or a document separator/,
    move: firstInLine,
    problem: 'this line does not fit the lines before it',
    hint: 'Each line must be “key: value”; indent what continues the value above.',
  },
  {
    reason: /^unidentified alias/,
    move: (_text, offset) => offset - 1,
    problem: 'a value cannot start with “*”',
    hint: quoteIt,
  },
  {
    reason: /^unknown (?:scalar|sequence|mapping) tag|^undeclared tag|^tag |^cannot resolve a node/,
    problem: 'a value cannot start with “!”',
    hint: quoteIt,
  },
  {
    reason: /^unknown escape sequence|^expected hexadecimal/,
    problem: 'a backslash in double quotes must be followed by a letter that YAML knows',
    hint: 'Write two backslashes, or use single quotes.',
  },
  {
    reason: /non-printable|^expected valid JSON character/,
    problem: 'an invisible control character stands here',
    hint: 'Delete it and type the text again.',
  },
  {
    reason: /^a line break is expected/,
    problem: 'nothing may follow “|” or “>” on its line',
    hint: 'Start the text on the next line, indented.',
  },
  {
    reason: /complex keys/,
    problem: 'a key must be a plain word',
    hint: 'Put a value that starts with a bracket or brace in quotes.',
  },
]

export function explainYaml(reason: string, position: number, text: string): SyntaxProblem {
  const found = explanations.find(
    (explanation) => explanation.reason.test(reason) && (explanation.when?.(text, position) ?? true),
  )
  const offset = found?.move?.(text, position) ?? position
  if (found === undefined) return { code: 'yaml/syntax', problem: reason, hint: quoteIt, offset }
  const problem = typeof found.problem === 'string' ? found.problem : found.problem(text, offset)
  return { code: found.code ?? 'yaml/syntax', problem, hint: found.hint, offset }
}

/** What a parser says of a broken document, in words for people who know no XML. Pure. */

import type { Excerpt } from '../model/diagnostic.ts'
import type { SyntaxProblem } from '../model/rule.ts'
import { quoted } from './quoted.ts'

/** A sentence, and how to mend what it says. */
export interface XmlExplanation {
  readonly message: string
  /** Absent where there is nothing better to say than what is always said. */
  readonly mend?: string
}

/** The parser's words, and ours; what is in parentheses there follows here as `name`. */
const explanations: readonly (readonly [RegExp, (name: string) => string, string?])[] = [
  [
    /^unbound namespace prefix: "(.*)"/,
    (name) => `The feed uses the prefix ${quoted(`${name}:`)}, but does not say what it stands for.`,
    'Declare it in the feed’s first tag, <rss>, as in xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd".',
  ],
  [
    /^(?:single ampersand|disallowed character in entity name|empty entity name)/,
    () => 'Here is a single “&”, which has a meaning of its own in XML.',
    'Write “&amp;” where an “&” is meant, also in addresses.',
  ],
  [
    /^malformed character entity/,
    () => 'A character is written as a number here, but there is no such character.',
    'Write the character itself.',
  ],
  [
    /^disallowed character in tag name/,
    () => 'Here is a single “<”, which has a meaning of its own in XML.',
    'Write “&lt;” where a “<” is meant.',
  ],
  [
    /^disallowed character$/,
    () => 'Here is a character that may not stand in a feed, or not at this place.',
    'Remove it; it is often invisible. A “<” inside of quotation marks is written “&lt;”.',
  ],
  [
    /^the string "]]>"/,
    () => 'Here is a “]]>” that ends no CDATA section.',
    'Write “]]&gt;” if you mean the characters.',
  ],
  [
    /^unclosed tag: (.*)/,
    (name) => `The feed ends before its element ${quoted(name)} does.`,
    'The feed may have been cut off on its way: make it anew, or get it again.',
  ],
  [
    /^unexpected end/,
    () => 'The feed ends in the middle of something.',
    'The feed may have been cut off on its way: make it anew, or get it again.',
  ],
  [/^unmatched closing tag: (.*)/, (name) => `Here ends an element ${quoted(name)} that never began.`],
  [
    /^unexpected close tag/,
    () => 'Here ends an element, but one that began inside of it has not ended yet.',
    'Close each element before the one around it.',
  ],
  [
    /declaration must (?:be at|appear at) the start/,
    () => 'Something stands before the XML declaration, such as an empty line.',
    'Let the file begin with “<?xml”: nothing may stand before it, not even a space.',
  ],
  [
    /XML declaration|^version number|^encoding value|^standalone value|^expected (?:the name|one of)|^did not expect/,
    () => 'The XML declaration has a mistake.',
    'Write <?xml version="1.0" encoding="UTF-8"?>.',
  ],
  [
    /^text data outside of root node/,
    () => 'There is text before or after the feed.',
    'Remove what stands outside of <rss> … </rss>.',
  ],
  [
    /^documents may contain only one root/,
    () => 'There is something after the end of the feed.',
    'Remove what follows </rss>.',
  ],
  [/^document must contain a root/, () => 'There is nothing in the feed.', 'Make the feed anew, or get it again.'],
  [
    /^duplicate attribute: (.*)/,
    (name) => `An element has its attribute ${quoted(name)} twice.`,
    'Remove one of the two.',
  ],
  [
    /attribute|^unquoted|^value|whitespace/,
    () => 'A tag has an attribute that is not written as it must be.',
    'Write each attribute as name="value", with a space before it.',
  ],
]

/** The name that ends where the parser stopped: `&nbsp;`. */
const entityBefore = ({ text, column }: Excerpt): string | undefined =>
  /&[^\s&;<]{1,40};$/.exec(text.slice(0, column))?.[0]

/** Says what a syntax problem means. @param excerpt the line where it is, with the column at its last character */
export function explainXml(
  { kind, problem }: Pick<SyntaxProblem, 'kind' | 'problem'>,
  excerpt?: Excerpt,
): XmlExplanation {
  if (kind === 'limit') return { message: `The feed is not read any further: ${problem}.` }
  if (problem === 'undefined entity') {
    const name = excerpt === undefined ? undefined : entityBefore(excerpt)
    return {
      message: `XML has no character of ${name === undefined ? 'the name that stands here' : `the name ${quoted(name)}`}.`,
      mend: 'Write the character itself, or “&amp;” where an “&” is meant; HTML belongs in <![CDATA[ … ]]>.',
    }
  }
  for (const [pattern, message, mend] of explanations) {
    const found = pattern.exec(problem)
    if (found !== null) return { message: message(found[1] ?? ''), ...(mend === undefined ? {} : { mend }) }
  }
  return { message: `The feed is not well-formed XML here: ${problem}.` }
}

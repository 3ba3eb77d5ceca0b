import type { FeedNode, NodePart } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** The sign for a character that was lost, and the control characters that no keyboard has. */
const lost = /[\u0080-\u009f\ufffd]/

/** ASCII is UTF-8, too. */
const isUtf8 = (encoding: string): boolean => /^(?:utf-?8|(?:us-)?ascii)$/i.test(encoding.trim())

/** Whoever writes ISO-8859-1 gets windows-1252, which is that and a little more. */
const nameOf = (encoding: string): string =>
  encoding === 'windows-1252' ? 'ISO-8859-1 or Windows-1252' : quoted(encoding)

export const xmlEncoding = defineRule({
  id: 'xml-encoding',
  level: 'error',
  platforms: 'all',
  summary: 'The feed is UTF-8, and all of its characters are what was meant.',
  why: 'Apps show boxes or question marks in place of letters, or cannot read the feed at all.',
  mend: 'Save the feed as UTF-8, and type the letters anew that were lost.',
  source: sources.apple,
  examples: {
    bad: [
      { item: '<title>Caf\ufffd</title>' },
      { channel: '<description>The show\u0092s soil</description>' },
      { channel: '<itunes:author>Ren&#xFFFD;e</itunes:author>' },
      { channel: '<itunes:category text="Caf\ufffd"/>' },
    ],
    good: [{}, { channel: '<description>Café, “Größe”, 土と種 👩‍🌾\u00a0– it’s €5</description>' }],
  },
  check: (report) => {
    const look = (node: FeedNode, text: string, part: NodePart): void => {
      const [found] = lost.exec(text) ?? []
      if (found === undefined) return
      const message =
        found === '\ufffd'
          ? `A character was lost in “${node.written}”: it became “\ufffd”.`
          : `An invisible control character stands in “${node.written}”, probably in place of a quotation mark or a dash.`
      report(node, message, { part, near: found, level: 'warning' })
    }
    return {
      syntax: ({ kind, problem, ...spot }) => {
        if (kind === 'encoding') report(spot, `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`)
      },
      element: (node) => {
        look(node, node.text, 'text')
        for (const [name, value] of Object.entries(node.attributes)) look(node, value, `@${name}`)
      },
      document: ({ encoding, place }) => {
        if (isUtf8(encoding)) return
        // What the feed says of its encoding stands in its first line.
        const start = { file: place().file, line: 1, column: 1, offset: 0 }
        report(
          { place: () => start },
          `The feed is written in ${nameOf(encoding)}; Apple promises to read UTF-8 only.`,
          { level: 'warning', hint: 'Save the feed as UTF-8, and say so in its first line: encoding="UTF-8".' },
        )
      },
    }
  },
})

import type { FeedNode, NodePart } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** The sign for a character that was lost, and the control characters that no keyboard has. */
const lost = /[\u0080-\u009f\ufffd]/

/** ASCII is UTF-8, too. */
const isUtf8 = (encoding: string): boolean => /^(?:utf-?8|(?:us-)?ascii)$/i.test(encoding.trim())

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
      document: (document) => {
        if (!isUtf8(document.encoding))
          report(document, `The feed is written in ${quoted(document.encoding)}, and apps expect UTF-8.`)
      },
    }
  },
})

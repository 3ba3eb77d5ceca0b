import type { FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { firstTime } from '../answers.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** Elements whose text is one line. */
const oneLine: ReadonlySet<string> = new Set(
  'title itunes:title itunes:author itunes:name guid podcast:guid podcast:person podcast:funding'.split(' '),
)
/** Elements whose text some readers compare as it is. */
const identities: ReadonlySet<string> = new Set(['guid', 'podcast:guid'])

export const textTrim = defineRule({
  id: 'text-trim',
  level: 'warning',
  platforms: ['apple', 'psp-1'],
  summary: 'Titles, names and guids are one line without white space around it.',
  why: 'Some readers keep the white space: it moves titles in lists, and makes another guid of a guid.',
  mend: 'Remove the spaces and line breaks.',
  source: sources.apple,
  examples: {
    bad: [
      { item: '<title>Roots\nand shoots</title>' },
      { item: '<guid isPermaLink="false"> soil-and-seed-roots</guid>' },
      { channel: '<title>Soil and Seed </title>' },
    ],
    good: [
      { item: '<title>Roots  and shoots</title>' },
      { item: '<description>\n  All about roots.\n\n</description><title/><guid> </guid>' },
      { item: '<pubDate>\nMon, 05 Jan 2026 10:00:00 +0000\n</pubDate>' },
    ],
  },
  check: (report) => {
    // A host writes all its feeds in one way: what is around the text is said once for each element.
    const isNew = firstTime()
    return {
      element: (node: FeedNode) => {
        if (!oneLine.has(node.name)) return
        const { name, text } = node
        const trimmed = text.trim()
        if (trimmed === '') return
        if (/[\r\n]/.test(trimmed))
          report(node, `There is a line break in ${name}: ${quoted(trimmed)}.`, { part: 'text', cause: name })
        if (trimmed !== text && isNew(name))
          report(node, `There is white space around the text of ${name}: ${quoted(trimmed)}.`, {
            part: 'text',
            level: identities.has(name) ? 'warning' : 'info',
          })
      },
    }
  },
})

import { childrenNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const types: readonly string[] = ['episodic', 'serial']

export const itunesTypeValue = defineRule({
  id: 'itunes-type-value',
  level: 'error',
  platforms: ['apple', 'w3c'],
  summary: 'The show’s type is episodic or serial, in lower case.',
  why: 'Apps take a show of another type for an episodic one, and show the newest episode first.',
  mend: 'Write `type: serial` in podcast.yaml if the episodes are to be heard in order; otherwise `type: episodic`, or nothing.',
  source: sources.apple,
  examples: {
    bad: [
      { channel: '<itunes:type>series</itunes:type>' },
      { channel: '<itunes:type>audio</itunes:type>' },
      { channel: '<itunes:type>Serial</itunes:type>' },
    ],
    good: [
      { channel: '<itunes:type> serial </itunes:type>' },
      { channel: '<itunes:type/>' },
      { without: ['itunes:type'] },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      for (const node of childrenNamed(channel, 'itunes:type')) {
        const type = textOf(node)
        if (type === '' || types.includes(type)) continue
        if (types.includes(type.toLowerCase()))
          report(node, `The show’s type ${quoted(type)} is not written in lower case.`, {
            part: 'text',
            level: 'warning',
            hint: `Write “${type.toLowerCase()}”.`,
          })
        else report(node, `${quoted(type)} is not a type of show.`, { part: 'text' })
      }
    },
  }),
})

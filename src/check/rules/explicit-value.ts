import { childrenNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { explicitMeaning, isPlainExplicit } from '../explicit.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'
import { startTally, times } from '../tally.ts'

export const explicitValue = defineRule({
  id: 'explicit-value',
  level: 'error',
  platforms: ['apple', 'w3c'],
  summary: 'Marks for explicit content are true or false.',
  why: 'Apps overlook other words, and then show the episode as not explicit.',
  mend: 'Write `explicit: true` or `explicit: false`; in a feed, the words “true” and “false” themselves.',
  source: sources.apple,
  examples: {
    bad: [
      { channel: '<itunes:explicit>maybe</itunes:explicit>' },
      { channel: '<itunes:explicit>no</itunes:explicit>' },
      { item: '<itunes:explicit>clean</itunes:explicit>' },
      { item: '<itunes:explicit>1</itunes:explicit>' },
    ],
    good: [
      { channel: '<itunes:explicit>\ntrue </itunes:explicit>' },
      { item: '<itunes:explicit>False</itunes:explicit>' },
      { item: '<itunes:explicit/>' },
    ],
  },
  check: (report) => {
    // Whole feeds have them, on every episode.
    const old = startTally()
    const look = (node: FeedNode): void => {
      for (const explicit of childrenNamed(node, 'itunes:explicit')) {
        const text = textOf(explicit)
        if (text === '' || isPlainExplicit(text)) continue
        if (explicitMeaning(text) !== undefined) old.add(text.toLowerCase(), explicit, 'text')
        else report(explicit, `${quoted(text)} does not say whether something is explicit.`, { part: 'text' })
      }
    }
    return {
      item: look,
      liveItem: look,
      channel: (channel) => {
        look(channel)
        for (const [word, counted] of old.entries()) {
          const meaning = explicitMeaning(word)
          report(counted.spot, `“${word}” is an old word for “${meaning}”${times(counted)}.`, {
            // Whoever overlooks the word takes it for false.
            level: meaning === true ? 'warning' : 'info',
            hint: `Apps still read it; but Apple has only true and false now. Write “${meaning}”.`,
          })
        }
      },
    }
  },
})

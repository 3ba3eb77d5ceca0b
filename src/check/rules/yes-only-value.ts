import { childrenNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'
import { startTally, times } from '../tally.ts'

const names = ['itunes:block', 'itunes:complete'] as const

/** They are meant to do nothing, and do nothing. */
const negatives: readonly string[] = ['no', 'false', '0', 'n', 'off']

export const yesOnlyValue = defineRule({
  id: 'yes-only-value',
  level: 'warning',
  platforms: ['apple'],
  summary: 'Where itunes:block or itunes:complete stands, it says “Yes”.',
  why: 'No other word has a meaning: the show or episode is shown all the same.',
  mend: 'Write `block: true` or `complete: true`, or leave the key out; in a feed, “Yes” or no such element.',
  source: sources.apple,
  examples: {
    bad: [
      { channel: '<itunes:block>true</itunes:block>' },
      { channel: '<itunes:complete>1</itunes:complete>' },
      { item: '<itunes:block>clean</itunes:block>' },
      { item: '<itunes:block>no</itunes:block>' },
    ],
    good: [
      { channel: '<itunes:block>Yes</itunes:block><itunes:complete> yes </itunes:complete>' },
      { item: '<itunes:block/>' },
      { channel: '<podcast:block>no</podcast:block>' },
    ],
  },
  check: (report) => {
    const idle = startTally()
    const look = (node: FeedNode): void => {
      for (const flag of names.flatMap((name) => childrenNamed(node, name))) {
        const text = textOf(flag)
        if (text === '' || text.toLowerCase() === 'yes') continue
        if (negatives.includes(text.toLowerCase())) idle.add(flag.name, flag, 'text')
        else report(flag, `${quoted(text)} does nothing in ${flag.name}: apps act on “Yes” only.`, { part: 'text' })
      }
    }
    return {
      item: look,
      liveItem: look,
      channel: (channel) => {
        look(channel)
        for (const [name, counted] of idle.entries())
          report(counted.spot, `“${name}” does nothing here, as it does not say “Yes”${times(counted)}.`, {
            level: 'info',
            hint: 'Leave it out.',
          })
      },
    }
  },
})

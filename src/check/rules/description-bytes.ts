import { childrenNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { byteLength } from '../../text/words.ts'
import { sources } from '../sources.ts'

/** Markup counts, too. @see spec/rss-itunes-psp.md §4 Bytes */
const most = 4000

export const descriptionBytes = defineRule({
  id: 'description-bytes',
  level: 'warning',
  platforms: ['apple', 'psp-1'],
  summary: `Descriptions have at most ${most} bytes.`,
  why: 'Apple Podcasts cuts longer ones off.',
  mend: 'Shorten it, or move the long text of an episode to its show notes; a letter with an accent has two bytes, an emoji four or more.',
  source: sources.apple,
  sameAs: ['show/long-description', 'episode/summary-too-long'],
  examples: {
    bad: [
      { channel: `<description>${'x'.repeat(4001)}</description>` },
      { item: `<description><![CDATA[${'ä'.repeat(2001)}]]></description>` },
    ],
    good: [
      { channel: `<description>\n${'x'.repeat(4000)}\n</description>` },
      { item: `<content:encoded><![CDATA[${'x'.repeat(5000)}]]></content:encoded>` },
    ],
  },
  check: (report) => {
    const look = (node: FeedNode, owner: string): void => {
      for (const description of childrenNamed(node, 'description')) {
        const bytes = byteLength(textOf(description))
        if (bytes > most)
          report(description, `The ${owner}’s description has ${bytes} bytes; apps take ${most}.`, { part: 'text' })
      }
    }
    return {
      item: (item) => look(item, 'episode'),
      liveItem: (item) => look(item, 'live episode'),
      channel: (channel) => look(channel, 'show'),
    }
  },
})

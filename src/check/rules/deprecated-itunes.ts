import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'
import { startTally, times } from '../tally.ts'

const retired: Readonly<Record<string, string>> = {
  'itunes:summary': 'Leave it out: “description” has taken its place.',
  'itunes:subtitle': 'Leave it out: apps show the beginning of “description” in its place.',
  'itunes:keywords': 'Leave it out: apps find episodes by their titles and descriptions.',
  'itunes:order': 'Leave it out: apps sort episodes by their dates, or by “itunes:episode” in a serial show.',
}

export const deprecatedItunes = defineRule({
  id: 'deprecated-itunes',
  level: 'info',
  platforms: ['apple'],
  summary: 'The feed has none of the itunes elements that Apple no longer reads.',
  why: 'They make the feed longer for every listener, and say twice what may then differ.',
  mend: 'Leave them out.',
  source: sources.apple,
  examples: {
    bad: [
      { channel: '<itunes:keywords>soil, seed</itunes:keywords>' },
      { item: '<itunes:summary>All about roots.</itunes:summary>' },
      { item: '<itunes:order>1</itunes:order>' },
    ],
    good: [{ item: '<itunes:title>Roots</itunes:title><summary>About roots.</summary>' }],
  },
  check: (report) => {
    const found = startTally()
    const look = (node: FeedNode): void => {
      for (const name of Object.keys(retired)) for (const child of childrenNamed(node, name)) found.add(name, child)
    }
    return {
      item: look,
      liveItem: look,
      channel: (channel) => {
        look(channel)
        for (const [name, counted] of found.entries())
          report(counted.spot, `Apple no longer reads “${name}”${times(counted)}.`, { hint: retired[name] as string })
      },
    }
  },
})

import type { FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { w3cMessage } from '../sources.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What stands once in each. Enclosures, categories and the podcast namespace have rules of their own. */
const everywhere =
  'title link description pubDate itunes:title itunes:author itunes:image itunes:explicit itunes:block ' +
  'itunes:summary itunes:subtitle itunes:keywords'
const inShow = words(
  `${everywhere} language copyright managingEditor webMaster lastBuildDate generator docs cloud ttl image textInput ` +
    'skipHours skipDays itunes:owner itunes:type itunes:new-feed-url itunes:complete',
)
const inEpisode = words(
  `${everywhere} guid author comments source content:encoded itunes:duration itunes:season itunes:episode ` +
    'itunes:episodeType itunes:order',
)

const isSame = (one: FeedNode, other: FeedNode): boolean =>
  one.text.trim() === other.text.trim() &&
  JSON.stringify(one.attributes) === JSON.stringify(other.attributes) &&
  one.children.length === 0 &&
  other.children.length === 0

export const duplicateElement = defineRule({
  id: 'duplicate-element',
  level: 'error',
  platforms: ['w3c'],
  summary: 'What a show or an episode has only one of stands there only once.',
  why: 'Some apps take the first and some the last, so that listeners see different things.',
  mend: 'Remove all but one.',
  source: w3cMessage('error/DuplicateElement'),
  examples: {
    bad: [
      { channel: '<title>Soil and Seed</title><title>Soil &amp; Seed</title>' },
      { channel: '<itunes:author>Ada</itunes:author><itunes:author>Ada</itunes:author>' },
      { item: '<guid isPermaLink="false">a-1</guid><guid isPermaLink="false">a-2</guid>' },
    ],
    good: [
      {
        channel:
          '<link>https://soil.example/</link><atom:link rel="self" type="application/rss+xml" href="https://soil.example/feed.xml"/><atom:link rel="hub" href="https://hub.example/"/>',
      },
      {
        item: '<title>Roots</title><itunes:title>Roots</itunes:title><m:title xmlns:m="http://search.yahoo.com/mrss/">Roots</m:title>',
      },
      { item: '<category>roots</category><category>soil</category>' },
      { item: '<description>Roots.</description><content:encoded><![CDATA[<p>Roots.</p>]]></content:encoded>' },
    ],
  },
  check: (report) => {
    const look = (node: FeedNode, single: ReadonlySet<string>, owner: string): void => {
      const first = new Map<string, FeedNode>()
      for (const child of node.children) {
        if (!single.has(child.name)) continue
        const before = first.get(child.name)
        if (before === undefined) first.set(child.name, child)
        else
          report(child, `The ${owner} has a second “${child.name}”.`, {
            level: isSame(before, child) ? 'warning' : 'error',
            cause: `${owner} ${child.name}`,
            related: { message: 'the first', spot: before },
          })
      }
    }
    return {
      item: (item) => look(item, inEpisode, 'episode'),
      liveItem: (item) => look(item, inEpisode, 'live episode'),
      channel: (channel) => look(channel, inShow, 'show'),
    }
  },
})

import { defineRule } from '../../model/rule.ts'
import { nearest } from '../../text/words.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const words = (text: string): readonly string[] => text.split(' ')

/** Elements of RSS. @see https://www.rssboard.org/rss-specification */
const ofRss = words(
  'title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs ' +
    'cloud ttl image rating textInput skipHours skipDays item author comments enclosure guid source',
)
/** Elements that Apple has, or had. @see spec/rss-itunes-psp.md §2 and §3 */
const ofItunes = words(
  'author block category complete duration email episode episodeType explicit image isClosedCaptioned keywords name ' +
    'new-feed-url order owner season subtitle summary title type applepodcastsverify',
)

const known: ReadonlySet<string> = new Set([...ofRss, ...ofItunes.map((name) => `itunes:${name}`)])
const byFolded: ReadonlyMap<string, string> = new Map([...known].map((name) => [name.toLowerCase(), name]))

/** Elements whose children are those. */
const parents: ReadonlySet<string> = new Set(['channel', 'item', 'podcast:liveItem', 'itunes:owner'])

export const elementSpelling = defineRule({
  id: 'element-spelling',
  level: 'warning',
  platforms: 'all',
  summary: 'Elements of RSS and of Apple are spelled as they are, with the same capital letters.',
  why: 'Apps overlook an element that is spelled in another way, as if it were not there.',
  mend: 'Correct its spelling: capital letters count.',
  source: sources.appleRequirements,
  examples: {
    bad: [
      { item: '<pubdate>Mon, 05 Jan 2026 10:00:00 +0000</pubdate>' },
      { item: '<GUID>a-1</GUID>' },
      { item: '<itunes:episodetype>bonus</itunes:episodetype>' },
      { channel: '<itunes:catagory text="Science"/>' },
    ],
    good: [
      { item: '<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate><itunes:title>Roots</itunes:title>' },
      // What nobody mistyped: elements of others, and of single hosts.
      { item: '<duration>1800</duration><Summary>Roots</Summary><itunes:link>https://soil.example/</itunes:link>' },
      { channel: '<image><url>https://soil.example/a.jpg</url><Title>Soil and Seed</Title></image>' },
      { item: '<media:Title xmlns:media="http://search.yahoo.com/mrss/">Roots</media:Title>' },
    ],
  },
  check: (report) => ({
    element: (node, around) => {
      const { name } = node
      if (known.has(name) || !parents.has(around.at(-1)?.name ?? '')) return
      const isItunes = name.startsWith('itunes:')
      if (!isItunes && node.namespace !== '') return
      const meant = byFolded.get(name.toLowerCase())
      const near = meant === undefined && isItunes ? nearest(name.slice('itunes:'.length), ofItunes) : undefined
      if (meant !== undefined)
        report(node, `${quoted(node.written)} is written ${quoted(meant)}: capital letters count.`, {
          cause: name,
          hint: `Write ${meant}.`,
        })
      else if (near !== undefined)
        report(node, `Apple has no element ${quoted(node.written)}.`, {
          cause: name,
          hint: `Did you mean itunes:${near}?`,
        })
    },
  }),
})

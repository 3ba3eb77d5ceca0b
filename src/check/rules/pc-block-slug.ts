import { childrenNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { serviceSlugs } from '../../tags/vocabulary.ts'
import { nearest } from '../../text/words.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const slugs = new Set(serviceSlugs)

export const pcBlockSlug = defineRule({
  id: 'pc-block-slug',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'podcast:block names a service by its name in the podcast namespace’s list.',
  why: 'A service looks for its own name in the list, and takes no other.',
  mend: 'Write one name of the list, in small letters, such as spotify; leave id out to block everywhere.',
  source: namespaceTag('block'),
  examples: {
    bad: [
      { channel: '<podcast:block id="Spotify">yes</podcast:block>' },
      { channel: '<podcast:block id="google podcasts">yes</podcast:block>' },
      { channel: '<podcast:block id="">yes</podcast:block>' },
    ],
    good: [{ channel: '<podcast:block id="spotify">yes</podcast:block><podcast:block>no</podcast:block>' }],
  },
  check: (report) => ({
    channel: (channel) => {
      for (const block of childrenNamed(channel, 'podcast:block')) {
        const id = block.attributes.id?.trim()
        if (id === undefined || slugs.has(id)) continue
        const near = nearest(id, serviceSlugs)
        report(block, id === '' ? 'podcast:block names no service.' : `No service has the name ${quoted(id)}.`, {
          part: '@id',
          ...(near === undefined || id === '' ? {} : { hint: `Did you mean “${near}”?` }),
        })
      }
    },
  }),
})

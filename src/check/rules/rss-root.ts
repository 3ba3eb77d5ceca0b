import { defineRule } from '../../model/rule.ts'
import { namespaceUris } from '../namespaces.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const rssRoot = defineRule({
  id: 'rss-root',
  level: 'error',
  platforms: 'all',
  summary: 'The feed is RSS 2.0 with one channel.',
  why: 'Podcast directories take no other kind of feed.',
  mend: 'Let the feed begin with <rss version="2.0"> and have one <channel> inside.',
  source: sources.rss,
  examples: {
    bad: [
      { document: '<rss><channel><title>Soil</title></channel></rss>' },
      { document: '<rss version="0.91"><channel><title>Soil</title></channel></rss>' },
      { document: '<rss version="2.0"/>' },
      { document: '<rss version="2.0"><channel/><channel/></rss>' },
      { document: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Soil</title></feed>' },
    ],
    good: [{}, { document: "<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel/></rss>" }],
  },
  check: (report) => ({
    document: ({ root, channels }) => {
      const version = root.attributes.version?.trim() ?? ''
      if (root.namespace === namespaceUris.atom) report(root, 'The feed is Atom, not RSS.')
      else if (root.name !== 'rss')
        report(root, `The feed begins with ${quoted(`<${root.written}>`)}, not with “<rss>”.`)
      else if (version === '') report(root, 'The feed does not say which version of RSS it is.')
      else if (version !== '2.0')
        report(root, `The feed says that it is RSS ${quoted(version)}, not 2.0.`, { part: '@version' })
      else if (channels === 0) report(root, 'There is no channel in the feed.')
      else if (channels > 1) report(root, `There are ${channels} channels in the feed; apps read the first.`)
    },
  }),
})

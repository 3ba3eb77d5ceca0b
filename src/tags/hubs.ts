import { listOf, url } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

export const hubs = defineTag({
  key: 'hubs',
  levels: ['channel'],
  schema: listOf(url),
  write: (values) => writeEach(values, (href) => ({ name: 'atom:link', attributes: { rel: 'hub', href } })),
  docs: {
    summary: 'WebSub hubs that tell readers at once when the feed has changed. Tell the hub after each upload.',
    spec: 'rss-itunes-psp.md §7 WebSub',
    example: 'hubs: https://hub.example.com/',
    elements: ['atom:link'],
    usedBy: 'Podcast Addict, feed readers and directories that know WebSub.',
  },
})

import { defineRule } from '../../model/rule.ts'
import { namespaceUris, usualPrefix } from '../namespaces.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const uri = namespaceUris.itunes

const shell = (declaration: string): string =>
  `<rss version="2.0" ${declaration}><channel><title>Soil</title></channel></rss>`

export const nsItunesUri = defineRule({
  id: 'ns-itunes-uri',
  level: 'error',
  platforms: ['apple', 'w3c'],
  summary: 'The itunes namespace is declared by its exact address.',
  why: 'Apps that compare it letter by letter see none of the itunes tags: no image, no category, no numbers.',
  mend: `Write xmlns:itunes="${uri}", with http and in lower case.`,
  source: sources.apple,
  examples: {
    bad: [
      { document: shell('xmlns:itunes="https://www.itunes.com/dtds/podcast-1.0.dtd"') },
      { document: shell('xmlns:itunes="http://www.itunes.com/DTDs/Podcast-1.0.dtd"') },
      { document: shell('xmlns:it="http://www.itunes.com/dtds/podcast-1.0.dtd/"') },
      { document: shell('xmlns:itunes="http://www.apple.com/itunes"') },
    ],
    good: [
      {},
      { document: shell(`xmlns:it="${uri}"`) },
      { document: shell(`xmlns:itunes='${uri}' xmlns:itunesu="http://www.itunesu.com/feed"`) },
      { document: shell('') },
    ],
  },
  check: (report) => ({
    document: ({ root, namespaces }) => {
      for (const [prefix, declared] of namespaces) {
        if (declared === uri || (prefix !== 'itunes' && usualPrefix(declared) !== 'itunes')) continue
        report(root, `The itunes namespace is declared as ${quoted(declared)}, which is not its address.`, {
          part: `@xmlns:${prefix}`,
        })
      }
    },
  }),
})

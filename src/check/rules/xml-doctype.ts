import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'

const shell = (before: string): string => `${before}<rss version="2.0"><channel><title>Soil</title></channel></rss>`

export const xmlDoctype = defineRule({
  id: 'xml-doctype',
  level: 'warning',
  platforms: 'all',
  summary: 'There is no document type (DTD) in the feed.',
  why: 'Many apps refuse feeds with a document type for safety, or do not know the names that it defines.',
  mend: 'Remove “<!DOCTYPE …>”, and write characters themselves in place of names such as “&nbsp;”.',
  source: sources.rssProfile,
  examples: {
    bad: [
      { document: shell('<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "https://soil.example/rss.dtd">') },
      { document: shell('<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY show "Soil and Seed">]>\n') },
    ],
    good: [{}, { channel: '<description><![CDATA[<!DOCTYPE html>]]></description>' }],
  },
  check: (report) => ({
    syntax: ({ kind, ...spot }) => {
      if (kind === 'doctype') report(spot, 'There is a document type (<!DOCTYPE …>) in the feed.')
    },
  }),
})

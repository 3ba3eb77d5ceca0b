import { childNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { hostOf } from '../answers.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const enclosureHttps = defineRule({
  id: 'enclosure-https',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'The audio has an https address.',
  why: 'Apps and web players refuse audio that is not encrypted, or warn of it.',
  mend: 'Write https:// if the server answers there.',
  source: sources.namespace,
  sameAs: ['episode/audio-not-https'],
  examples: {
    bad: [{ item: '<enclosure url="http://soil.example/roots.mp3" length="5" type="audio/mpeg"/>' }],
    good: [
      { item: '<enclosure url="HTTPS://soil.example/roots.mp3" length="5" type="audio/mpeg"/>' },
      { item: '<enclosure url="https://track.example/http://soil.example/a.mp3" length="5" type="audio/mpeg"/>' },
    ],
  },
  check: (report) => ({
    item: (item) => {
      const enclosure = childNamed(item, 'enclosure')
      const url = enclosure?.attributes.url?.trim() ?? ''
      if (enclosure !== undefined && /^http:/i.test(url))
        report(enclosure, `The audio is not encrypted: ${quoted(url)}.`, { part: '@url', cause: hostOf(url) })
    },
  }),
})

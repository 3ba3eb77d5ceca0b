import { defineRule } from '../../model/rule.ts'
import { firstTime } from '../answers.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const pcPrefix = defineRule({
  id: 'pc-prefix',
  level: 'warning',
  platforms: ['podcast-index', 'psp-1'],
  summary: 'The tags of the podcast namespace are written with the prefix podcast.',
  why: 'Any prefix is valid XML, but some apps look for “podcast:” and overlook other prefixes.',
  mend: 'Declare the namespace as xmlns:podcast="…", and write its tags as podcast:….',
  source: sources.namespace,
  examples: {
    bad: [
      {
        channel:
          '<pc:funding xmlns:pc="https://podcastindex.org/namespace/1.0" url="https://soil.example/">Give</pc:funding>',
      },
      {
        channel:
          '<funding xmlns="https://podcastindex.org/namespace/1.0" url="https://soil.example/">Support us</funding>',
      },
    ],
    good: [{}, { channel: '<podcast:funding url="https://soil.example/">Support us</podcast:funding>' }],
  },
  check: (report) => {
    const isFirst = firstTime()
    return {
      element: (node) => {
        if (!node.name.startsWith('podcast:') || node.written.startsWith('podcast:')) return
        const [prefix = '', local] = node.written.split(':', 2)
        const known = local === undefined ? '' : prefix
        if (!isFirst(known)) return
        const words = known === '' ? 'no prefix' : `the prefix ${quoted(known)}`
        report(node, `The tags of the podcast namespace have ${words} in this feed, not “podcast”.`)
      },
    }
  },
})

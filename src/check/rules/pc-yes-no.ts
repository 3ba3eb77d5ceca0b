import { childrenNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

/** What some readers take as well. */
const tolerated = new Set(['yes', 'no', 'true', 'false'])

export const pcYesNo = defineRule({
  id: 'pc-yes-no',
  level: 'error',
  platforms: ['podcast-index', 'psp-1'],
  summary: 'podcast:locked and podcast:block say yes or no.',
  why: 'Hosts and apps take any other word for none, so that the show is neither locked nor blocked.',
  mend: 'Write yes or no, in small letters; in podcast.yaml that is `locked: true` or `locked: false`.',
  source: namespaceTag('locked'),
  examples: {
    bad: [
      { channel: '<podcast:locked owner="hello@soil.example">locked</podcast:locked>' },
      { channel: '<podcast:locked owner="hello@soil.example">True</podcast:locked>' },
      { channel: '<podcast:block id="spotify"/>' },
    ],
    good: [
      { channel: '<podcast:locked> no </podcast:locked>' },
      { channel: '<podcast:block>yes</podcast:block><podcast:block id="spotify">no</podcast:block>' },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      for (const name of ['podcast:locked', 'podcast:block'])
        for (const node of childrenNamed(channel, name)) {
          const text = textOf(node)
          if (text === 'yes' || text === 'no') continue
          if (text === '') report(node, `${name} is empty; it says yes or no.`)
          else
            report(node, `${name} says ${quoted(text)}, not yes or no.`, {
              part: 'text',
              ...(tolerated.has(text.toLowerCase()) ? { level: 'warning' } : {}),
            })
        }
    },
  }),
})

import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { w3cMessage } from '../sources.ts'

/** Digits of a number that is likely to be the guid of another show’s episode, too. @see spec/rss-itunes-psp.md §4 guid shape */
const shortest = 9
const short = 'is a short number, which other shows’ episodes may have, too'
const changing = 'looks like a number, and becomes another one in readers that take it for one'
const numeric = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$|^0x[\da-f]+$/i

/** Why a guid is weak: what follows “The guid … ”. */
function weakness(guid: string, title: string): string | undefined {
  if (/^\d+$/.test(guid) && guid.length < shortest) return short
  if (numeric.test(guid) && String(Number(guid)) !== guid) return changing
  return guid === title ? 'is the title, which may change' : undefined
}

export const guidWeak = defineRule({
  id: 'guid-weak',
  level: 'warning',
  platforms: ['w3c', 'podcast-index'],
  summary: 'A guid is neither a number nor the title.',
  why: 'A guid must be unique among all shows and come through every reader unchanged.',
  mend: 'Leave the guids of published episodes alone; give new ones a UUID, or an address of yours with a name behind it, as `guid`.',
  source: w3cMessage('warning/NotSufficientlyUnique'),
  examples: {
    bad: [
      { item: '<guid isPermaLink="false">12</guid>' },
      { item: '<guid isPermaLink="false">0123456789</guid>' },
      { item: '<guid isPermaLink="false">12345678901234567890123</guid>' },
      { item: '<guid isPermaLink="false">1e5</guid>' },
      { item: '<guid isPermaLink="false">Roots</guid>' },
    ],
    good: [
      { item: '<guid isPermaLink="false">1234567890</guid>' },
      { item: '<guid isPermaLink="false">0e3a7a9a-2ef5-5a26-8f6b-4fd7f1b6a0c5</guid>' },
      { item: '<guid isPermaLink="false">e5</guid>' },
      { item: '<guid/><title/>' },
    ],
  },
  check: (report) => ({
    item: (item) => {
      const node = childNamed(item, 'guid')
      const guid = textOf(node)
      if (node === undefined || guid === '') return
      const problem = weakness(guid, textOf(childNamed(item, 'title')))
      if (problem !== undefined) report(node, `The guid ${quoted(guid)} ${problem}.`, { part: 'text', cause: problem })
    },
  }),
})

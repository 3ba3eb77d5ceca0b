import { textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { podcastElements } from '../podcast-elements.ts'
import { sources } from '../sources.ts'

/** As people count them. */
const characters = (text: string): number => [...text].length

const words = (length: number): string => 'x'.repeat(length)

export const pcTextLength = defineRule({
  id: 'pc-text-length',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'Names and texts of the podcast namespace are not longer than apps take.',
  why: 'Apps may cut off what is longer.',
  mend: 'Shorten it.',
  source: sources.namespace,
  examples: {
    bad: [
      { item: `<podcast:person>${words(129)}</podcast:person>` },
      { item: `<podcast:episode display="${words(33)}">5</podcast:episode>` },
      { channel: `<podcast:txt>${words(4001)}</podcast:txt>` },
    ],
    good: [
      { item: `<podcast:person>${words(128)}</podcast:person><podcast:episode display="Ch. 5">5</podcast:episode>` },
      { channel: `<podcast:txt purpose="verify">${'🌱'.repeat(4000)}</podcast:txt>` },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const known = podcastElements.get(node.name)
      if (known === undefined) return
      const limit = known.text?.longest ?? Number.POSITIVE_INFINITY
      const length = characters(textOf(node))
      if (length > limit)
        report(node, `The text of ${node.name} has ${length} characters; apps take ${limit}.`, { part: 'text' })
      for (const [name, { longest = Number.POSITIVE_INFINITY }] of Object.entries(known.attributes)) {
        const its = characters(node.attributes[name]?.trim() ?? '')
        if (its > longest)
          report(node, `The “${name}” of ${node.name} has ${its} characters; apps take ${longest}.`, {
            part: `@${name}`,
          })
      }
    },
  }),
})

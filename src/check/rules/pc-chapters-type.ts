import { defineRule } from '../../model/rule.ts'
import { firstTime } from '../answers.ts'
import { bareType } from '../mime.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const right = 'application/json+chapters'
const chapters = (type: string): string => `<podcast:chapters url="https://soil.example/1.json" type="${type}"/>`

export const pcChaptersType = defineRule({
  id: 'pc-chapters-type',
  level: 'warning',
  platforms: ['podcast-index', 'apple'],
  summary: `The type of podcast:chapters is ${right}.`,
  why: 'Apps that compare the type show no chapters.',
  mend: `Write ${right}.`,
  source: namespaceTag('chapters'),
  examples: {
    bad: [{ item: chapters('text/json') }, { item: chapters('application/json') }],
    good: [{ item: chapters(right) }, { item: '<podcast:chapters url="https://soil.example/1.json"/>' }],
  },
  check: (report) => {
    const isFirst = firstTime()
    return {
      element: (node) => {
        if (node.name !== 'podcast:chapters') return
        const type = node.attributes.type?.trim() ?? ''
        if (type === '' || type === right) return
        // The namespace's own example has application/json, and apps take it: once is enough.
        const isTolerated = ['application/json', right].includes(bareType(type))
        if (isTolerated && !isFirst(type)) return
        report(node, `The type of the chapters is ${quoted(type)}, not ${right}.`, {
          part: '@type',
          ...(isTolerated ? { level: 'info' } : {}),
        })
      },
    }
  },
})

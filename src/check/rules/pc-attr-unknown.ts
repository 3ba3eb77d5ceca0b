import { defineRule } from '../../model/rule.ts'
import { firstTime } from '../answers.ts'
import { attributesMissing, attributesUnknown } from '../podcast-elements.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const pcAttrUnknown = defineRule({
  id: 'pc-attr-unknown',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'The tags of the podcast namespace have no attributes but their own.',
  why: 'Apps overlook an attribute that is spelled in another way, capital letters included.',
  mend: 'Correct its spelling, or remove it.',
  source: sources.namespace,
  examples: {
    bad: [
      { item: '<podcast:person Role="guest">Bo Fig</podcast:person>' },
      { item: '<podcast:image href="https://soil.example/1.jpg" alt="Roots" aspectRatio="1/1"/>' },
      { item: '<podcast:transcript url="https://soil.example/1.vtt" type="text/vtt" lang="en"/>' },
      { channel: '<podcast:funding platform="patreon" url="https://soil.example/give">Support us</podcast:funding>' },
    ],
    good: [
      { item: '<podcast:image href="https://soil.example/1.jpg" alt="Roots" aspect-ratio="1/1"/>' },
      // That startTime is missing is told by pc-attr-required.
      { item: '<podcast:soundbite starttime="5" duration="20"/>' },
      { channel: '<podcast:locked email="hello@soil.example">yes</podcast:locked>' },
      { item: '<podcast:person xml:lang="en" xmlns:x="urn:x" x:id="5">Bo Fig</podcast:person>' },
    ],
  },
  check: (report) => {
    const isFirst = firstTime()
    return {
      element: (node) => {
        if (!node.name.startsWith('podcast:')) return
        const missing = attributesMissing(node)
        for (const { written, meant } of attributesUnknown(node)) {
          const part = `@${written}` as const
          if (meant !== undefined) {
            if (!missing.includes(meant))
              report(node, `The attribute ${quoted(written)} of ${node.name} is spelled “${meant}”.`, {
                part,
                cause: `${node.name} ${written}`,
                hint: `Write ${meant}.`,
              })
            continue
          }
          // As the lock’s owner, which pc-locked-owner speaks of.
          if (node.name === 'podcast:locked' && written === 'email' && node.attributes.owner === undefined) continue
          if (!isFirst(`${node.name} ${written}`)) continue
          report(node, `${node.name} has no attribute ${quoted(written)} in the podcast namespace; apps ignore it.`, {
            part,
            level: 'info',
            hint: 'Leave it as it is, or remove it.',
          })
        }
      },
    }
  },
})

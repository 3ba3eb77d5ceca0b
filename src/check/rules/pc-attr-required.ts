import { defineRule } from '../../model/rule.ts'
import { attributesMissing, attributesUnknown } from '../podcast-elements.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const pcAttrRequired = defineRule({
  id: 'pc-attr-required',
  level: 'error',
  platforms: ['podcast-index', 'psp-1'],
  summary: 'Each tag of the podcast namespace has the attributes that it needs.',
  why: 'Apps ignore a tag that lacks one of them.',
  mend: 'Add the attribute, or remove the tag.',
  source: sources.namespace,
  examples: {
    bad: [
      { item: '<podcast:transcript url="https://soil.example/1.vtt"/>' },
      { item: '<podcast:soundbite startTime="5" duration=" ">Worms</podcast:soundbite>' },
      {
        channel:
          '<podcast:podroll><podcast:remoteItem feedguid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/></podcast:podroll>',
      },
      { item: '<podcast:socialInteract protocol="activitypub"/>' },
      { channel: '<podcast:value type="lightning"/>' },
    ],
    good: [
      { item: '<podcast:socialInteract protocol="disabled"/>' },
      { channel: '<podcast:funding url="https://soil.example/give">Support us</podcast:funding>' },
      { channel: '<podcast:locked>no</podcast:locked><podcast:person>Ada Fern</podcast:person>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const missing = attributesMissing(node)
      if (missing.length === 0) return
      const unknown = attributesUnknown(node)
      for (const name of missing) {
        const instead = unknown.find(({ meant }) => meant === name)?.written
        if (instead !== undefined)
          report(node, `${node.name} has no “${name}”, but one that is written ${quoted(instead)}.`, {
            part: `@${instead}`,
            cause: `${node.name} ${instead}`,
            hint: `Write ${name}${instead.toLowerCase() === name.toLowerCase() ? ': capital letters count' : ''}.`,
          })
        else if (node.attributes[name] !== undefined)
          report(node, `The “${name}” of ${node.name} is empty.`, {
            part: `@${name}`,
            cause: `${node.name} ${name} empty`,
          })
        else
          report(node, `${node.name} has no “${name}”.`, {
            cause: `${node.name} ${name}`,
            hint: `Add ${name}="…" to it, or remove it.`,
          })
      }
    },
  }),
})

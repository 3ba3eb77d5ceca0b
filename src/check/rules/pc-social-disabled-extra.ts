import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

const isDisabled = ({ attributes }: FeedNode): boolean => attributes.protocol?.trim().toLowerCase() === 'disabled'

const disabled = '<podcast:socialInteract protocol="disabled"/>'
const other = '<podcast:socialInteract protocol="activitypub" uri="https://social.example/@soil/5"/>'

export const pcSocialDisabledExtra = defineRule({
  id: 'pc-social-disabled-extra',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'A podcast:socialInteract that turns comments off stands alone.',
  why: 'Apps cannot tell whether there are comments or not.',
  mend: 'Write only <podcast:socialInteract protocol="disabled"/>, or remove it.',
  source: namespaceTag('social-interact'),
  examples: {
    bad: [
      { item: disabled + other },
      { channel: '<podcast:socialInteract protocol="disabled" uri="https://social.example/@soil/5"/>' },
    ],
    good: [{ item: disabled, channel: other }, { item: '<podcast:socialInteract protocol="disabled" uri=""/>' }],
  },
  check: (report) => {
    const check = (parent: FeedNode): void => {
      const all = childrenNamed(parent, 'podcast:socialInteract')
      for (const node of all.filter(isDisabled)) {
        if (all.length > 1)
          report(node, 'Comments are turned off here, but there are other tags for comments beside it.')
        const extra = Object.keys(node.attributes).find(
          (name) => name !== 'protocol' && !name.includes(':') && node.attributes[name]?.trim() !== '',
        )
        if (extra !== undefined)
          report(node, `Comments are turned off here, but there is also “${extra}”.`, { part: `@${extra}` })
      }
    }
    return { item: check, liveItem: check, channel: check }
  },
})

import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

/** Host, Co-Host, Guest Host; who has no role is a host. */
const isHost = ({ attributes }: FeedNode): boolean => {
  const role = attributes.role?.trim().toLowerCase() ?? ''
  return role === '' || /\bhost$/.test(role)
}

const hosts = '<podcast:person>Ada Fern</podcast:person>'
const guest = '<podcast:person role="guest">Bo Fig</podcast:person>'

export const pcPersonItemHosts = defineRule({
  id: 'pc-person-item-hosts',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'An episode that names people names the hosts, too.',
  why: 'Its people replace all people of the show, so that apps show the episode without the hosts.',
  mend: 'Add the hosts to the `persons` of the episode.',
  source: namespaceTag('person'),
  examples: {
    bad: [{ channel: hosts, item: guest }],
    good: [
      { channel: hosts, item: guest + hosts },
      { channel: hosts, item: '<podcast:person role="Guest Host">Bo Fig</podcast:person>' },
      { channel: hosts },
      // The show names no hosts that could vanish.
      { item: guest },
    ],
  },
  check: (report) => {
    const check = (item: FeedNode, channel: FeedNode): void => {
      const people = childrenNamed(item, 'podcast:person')
      const [first] = people
      if (first === undefined || people.some(isHost) || !childrenNamed(channel, 'podcast:person').some(isHost)) return
      report(first, 'The episode names people, but none of them is a host.')
    }
    return { item: check, liveItem: check }
  },
})

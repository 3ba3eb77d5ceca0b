import type { FeedNode } from '../../model/feed-node.ts'
import { defineRule, type Report } from '../../model/rule.ts'
import { personTaxonomy } from '../../tags/vocabulary.ts'
import { nearest } from '../../text/words.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const groups = new Map(Object.keys(personTaxonomy).map((group) => [group.toLowerCase(), group]))
/** Each role, and the groups that have it. */
const rolesIn = new Map<string, string[]>()
for (const [group, roles] of Object.entries(personTaxonomy))
  for (const role of roles) rolesIn.set(role.toLowerCase(), [...(rolesIn.get(role.toLowerCase()) ?? []), group])

const didYouMean = (word: string, known: Iterable<string>): { hint?: string } => {
  const near = nearest(word, known)
  return near === undefined ? {} : { hint: `Did you mean “${near}”?` }
}

function checkPerson(node: FeedNode, report: Report): void {
  const role = node.attributes.role?.trim() ?? ''
  const group = node.attributes.group?.trim() ?? ''
  const known = rolesIn.get(role === '' ? 'host' : role.toLowerCase())
  const itsGroup = groups.get(group === '' ? 'cast' : group.toLowerCase())
  if (known === undefined)
    report(node, `${quoted(role)} is no role that apps know.`, { part: '@role', ...didYouMean(role, rolesIn.keys()) })
  if (itsGroup === undefined)
    report(node, `${quoted(group)} is no group of roles that apps know.`, {
      part: '@group',
      ...didYouMean(group, groups.keys()),
    })
  if (known === undefined || itsGroup === undefined || known.includes(itsGroup)) return
  const right = known.map((one) => `“${one.toLowerCase()}”`).join(' or ')
  if (group === '')
    report(node, `${quoted(role)} is a role of the group ${right}, but no group is named, so that apps take cast.`, {
      part: '@role',
      level: 'info',
      hint: `Add group=${right}; in frontmatter, \`group\` beside \`role\`.`,
    })
  else if (role === '')
    report(node, `The group ${quoted(group)} is named without a role, so that apps take the person for a host.`, {
      part: '@group',
      level: 'info',
      hint: 'Name the role, too.',
    })
  else
    report(node, `The group ${quoted(group)} has no role ${quoted(role)}.`, {
      part: '@group',
      hint: `Write ${right} as the group, or another role.`,
    })
}

export const pcPersonTaxonomy = defineRule({
  id: 'pc-person-taxonomy',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'People have a role of the podcast taxonomy, in the group that it belongs to.',
  why: 'Apps show a person with an unknown role as a host, or not at all.',
  mend: 'Write a role and a group of podcasttaxonomy.com, such as guest and cast.',
  source: namespaceTag('person'),
  examples: {
    bad: [
      { item: '<podcast:person role="cohost">Ada Fern</podcast:person>' },
      { item: '<podcast:person role="guest" group="writing">Bo Fig</podcast:person>' },
      { item: '<podcast:person role="editor">Bo Fig</podcast:person>' },
      { item: '<podcast:person group="audio">Bo Fig</podcast:person>' },
      { item: '<podcast:person group="visuals">Bo Fig</podcast:person>' },
    ],
    good: [
      { item: '<podcast:person>Ada Fern</podcast:person><podcast:person role="" group="">Bo Fig</podcast:person>' },
      { item: '<podcast:person role="Co-Host" group="CAST">Ada Fern</podcast:person>' },
      { item: '<podcast:person group="visuals" role="Cover Art Designer">Becky Smith</podcast:person>' },
      { item: '<podcast:person group="video post-production" role="editor">Bo Fig</podcast:person>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name === 'podcast:person') checkPerson(node, report)
    },
  }),
})

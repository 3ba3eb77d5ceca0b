import type { FeedNode } from '../../model/feed-node.ts'
import { defineRule, type FindingOptions } from '../../model/rule.ts'
import { personTaxonomy } from '../../tags/vocabulary.ts'
import { nearest } from '../../text/words.ts'
import { mediumOf } from '../medium.ts'
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

/** `audio post-production`, as an attribute. */
const inQuotes = (groups: readonly string[]): string => groups.map((one) => `"${one.toLowerCase()}"`).join(' or ')

/** What is wrong with the role and group of a person; undefined if nothing is. */
function problemOf({
  attributes,
}: FeedNode): { readonly message: string; readonly options: FindingOptions } | undefined {
  const role = attributes.role?.trim() ?? ''
  const group = attributes.group?.trim() ?? ''
  const known = rolesIn.get(role === '' ? 'host' : role.toLowerCase())
  const itsGroup = groups.get(group === '' ? 'cast' : group.toLowerCase())
  if (itsGroup === undefined)
    return {
      message: `${quoted(group)} is no group of roles that apps know.`,
      options: { part: '@group', ...didYouMean(group, groups.keys()) },
    }
  if (known === undefined)
    return {
      message: `${quoted(role)} is no role that apps know.`,
      options: { part: '@role', ...didYouMean(role, rolesIn.keys()) },
    }
  if (known.includes(itsGroup)) return undefined
  if (group === '')
    return {
      message: `${quoted(role)} is no role of the group cast, which apps take as no group is named.`,
      options: {
        part: '@role',
        level: 'info',
        hint: `Add group=${inQuotes(known)}; in frontmatter, \`group\` beside \`role\`.`,
      },
    }
  if (role === '')
    return {
      message: `The group ${quoted(group)} is named without a role, so that apps take the person for a host.`,
      options: { part: '@group', level: 'info', hint: 'Name the role, too.' },
    }
  return {
    message: `The group ${quoted(group)} has no role ${quoted(role)}.`,
    options: { part: '@group', hint: `Write group=${inQuotes(known)}, or another role.` },
  }
}

/** The taxonomy is one of podcasts: bands and films have people that it does not know. */
const isPodcast = (channel: FeedNode | undefined): boolean => channel === undefined || mediumOf(channel) === 'podcast'

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
      {
        channel: '<podcast:medium>music</podcast:medium>',
        item: '<podcast:person group="band" role="guitar">Bo Fig</podcast:person>',
      },
    ],
    good: [
      { item: '<podcast:person>Ada Fern</podcast:person><podcast:person role="" group="">Bo Fig</podcast:person>' },
      { item: '<podcast:person role="Co-Host" group="CAST">Ada Fern</podcast:person>' },
      { item: '<podcast:person group="visuals" role="Cover Art Designer">Becky Smith</podcast:person>' },
      { item: '<podcast:person group="video post-production" role="editor">Bo Fig</podcast:person>' },
    ],
  },
  check: (report) => ({
    element: (node, [channel]) => {
      const problem = node.name === 'podcast:person' ? problemOf(node) : undefined
      if (problem === undefined) return
      const { message, options } = problem
      // The same people have the same roles, episode after episode.
      report(node, message, { cause: message, ...options, ...(isPodcast(channel) ? {} : { level: 'info' }) })
    },
  }),
})

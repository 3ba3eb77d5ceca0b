import { defineRule } from '../../model/rule.ts'
import { namespaceUris, usualPrefix } from '../namespaces.ts'
import { sources } from '../sources.ts'

const needed = ['itunes', 'podcast', 'atom'] as const

const declarationOf = (prefix: string): string => `xmlns:${prefix}="${namespaceUris[prefix]}"`

const shell = (declarations: string): string =>
  `<rss version="2.0" ${declarations}><channel><title>Soil</title></channel></rss>`

/** Only the Podcast Standards Project asks for it: to others, a feed without these tags needs no namespaces. */
export const nsMissing = defineRule({
  id: 'ns-missing',
  level: 'info',
  platforms: ['psp-1'],
  levels: { 'psp-1': 'error' },
  summary: 'The namespaces itunes, podcast and atom are declared.',
  why: 'Without them the feed can have none of the tags that podcast apps read.',
  mend: `Add to the feed’s first tag, <rss>: ${needed.map(declarationOf).join(' ')}.`,
  source: sources.psp,
  examples: {
    bad: [{ document: shell('') }, { document: shell(`${declarationOf('itunes')} ${declarationOf('atom')}`) }],
    good: [
      {},
      { document: shell(needed.map(declarationOf).join(' ')) },
      {
        document: shell(
          `xmlns:i="${namespaceUris.itunes}" xmlns:p="${namespaceUris.podcast}" xmlns:a="${namespaceUris.atom}"`,
        ),
      },
    ],
  },
  check: (report) => {
    /** Those that are used all the same: xml-well-formed and pc-namespace-undeclared say so. */
    const used = new Set<string>()
    return {
      syntax: ({ kind, problem }) => {
        if (kind === 'prefix') used.add(/"(.*)"/.exec(problem)?.[1] ?? '')
      },
      document: ({ root, namespaces }) => {
        if (root.name !== 'rss') return
        const declared = new Set([...namespaces].flatMap(([prefix, uri]) => [prefix, usualPrefix(uri)]))
        const missing = needed.filter((prefix) => !declared.has(prefix) && !used.has(prefix))
        if (missing.length === 0) return
        const names = missing.map((prefix) => `“${prefix}”`).join(' and ')
        report(root, `The feed does not declare the ${missing.length === 1 ? 'namespace' : 'namespaces'} ${names}.`, {
          hint: `Add to the feed’s first tag, <rss>: ${missing.map(declarationOf).join(' ')}.`,
        })
      },
    }
  },
})

import { defineRule } from '../../model/rule.ts'
import { namespaceUris, usualPrefix } from '../namespaces.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const shell = (declaration: string, item: string): string =>
  `<rss version="2.0"${declaration}><channel><title>Soil</title><item><title>Roots</title>${item}</item></channel></rss>`
const transcript = (prefix: string): string =>
  `<${prefix}:transcript url="https://soil.example/1.vtt" type="text/vtt"/>`

export const pcNamespaceUndeclared = defineRule({
  id: 'pc-namespace-undeclared',
  level: 'error',
  platforms: ['podcast-index', 'psp-1'],
  summary: 'A feed that uses tags such as podcast:transcript declares their namespace.',
  why: 'Without it the feed is no valid XML, and apps drop the tags or the whole feed.',
  mend: `Add xmlns:podcast="${namespaceUris.podcast}" to the feed’s first tag, <rss>.`,
  source: sources.namespace,
  examples: {
    bad: [
      { document: shell('', transcript('podcast')) },
      { document: shell(' xmlns:podcast="https://podcasts.example/tags"', transcript('podcast')) },
    ],
    good: [
      { document: shell('', '') },
      { document: shell(' xmlns:pc="https://podcastindex.org/namespace/1.0"', transcript('pc')) },
      {
        document: shell(
          ' xmlns:podcast="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"',
          transcript('podcast'),
        ),
      },
    ],
  },
  check: (report) => {
    let isSaid = false
    return {
      element: (node) => {
        if (isSaid || !node.written.startsWith('podcast:') || usualPrefix(node.namespace) === 'podcast') return
        isSaid = true
        if (node.namespace === '' || node.namespace === 'podcast')
          report(node, `The feed uses ${quoted(node.written)}, but does not say what “podcast:” stands for.`)
        else
          report(node, `“podcast:” stands for ${quoted(node.namespace)} here, which is not the podcast namespace.`, {
            level: 'warning',
          })
      },
    }
  },
})

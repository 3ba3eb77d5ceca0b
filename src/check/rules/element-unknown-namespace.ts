import { defineRule } from '../../model/rule.ts'
import { firstTime } from '../answers.ts'
import { isKnownNamespace } from '../known-namespaces.ts'
import { namespaceUris } from '../namespaces.ts'
import { quoted } from '../quoted.ts'
import { w3cMessage } from '../sources.ts'

/** What has rules of its own: ns-itunes-uri and pc-namespace-undeclared. */
const others: readonly string[] = ['itunes', 'podcast', 'xml', 'xmlns']

export const elementUnknownNamespace = defineRule({
  id: 'element-unknown-namespace',
  level: 'warning',
  platforms: ['w3c'],
  summary: 'Elements with a prefix belong to a namespace that is known.',
  why: 'Apps overlook elements whose namespace they do not know.',
  mend: 'Compare the address behind xmlns: in the feed’s first tag with that in the namespace’s description, or leave the elements out.',
  source: w3cMessage('warning/UnknownNamespace'),
  examples: {
    bad: [
      {
        channel:
          '<atom:link xmlns:atom="http://w3.org/2005/Atom" rel="hub" href="https://soil.example/hub"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" type="application/rss+xml" href="https://soil.example/feed.xml"/>',
      },
      { item: '<soil:depth xmlns:soil="https://soil.example/xmlns">3</soil:depth>' },
    ],
    good: [
      {},
      { item: '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Ada Fern</dc:creator>' },
      { item: '<m:content xmlns:m="http://search.yahoo.com/mrss/" url="https://soil.example/roots.jpg"/>' },
      { item: '<a10:updated xmlns:a10="http://www.w3.org/2005/Atom">2026-01-05T10:00:00Z</a10:updated>' },
      { item: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      { item: '<rawvoice:poster xmlns:rawvoice="http://www.rawvoice.com/rawvoiceRssModule/"/>' },
      { item: '<rawvoice:pid xmlns:rawvoice="https://blubrry.com/developer/rawvoice-rss/">1</rawvoice:pid>' },
    ],
  },
  check: (report) => {
    const isFirst = firstTime()
    return {
      element: (node) => {
        const [prefix = '', local] = node.written.split(':', 2)
        const { namespace } = node
        // A prefix that is not declared is told as broken XML.
        if (local === undefined || namespace === '' || namespace === prefix || others.includes(prefix)) return
        if (isKnownNamespace(namespace) || !isFirst(`${prefix} ${namespace}`)) return
        const usual = Object.hasOwn(namespaceUris, prefix) ? namespaceUris[prefix] : undefined
        if (usual === undefined)
          report(node, `${quoted(node.written)} belongs to the namespace ${quoted(namespace)}, which few apps know.`, {
            level: 'info',
            hint: 'Leave it if it is meant for a program that knows it; all others overlook it.',
          })
        else
          report(node, `The prefix “${prefix}” stands for ${quoted(namespace)}, which is not its usual namespace.`, {
            hint: `Declare it as xmlns:${prefix}="${usual}".`,
          })
      },
    }
  },
})

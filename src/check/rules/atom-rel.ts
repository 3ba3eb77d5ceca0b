import { defineRule } from '../../model/rule.ts'
import { nearest } from '../../text/words.ts'
import { quoted } from '../quoted.ts'
import { relOf } from '../self-links.ts'
import { w3cMessage } from '../sources.ts'

/**
 * What a link can be to a feed or an episode. `prev` is left out on purpose: it is HTML’s word for `previous`.
 * @see https://www.iana.org/assignments/link-relations/
 */
const relations: readonly string[] = (
  'about acl alternate amphtml api-catalog appendix apple-touch-icon archives author blocked-by bookmark ' +
  'c2pa-manifest canonical chapter cite-as collection compression-dictionary contents convertedfrom copyright ' +
  'create-form current deprecation describedby describes disclosure dns-prefetch duplicate edit edit-form edit-media ' +
  'enclosure external first geofeed glossary help hosts hub icon index intervalafter item last latest-version license ' +
  'linkset lrdd manifest me media-feed memento micropub modulepreload monitor next next-archive nofollow noopener ' +
  'noreferrer opener original p3pv1 payment pingback preconnect predecessor-version prefetch preload prev-archive ' +
  'preview previous privacy-policy profile publication related replies restconf ruleinput search section self service ' +
  'service-desc service-doc service-meta sponsored start status stylesheet subsection successor-version sunset tag ' +
  'terms-of-service timegate timemap type ugc up version-history via webmention working-copy working-copy-of'
).split(' ')

/** An address can say what a link is, too. */
const isAddress = (rel: string): boolean => /^[a-z][a-z0-9+.-]*:/.test(rel)

export const atomRel = defineRule({
  id: 'atom-rel',
  level: 'warning',
  platforms: ['w3c'],
  summary: 'Links (atom:link) say by a registered word what they are.',
  why: 'Apps do not know what to do with a link of another kind, and overlook it.',
  mend: 'Write one of the registered words, such as self, hub, next or previous, as the link’s rel.',
  source: w3cMessage('warning/UnregisteredAtomLinkRel'),
  examples: {
    bad: [
      {
        channel:
          '<atom:link rel="self" type="application/rss+xml" href="https://soil.example/feed.xml"/><atom:link rel="prev" href="https://soil.example/feed.xml?page=1"/>',
      },
      { item: '<atom:link rel="repleis" href="https://soil.example/roots/comments"/>' },
    ],
    good: [
      { item: '<atom:link href="https://soil.example/roots/"/>' },
      { item: '<atom:link rel="http://podlove.org/deep-link" href="https://soil.example/roots/#"/>' },
      { item: '<atom:link rel="payment" href="https://soil.example/give" type="text/html"/>' },
      {
        item: '<atom:link rel="http://www.iana.org/assignments/relation/replies" href="https://soil.example/roots/#c"/>',
      },
      { item: '<atom:link rel=" Related " href="https://soil.example/leaves/"/>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name !== 'atom:link') return
      const rel = relOf(node)
      if (rel === '' || isAddress(rel) || relations.includes(rel)) return
      const meant = rel === 'prev' ? 'previous' : nearest(rel, relations)
      report(node, `${quoted(rel)} is not a registered word for what a link is.`, {
        part: '@rel',
        ...(meant === undefined ? {} : { hint: `Did you mean “${meant}”?` }),
      })
    },
  }),
})

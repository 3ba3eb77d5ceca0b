/** Namespaces that are seen in feeds, beside those whose elements mean something to castwright. Pure. */

import { usualPrefix } from './namespaces.ts'

/**
 * Without scheme, in lower case.
 * @see https://github.com/Podcastindex-org/podcast-namespace/blob/main/existing-namespaces.txt
 * @see https://validator.w3.org/feed/docs/warning/UnknownNamespace.html
 */
const others = new Set(
  // RSS itself, and what is older than podcasts.
  (
    'backend.userland.com/rss2 blogs.law.harvard.edu/tech/rss purl.org/rss/1.0 my.netscape.com/rdf/simple/0.9 ' +
    'www.w3.org/1999/02/22-rdf-syntax-ns# www.w3.org/2000/01/rdf-schema# backend.userland.com/blogchannelmodule ' +
    'webns.net/mvcb purl.org/rss/1.0/modules/taxonomy purl.org/rss/1.0/modules/image xmlns.com/foaf/0.1 ' +
    'purl.org/rss/1.0/modules/event purl.org/rss/1.0/modules/threading purl.org/rss/1.0/modules/link ' +
    // Standards that are not about feeds.
    'www.w3.org/2000/svg www.w3.org/1998/math/mathml www.w3.org/1999/xlink www.w3.org/2001/xmlschema-instance ' +
    'www.w3.org/2007/app a9.com/-/spec/opensearchrss/1.0 a9.com/-/spec/opensearch/1.1 www.opengis.net/gml ' +
    'creativecommons.org/ns# schema.org ogp.me/ns# opengraphprotocol.org/schema base.google.com/ns/1.0 ' +
    'prismstandard.org/namespaces/basic/3.0 prismstandard.org/namespaces/basic/2.0 purl.org/steeple ' +
    'www.w3.org/2003/01/geo geourl.org/rss/module www.rssboard.org/media-rss source.scripting.com w3id.org/rp/v1 ' +
    // Microsoft, Google, Facebook.
    'www.microsoft.com/schemas/rss/core/2005 schemas.google.com/g/2005 www.youtube.com/xml/schemas/2015 ' +
    'www.facebook.com/2008/fbml www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd ' +
    'www.google.com/2005/gml/b www.google.com/2005/gml/data www.google.com/2005/gml/expr ' +
    // Apple, beside itunes.
    'www.itunesu.com/feed www.itunes.com/feed www.apple.com/iweb ' +
    // Hosts of podcasts, and tools.
    'access.acast.com/schema/1.0 schema-access.acast.com/1.0 audioboom.com/rss/1.0 feed.press/xmlns ' +
    'art19.com/xmlns/rss-extensions/1.0 pinecast.com/rss-dtd/1.0 fyyd.de/fyyd-ns castbox.fm/dtds/podcast-1.0.dtd ' +
    'podfm.ru/rss/extension soundon.fm/spec/podcast-1.0 www.castfire.com/dtds/rss.dtd www.npr.org/rss ' +
    'api.npr.org/nprml podkast.nrk.no/podd-rss bbc.co.uk/2009/01/ppgrss cba.fro.at/help#feeds ' +
    'podping.info/specification/1 schema.syndicated.media/core/1.0 www.addthis.com/help/api-spec ' +
    'purl.org/net/pingback developer.longtailvideo.com rssnamespace.org/feedburner/ext/1.0'
  ).split(' '),
)

/** No URI that is known is as long, however it is written. In characters. */
const longest = 200

/** Whether a namespace is one that people know. Scheme, case and a slash at the end do not count. */
export function isKnownNamespace(uri: string): boolean {
  if (uri.length > longest) return false
  const lenient = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')
  return usualPrefix(uri) !== undefined || others.has(lenient)
}

/** The namespaces that feeds use, and the prefixes that podcast apps expect of them. @see spec/rss-itunes-psp.md §1 */

/** The exact URI of each usual prefix. */
export const namespaceUris: Readonly<Record<string, string>> = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  psc: 'http://podlove.org/simple-chapters',
  spotify: 'http://www.spotify.com/ns/rss',
  fh: 'http://purl.org/syndication/history/1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  sy: 'http://purl.org/rss/1.0/modules/syndication/',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  wfw: 'http://wellformedweb.org/CommentAPI/',
  thr: 'http://purl.org/syndication/thread/1.0',
  media: 'http://search.yahoo.com/mrss/',
  googleplay: 'http://www.google.com/schemas/play-podcasts/1.0',
  rawvoice: 'http://www.rawvoice.com/rawvoiceRssModule/',
  acast: 'https://schema.acast.com/1.0/',
  omny: 'https://omny.fm/rss-extensions',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  georss: 'http://www.georss.org/georss',
  creativeCommons: 'http://backend.userland.com/creativeCommonsRssModule',
  cc: 'http://web.resource.org/cc/',
  feedburner: 'http://rssnamespace.org/feedburner/ext/1.0',
  bitlove: 'http://bitlove.org',
  pingback: 'http://madskills.com/public/xml/rss/module/pingback/',
  trackback: 'http://madskills.com/public/xml/rss/module/trackback/',
  fireside: 'http://fireside.fm/modules/rss/fireside',
  anchor: 'https://anchor.fm/xmlns',
  xhtml: 'http://www.w3.org/1999/xhtml',
  xml: 'http://www.w3.org/XML/1998/namespace',
}

/** Other URIs that are the same namespace to readers. */
const alternatives: Readonly<Record<string, string>> = {
  'github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
  'search.yahoo.com/mrss': 'media',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  // Of newer versions of PowerPress.
  'blubrry.com/developer/rawvoice-rss': 'rawvoice',
}

/** A URI without what readers are lenient about: scheme, case, slash at the end. */
const lenient = (uri: string): string =>
  uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')

const byUri = new Map([
  ...Object.entries(namespaceUris).map(([prefix, uri]) => [lenient(uri), prefix] as const),
  // As they are mostly written, so that they are found at once.
  ...Object.entries(namespaceUris).map(([prefix, uri]) => [uri, prefix] as const),
  ...Object.entries(alternatives),
])

/** No URI that is known is as long, however it is written. In characters. */
const longest = 200

/** The usual prefix of a namespace, also where its URI is written a little differently; undefined if it is unknown. */
export const usualPrefix = (uri: string): string | undefined =>
  uri.length > longest ? undefined : (byUri.get(uri) ?? byUri.get(lenient(uri)))

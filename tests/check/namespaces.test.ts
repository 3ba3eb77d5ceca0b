import { expect, test } from 'vitest'
import { isKnownNamespace } from '../../src/check/known-namespaces.ts'
import { namespaceUris, usualPrefix } from '../../src/check/namespaces.ts'

test.each([
  'http://www.itunes.com/dtds/podcast-1.0.dtd',
  'https://access.acast.com/schema/1.0/',
  'http://www.rssboard.org/media-rss',
  'http://backend.userland.com/blogChannelModule',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://podfm.ru/RSS/extension',
  'https://schema.org/',
])('%s is known', (uri) => expect(isKnownNamespace(uri)).toBe(true))

test.each([
  'http://w3.org/2005/Atom',
  'https://soil.example/xmlns',
  '',
  'itunes',
  'https://',
  `https://schema.org/${'/'.repeat(1_000_000)}x`,
])('%j is not', (uri) => expect(isKnownNamespace(uri)).toBe(false))

test.each<[uri: string, prefix: string | undefined]>([
  ...Object.entries(namespaceUris).map(([prefix, uri]): [string, string] => [uri, prefix]),
  // Readers are lenient.
  ['https://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.itunes.com/DTDs/Podcast-1.0.dtd', 'itunes'],
  [' https://podcastindex.org/namespace/1.0/ ', 'podcast'],
  ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md', 'podcast'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['https://podcastindex.org/namespace/2.0', undefined],
  ['http://backend.userland.com/rss2', undefined],
  ['constructor', undefined],
  ['', undefined],
  [`http://www.w3.org/2005/Atom${'/'.repeat(1_000_000)}x`, undefined],
])('the usual prefix of %s is %s', (uri, prefix) => expect(usualPrefix(uri)).toBe(prefix))

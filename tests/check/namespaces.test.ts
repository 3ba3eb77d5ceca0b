import { expect, test } from 'vitest'
import { isKnownNamespace } from '../../src/check/known-namespaces.ts'

test.each([
  'http://www.itunes.com/dtds/podcast-1.0.dtd',
  'https://access.acast.com/schema/1.0/',
  'http://www.rssboard.org/media-rss',
  'http://backend.userland.com/blogChannelModule',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://podfm.ru/RSS/extension',
  'https://schema.org/',
])('%s is known', (uri) => expect(isKnownNamespace(uri)).toBe(true))

test.each(['http://w3.org/2005/Atom', 'https://soil.example/xmlns', '', 'itunes', 'https://'])('%j is not', (uri) =>
  expect(isKnownNamespace(uri)).toBe(false),
)

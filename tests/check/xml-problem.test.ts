import { expect, test } from 'vitest'
import { feedReader } from '../../src/check/read-feed.ts'
import { xmlEncoding } from '../../src/check/rules/xml-encoding.ts'
import { xmlWellFormed } from '../../src/check/rules/xml-well-formed.ts'
import { startCheck } from '../../src/check/run.ts'
import { explainXml } from '../../src/check/xml-problem.ts'
import { checkExample } from './example-feed.ts'

const messages = (document: string): string[] =>
  checkExample([xmlWellFormed], { document }).map(({ message }) => message)

test.each([
  ['<a>&nbsp;</a>', 'XML has no character of the name “&nbsp;”.'],
  ['<a>x & y; z</a>', 'Here is a single “&”, which has a meaning of its own in XML.'],
  ['<a>&#1;</a>', 'A character is written as a number here, but there is no such character.'],
  ['<a>1 < 2</a>', 'Here is a single “<”, which has a meaning of its own in XML.'],
  ['<a>\u0001</a>', 'Here is a character that may not stand in a feed, or not at this place.'],
  ['<a>]]></a>', 'Here is a “]]>” that ends no CDATA section.'],
  ['<a b=c></a>', 'A tag has an attribute that is not written as it must be.'],
  ['<a b="1"c="2"/>', 'A tag has an attribute that is not written as it must be.'],
  ['<a b="1" b="2"/>', 'An element has its attribute “b” twice.'],
  ['<x:a/>', 'The feed uses the prefix “x:”, but does not say what it stands for.'],
  ['', 'There is nothing in the feed.'],
  ['Not found', 'There is text before or after the feed.'],
  ['<a/><b/>', 'There is something after the end of the feed.'],
  ['\n<?xml version="1.0"?><a/>', 'Something stands before the XML declaration, such as an empty line.'],
  ['<?xml encoding="UTF-8"?><a/>', 'The XML declaration has a mistake.'],
])('%j is explained', (document, message) => expect(messages(document)).toEqual([message]))

test('what follows from a feed that is cut off is not told', () => {
  expect(messages('<rss><channel><item><title>Soil')).toEqual(['The feed ends before its element “title” does.'])
})

test('elements that are closed too early are told once', () => {
  expect(messages('<rss><a><b><c></rss>')).toEqual([
    'Here ends an element, but one that began inside of it has not ended yet.',
  ])
})

test('a single “&” is told, and no more comes of it', () => {
  expect(messages('<rss><a>x & y</a><b>1 &lt; 2</b></rss>')).toEqual([
    'Here is a single “&”, which has a meaning of its own in XML.',
  ])
})

test('a prefix is told once, and that of the podcast namespace by another rule', () => {
  expect(messages('<x:a><x:b/><podcast:guid/></x:a>')).toEqual([
    'The feed uses the prefix “x:”, but does not say what it stands for.',
  ])
})

test('what the parser may say one day is told in its own words', () => {
  expect(explainXml({ kind: 'syntax', problem: 'no such thing' }).message).toBe(
    'The feed is not well-formed XML here: no such thing.',
  )
  expect(explainXml({ kind: 'limit', problem: 'it is too long' }).message).toBe(
    'The feed is not read any further: it is too long.',
  )
})

test.each([
  ['utf-8', 0],
  ['UTF8', 0],
  ['us-ascii', 0],
  ['iso-8859-1', 1],
  ['windows-1252', 1],
  ['utf-16le', 1],
])('a feed that is written in %s has %i findings', (encoding, count) => {
  const check = startCheck([xmlEncoding], {}, { nowMs: 0 })
  const reader = feedReader('feed.xml', check)
  reader.write('<rss version="2.0"><channel><title>Soil</title></channel></rss>')
  reader.end({ encoding })
  expect(check.findings()).toHaveLength(count)
})

test('bytes that are no characters are told in the words of whoever read them', () => {
  const check = startCheck([xmlEncoding], {}, { nowMs: 0 })
  const place = { file: 'feed.xml', line: 3, column: 4, offset: 5 }
  check.syntax({ kind: 'encoding', problem: 'a letter is not UTF-8', place: () => place })
  expect(check.findings()).toMatchObject([{ message: 'A letter is not UTF-8.', severity: 'error', place }])
})

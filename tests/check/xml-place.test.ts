import { expect, test } from 'vitest'
import { segmentOf, wholeBefore } from '../../src/check/xml-place.ts'

const start = { offset: 100, line: 7, column: 5 }

test.each([
  ['Soil', 0, 7, 5, 100],
  ['Soil', 4, 7, 9, 104],
  ['So\nil', 3, 8, 1, 103],
  ['So\nil', 2, 7, 7, 102],
  ['\n', 0, 7, 5, 100],
  ['🌱x', 2, 7, 7, 102],
  ['Soil', -3, 7, 5, 100],
  ['Soil', 9, 7, 9, 104],
])('in %j, offset %i is line %i, column %i, offset %i of the document', (text, at, line, column, offset) =>
  expect(segmentOf('feed.xml', text, start).place(at)).toEqual({ file: 'feed.xml', line, column, offset }),
)

const long = 'x'.repeat(500)

test.each([
  ['<a>Soil</a>', 3, '<a>Soil</a>', 4],
  ['before\n  <a>\nafter', 9, '<a>', 1],
  ['before\r\n\t<a/>\r\nafter', 12, '<a/>', 4],
  ['\n', 0, '', 1],
  ['', 0, '', 1],
  ['   a', 0, 'a', 1],
  [`${long}!${long}`, 500, `${'x'.repeat(60)}!${'x'.repeat(59)}`, 61],
  [`${long}\n  <a>${long}`, 503, `<a>${'x'.repeat(115)}`, 1],
  // A character is not cut in two.
  [`!${'🌱'.repeat(80)}`, 0, `!${'🌱'.repeat(59)}`, 1],
  [`x${'🌱'.repeat(40)}y!${long}`, 82, `${'🌱'.repeat(29)}y!${'x'.repeat(60)}`, 60],
])('around %j, at %i, is the line %j, column %i', (text, offset, line, column) =>
  expect(segmentOf('feed.xml', text, start).excerpt(offset)).toEqual({ text: line, column }),
)

test.each([
  ['a🌱b', 1, 1],
  ['a🌱b', 2, 1],
  ['a🌱b', 3, 3],
  ['a🌱b', 9, 9],
])('in %j, the character at %i starts at %i', (text, offset, whole) => expect(wholeBefore(text, offset)).toBe(whole))

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedWindow } from '../../src/check/feed-window.ts'
import { placesIn } from '../../src/text/place.ts'

test('what was given is there until it is forgotten', () => {
  const window = feedWindow('feed.xml')
  for (const piece of ['<rss>\n', '<a>', 'Soil\n', '</a>']) window.add(piece)
  expect([window.start(), window.end()]).toEqual([0, 18])
  window.forget(6)
  expect([window.start(), window.end(), window.slice(0, 9), window.charAt(9)]).toEqual([6, 18, '<a>', 'S'])
  expect(window.cut(14)).toMatchObject({ text: '<a>Soil\n', start: { offset: 6, line: 2, column: 1 } })
  expect(window.keep(9)).toMatchObject({ text: '<a>', start: { offset: 6, line: 2, column: 1 } })
})

test('a spot of what is not there is that of the end next to it', () => {
  const window = feedWindow('feed.xml')
  window.add('<rss>\n<a>')
  window.forget(6)
  expect([window.spot(0).place().offset, window.spot(100).place().offset]).toEqual([6, 9])
})

test('a spot never lies inside of a character', () => {
  const window = feedWindow('feed.xml')
  window.add('a🌱b')
  expect([0, 1, 2, 3, 4].map((offset) => window.spot(offset).place().offset)).toEqual([0, 1, 1, 3, 4])
})

test('however a text comes and is forgotten, it keeps its places', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.stringMatching(/^[a\n🌱]{0,12}$/u), fc.nat(20), fc.nat(20)), { maxLength: 12 }),
      (steps) => {
        const window = feedWindow('feed.xml')
        let text = ''
        for (const [piece, forget, look] of steps) {
          window.add(piece)
          text += piece
          const { at } = placesIn('feed.xml', text)
          window.forget(Math.min(window.end(), window.start() + forget))
          const offset = Math.min(window.end(), window.start() + look)
          const { place } = window.cut(window.end())
          expect(place(offset - window.start())).toEqual(at(offset))
          expect([window.charAt(offset), window.slice(offset, offset + 3)]).toEqual([
            text.charAt(offset),
            text.slice(offset, offset + 3),
          ])
        }
      },
    ),
  ))

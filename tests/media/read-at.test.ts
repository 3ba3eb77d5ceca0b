import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPieces } from '../../src/media/read-at.ts'

test('gives the same bytes in pieces', () => {
  const looks = fc.array(fc.tuple(fc.nat({ max: 30_000 }), fc.nat({ max: 9000 })), { maxLength: 50 })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), looks, (file, list) => {
      const readAt = (offset: number, length: number) => file.subarray(offset, offset + length)
      const pieces = inPieces(readAt)
      for (const [offset, length] of list) expect([...pieces(offset, length)]).toEqual([...readAt(offset, length)])
    }),
  )
})

test('does not read again what it has', () => {
  let reads = 0
  const pieces = inPieces((_offset, length) => {
    reads++
    return new Uint8Array(length)
  })
  for (let at = 0; at < 4096; at += 16) pieces(at, 16)
  expect(reads).toBe(1)
})

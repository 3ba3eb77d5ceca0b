import { expect, test } from 'vitest'
import { walkBoxes } from '../../src/media/mp4-boxes.ts'
import { fragmentEnds } from '../../src/media/mp4-fragments.ts'
import { bytes, plainSize } from './id3.ts'

const box = (name: string, ...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array => {
  const data = bytes(...parts)
  return bytes(plainSize(data.length + 8), name, data)
}
const words = (...values: readonly number[]): number[] => values.flatMap((value) => plainSize(value))

/** Where track 1 ends. @param usual of each sample, in units */
function endOf(usual: number, ...fragments: readonly Uint8Array[]): number | undefined {
  const file = bytes(box('mvex', box('trex', words(0, 1, 1, usual, 0, 0))), ...fragments)
  const readAt = (offset: number, length: number) => file.subarray(offset, offset + length)
  const [defaults, ...moofs] = [...walkBoxes(readAt, 0, file.length)]
  if (defaults === undefined) throw new Error('no box')
  return fragmentEnds(readAt, defaults, moofs).get(1)
}

const fragment = (...boxes: readonly Uint8Array[]): Uint8Array => box('moof', box('traf', ...boxes))
const head = box('tfhd', words(0, 1))
/** Samples of the usual length. */
const plain = (count: number): Uint8Array => box('trun', words(0, count))

test.each([
  ['samples of the usual length', 1024, [fragment(head, plain(10))], 10_240],
  ['one fragment after the other', 1024, [fragment(head, plain(10)), fragment(head, plain(5))], 15_360],
  ['a start of its own', 1024, [fragment(head, box('tfdt', words(0, 50_000)), plain(10))], 60_240],
  ['a start of 64 bits', 1024, [fragment(head, box('tfdt', words(0x01000000, 1, 0)), plain(1))], 2 ** 32 + 1024],
  ['a length for the fragment', 1024, [fragment(box('tfhd', words(8, 1, 500)), plain(10))], 5000],
  ['that behind two other fields', 1024, [fragment(box('tfhd', words(0xb, 1, 0, 0, 9, 500)), plain(10))], 5000],
  ['a length for each sample', 1024, [fragment(head, box('trun', words(0x100, 3, 100, 200, 300)))], 600],
  ['that beside sizes, after an offset', 0, [fragment(head, box('trun', words(0x301, 2, 9, 100, 7, 200, 7)))], 300],
  [
    'pictures that are shown later than they come',
    0,
    [fragment(head, box('trun', words(0x900, 2, 100, 200, 100, 0)))],
    300,
  ],
  ['pictures that are shown sooner', 0, [fragment(head, box('trun', words(0x900, 2, 100, 0, 100, 2 ** 32 - 50)))], 150],
  ['two runs', 10, [fragment(head, plain(2), plain(3))], 50],
  ['more samples than there are', 10, [fragment(head, box('trun', words(0x100, 9000, 100, 100)))], 200],
  ['no samples', 10, [fragment(head)], undefined],
])('ends after %s', (_name, usual, fragments, end) => expect(endOf(usual, ...fragments)).toBe(end))

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newestFirst, type Placed } from '../../src/feed/order.ts'

const slugsInOrder = (placed: readonly Placed[]): string[] => placed.toSorted(newestFirst).map(({ slug }) => slug)

test.each<[string, Placed[], string[]]>([
  [
    'newest first',
    [
      { dateMs: 1, slug: 'old' },
      { dateMs: 3, slug: 'new' },
      { dateMs: 2, slug: 'middle' },
    ],
    ['new', 'middle', 'old'],
  ],
  [
    'on one date the higher number first, none last',
    [
      { dateMs: 1, slug: 'none' },
      { dateMs: 1, slug: 'two', episodeNumber: 2 },
      { dateMs: 1, slug: 'ten', episodeNumber: 10 },
    ],
    ['ten', 'two', 'none'],
  ],
  [
    'then by slug, by code unit',
    [
      { dateMs: 1, slug: 'a-b' },
      { dateMs: 1, slug: 'a' },
      { dateMs: 1, slug: 'B' },
    ],
    ['B', 'a', 'a-b'],
  ],
  [
    'the date counts more than the number',
    [
      { dateMs: 1, slug: 'nine', episodeNumber: 9 },
      { dateMs: 2, slug: 'one', episodeNumber: 1 },
    ],
    ['one', 'nine'],
  ],
])('%s', (_rule, placed, slugs) => expect(slugsInOrder(placed)).toEqual(slugs))

const anyPlaced = fc.uniqueArray(
  fc.record({
    dateMs: fc.integer({ min: -2, max: 2 }),
    episodeNumber: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    slug: fc.string({ minLength: 1, maxLength: 3 }),
  }),
  { selector: ({ slug }) => slug },
)

test('the order does not depend on the order that the files were found in', () => {
  fc.assert(
    fc.property(
      anyPlaced.chain((placed) =>
        fc.tuple(fc.constant(placed), fc.shuffledSubarray(placed, { minLength: placed.length })),
      ),
      ([placed, shuffled]) => {
        expect(slugsInOrder(shuffled)).toEqual(slugsInOrder(placed))
      },
    ),
  )
})

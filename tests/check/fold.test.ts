import { expect, test } from 'vitest'
import { collectFindings, few, mostFindings, type Said } from '../../src/check/fold.ts'
import { rules } from '../../src/check/rules/index.ts'
import { checkExample } from './example-feed.ts'

interface Told {
  readonly count: number
  readonly items: number
  readonly sayOf?: (index: number) => Partial<Said>
  readonly fileOf?: (index: number) => string
  readonly everything?: boolean
}

/** What is told of so many findings, as `line: message`, and how many are not. */
function told({ count, items, sayOf, fileOf, everything = false }: Told): { told: string[]; more: number } {
  const findings = collectFindings()
  for (let line = 1; line <= count; line++) {
    const said: Said = { severity: 'info', message: `The guid “${line}” has ${line} signs.`, ...sayOf?.(line) }
    const place = { file: fileOf?.(line) ?? 'feed.xml', line, column: 1, offset: line }
    findings.add(said, () => ({ code: 'guid', ...said, place }))
  }
  const all = findings.tell(items, everything)
  return { told: all.told.map(({ message, place }) => `${place?.line}: ${message}`), more: all.more }
}

test('a few are told one by one, at their places', () => {
  expect(told({ count: 2, items: 2 })).toEqual({
    told: ['1: The guid “1” has 1 signs.', '2: The guid “2” has 2 signs.'],
    more: 0,
  })
  expect(told({ count: few, items: few }).told).toHaveLength(few)
})

test('what most episodes have is told once, with their number', () => {
  const once = { told: ['1: The guid “1” has 1 signs (one of 50 in this feed).'], more: 0 }
  expect(told({ count: 50, items: 100 })).toEqual(once)
  expect(told({ count: 49, items: 100 }).told).toHaveLength(49)
  expect(told({ count: 50, items: 100, everything: true }).told).toHaveLength(50)
})

test('what has one cause is told once, however few of all episodes have it', () => {
  const sayOf = (line: number): Partial<Said> => ({ cause: line % 2 === 0 ? 'a' : 'b' })
  expect(told({ count: 2 * few + 1, items: 1000, sayOf })).toEqual({
    told: [
      `1: The guid “1” has 1 signs (one of ${few + 1} in this feed).`,
      ...[2, 4, 6, 8, 10].map((line) => `${line}: The guid “${line}” has ${line} signs.`),
    ],
    more: 0,
  })
})

test('what differs in its sentence or in how much it counts is told apart', () => {
  const sentences = ['The guid is empty.', 'The guid is short.']
  expect(told({ count: 8, items: 8, sayOf: (line) => ({ message: sentences[line % 2] as string }) }).told).toHaveLength(
    8,
  )
  const sayOf = (line: number): Partial<Said> => ({ severity: line % 2 === 0 ? 'error' : 'info', cause: 'a' })
  expect(told({ count: 8, items: 8, sayOf }).told).toHaveLength(8)
})

test('episodes that are files of their own are each told what is wrong with them', () => {
  expect(told({ count: 20, items: 20, fileOf: (line) => `episodes/${line}.md` }).told).toHaveLength(20)
})

test('no more are kept than can be told, and the others are counted', () => {
  const count = mostFindings + 7
  expect(told({ count, items: count * 3 })).toMatchObject({ told: { length: mostFindings }, more: 7 })
  expect(told({ count, items: count })).toEqual({
    told: [`1: The guid “1” has 1 signs (one of ${count} in this feed).`],
    more: 0,
  })
})

test('each item of a feed that lacks something is told where all is asked for', () => {
  const item = Array.from(
    { length: 6 },
    (_, index) => `<title>Roots ${index}</title><itunes:episode>${index + 1}</itunes:episode>`,
  )
  const noGuid = { item, without: ['item/guid'] }
  const ofGuid = (all: boolean): string[] =>
    checkExample(
      rules.filter(({ id }) => id === 'item-guid'),
      noGuid,
      { all },
    ).map(({ message }) => message)
  expect(ofGuid(false)).toEqual(['The episode has no guid (one of 6 in this feed).'])
  expect(ofGuid(true)).toEqual(Array(6).fill('The episode has no guid.'))
})

import { describe, expect, test } from 'vitest'
import { rules } from '../../src/check/rules/index.ts'
import { platforms } from '../../src/model/rule.ts'
import { checkExample } from './example-feed.ts'

const foundBy = (id: string, found: ReturnType<typeof checkExample>) => found.filter(({ code }) => code === id)

test('nothing is found in a good feed, by any rule', () => expect(checkExample(rules, {})).toEqual([]))

test('no two rules have one id, and they are sorted', () => {
  const ids = rules.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort())
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const [firstBad] = rule.examples.bad

  test.each(rule.examples.bad.map((example, index) => [index + 1, example] as const))(
    'is found in its bad example %i, at a line',
    (_number, example) => {
      const [first] = foundBy(id, checkExample(rules, example))
      expect(first).toMatchObject({ code: id, message: expect.stringMatching(/^\S.*[.?!]$/s) })
      expect(first?.place?.line).toBeGreaterThan(0)
    },
  )

  test.each(rule.examples.good.map((example, index) => [index + 1, example] as const))(
    'is not found in its good example %i',
    (_number, example) => expect(foundBy(id, checkExample(rules, example))).toEqual([]),
  )

  test('has both kinds of examples, words and a source', () => {
    expect(firstBad).toBeDefined()
    expect(rule.examples.good).not.toEqual([])
    for (const words of [rule.summary, rule.why, rule.mend]) expect(words).toMatch(/^\S[^\n]*[.?!)]$/)
    expect(URL.canParse(rule.source)).toBe(true)
    if (rule.platforms !== 'all') expect(platforms).toEqual(expect.arrayContaining([...rule.platforms]))
  })

  test('is not found where it is turned off', () => {
    const settings = { levels: new Map([[id, 'off' as const]]) }
    expect(foundBy(id, checkExample(rules, firstBad ?? {}, settings))).toEqual([])
  })

  test('is re-levelled where that is asked for', () => {
    const level = rule.level === 'info' ? 'error' : 'info'
    const found = foundBy(id, checkExample(rules, firstBad ?? {}, { levels: new Map([[id, level]]) }))
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set([level]))
  })
})

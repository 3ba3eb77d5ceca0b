import { describe, expect, test } from 'vitest'
import { type CheckSettings, commentedRules, levelOf } from '../../src/check/settings.ts'
import type { Rule } from '../../src/model/rule.ts'

const rule = (changes: Partial<Rule>): Rule => ({
  id: 'a-rule',
  level: 'warning',
  platforms: ['apple', 'psp-1'],
  summary: '',
  why: '',
  mend: '',
  source: '',
  examples: { bad: [], good: [] },
  check: () => ({}),
  ...changes,
})

describe('how much a rule counts', () => {
  test.each<[name: string, changes: Partial<Rule>, settings: CheckSettings, level: string]>([
    ['as it says', {}, {}, 'warning'],
    ['as it says, for those who care', {}, { profile: 'apple' }, 'warning'],
    ['not at all for others', {}, { profile: 'spotify' }, 'off'],
    ['for everybody', { platforms: 'all' }, { profile: 'spotify' }, 'warning'],
    ['as a platform has it', { levels: { apple: 'error' } }, { profile: 'apple' }, 'error'],
    ['as it says where another platform is stricter', { levels: { apple: 'error' } }, { profile: 'psp-1' }, 'warning'],
    ['as it says without a profile', { levels: { apple: 'error' } }, {}, 'warning'],
    ['as somebody asks', {}, { levels: new Map([['a-rule', 'info']]) }, 'info'],
    [
      'as somebody asks, whatever the platform',
      {},
      { profile: 'spotify', levels: new Map([['a-rule', 'error']]) },
      'error',
    ],
    ['not at all if somebody asks', { platforms: 'all' }, { levels: new Map([['a-rule', 'off']]) }, 'off'],
    ['as it says where somebody asks of another', {}, { levels: new Map([['b-rule', 'off']]) }, 'warning'],
  ])('%s', (_name, changes, settings, level) => expect(levelOf(rule(changes), settings)).toBe(level))
})

describe('rules in comments', () => {
  test.each([
    ['<!-- castwright: off item-title -->', 'off item-title'],
    ['<!--castwright:off item-title-->', 'off item-title'],
    ['<!-- castwright: error a-b, c-d e-f -->', 'error a-b, error c-d, error e-f'],
    ['# castwright: info a-b', 'info a-b'],
    ['title: Soil # castwright: warning a-b', 'warning a-b'],
    ['#\tcastwright:\toff\ta-b', 'off a-b'],
    ['<!-- castwright: off a-b --><!-- castwright: error c-d -->', 'off a-b, error c-d'],
    ['# castwright: off a-b\n# castwright: off c-d\n', 'off a-b, off c-d'],
    ['# castwright: off guid/duplicate, a-b', 'off guid/duplicate, off a-b'],
    // No words of ours.
    ['castwright: off a-b', ''],
    ['<!-- castwright: on a-b -->', ''],
    ['<!-- castwright: offa-b -->', ''],
    ['<!-- castwright: off -->', ''],
    ['<!-- we like castwright: off a-b -->', ''],
    ['<!-- Castwright: off a-b -->', ''],
    ['', ''],
  ])('%j', (text, found) =>
    expect(
      commentedRules(text)
        .map(({ rule: name, level }) => `${level} ${name}`)
        .join(', '),
    ).toBe(found),
  )

  test('each has the place of its name', () => {
    const text = 'title: x # castwright: off a-b,  c-d\n'
    expect(commentedRules(text).map(({ offset }) => text.slice(offset, offset + 3))).toEqual(['a-b', 'c-d'])
  })
})

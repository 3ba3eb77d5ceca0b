import { describe, expect, test } from 'vitest'
import { mostFindings } from '../../src/check/fold.ts'
import { feedReader } from '../../src/check/read-feed.ts'
import { startCheck } from '../../src/check/run.ts'
import type { CheckSettings } from '../../src/check/settings.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Report, Rule, Visitor } from '../../src/model/rule.ts'
import { placesIn } from '../../src/text/place.ts'
import { feedWith } from './reading.ts'

const ruleOf = (check: (report: Report) => Visitor, changes: Partial<Rule> = {}): Rule => ({
  id: 'a-rule',
  level: 'warning',
  platforms: ['apple'],
  summary: 'So it must be.',
  why: 'Else it is not.',
  mend: 'Make it so.',
  source: 'https://soil.example/',
  examples: { bad: [], good: [] },
  check,
  ...changes,
})

function checked(rules: readonly Rule[], document: string, settings: CheckSettings = {}): Diagnostic[] {
  const check = startCheck(rules, settings, { nowMs: 0 })
  const reader = feedReader('feed.xml', check)
  reader.write(document)
  reader.end({ encoding: 'utf-8' })
  return check.findings()
}

test('a rule sees the feed in its order: what is inside of something before the thing itself', () => {
  const seen: string[] = []
  const rule = ruleOf(() => ({
    syntax: ({ problem }) => seen.push(`syntax ${problem}`),
    element: ({ name }, parents) => seen.push([...parents.map((parent) => parent.name), name].join(' > ')),
    item: (_item, channel) => seen.push(`item beside ${channel.children.map(({ name }) => name)}`),
    liveItem: () => seen.push('live item'),
    channel: (channel, late) => seen.push(`channel of ${channel.children.length}, ${late.length} of them late`),
    document: ({ items }) => seen.push(`document of ${items}`),
  }))
  checked(
    [rule],
    feedWith(
      '<title>Soil&nbsp;</title><item><a><b/></a></item><podcast:liveItem><c/></podcast:liveItem><link>x</link>',
    ),
  )
  expect(seen).toEqual([
    'syntax undefined entity',
    'channel > item',
    'channel > item > a',
    'channel > item > a > b',
    'item beside title',
    'channel > podcast:liveItem',
    'channel > podcast:liveItem > c',
    'live item',
    'channel > title',
    'channel > link',
    'channel of 2, 1 of them late',
    'document of 1',
  ])
})

test('a finding says where it is, what it is about, and how to mend it', () => {
  const document = feedWith('<title>Soil</title>\n<item>\n  <title>A &amp; B</title></item>')
  const rule = ruleOf((report) => ({
    item: ({ children: [title] }, channel) => {
      const [first] = channel.children
      if (title === undefined || first === undefined) throw new Error('no titles')
      report(title, 'Something is wrong.')
      report(title, 'Something is wrong here.', { part: 'text', near: 'B', hint: 'Write C.', level: 'error' })
      report(title, 'It was so before.', { related: { message: 'first used here', spot: first } })
    },
  }))
  const { at } = placesIn('feed.xml', document)
  const common = { code: 'a-rule', severity: 'warning', hint: 'Make it so.' }
  const excerpt = { text: '<title>A &amp; B</title></item>', column: 1 }
  const start = at(document.indexOf('<title>A'))
  expect(checked([rule], document)).toEqual([
    { ...common, message: 'Something is wrong.', place: start, excerpt },
    {
      ...common,
      severity: 'error',
      message: 'Something is wrong here.',
      hint: 'Write C.',
      place: at(document.indexOf('B</title')),
      excerpt: { ...excerpt, column: 16 },
    },
    {
      ...common,
      message: 'It was so before.',
      place: start,
      excerpt,
      related: [{ message: 'first used here', place: at(document.indexOf('<title>Soil')) }],
    },
  ])
})

describe('how much a finding counts', () => {
  const both = ruleOf((report) => ({
    channel: (channel) => {
      report(channel, 'As the rule says.')
      report(channel, 'Otherwise.', { level: 'info' })
    },
  }))

  test.each<[name: string, settings: CheckSettings, severities: string[]]>([
    ['as the rule has it', {}, ['warning', 'info']],
    ['for a platform that is as strict', { profile: 'apple' }, ['warning', 'info']],
    ['where the rule is re-levelled, all of it', { levels: new Map([['a-rule', 'error']]) }, ['error', 'error']],
    ['where it is off, or nobody of that platform cares, nothing', { profile: 'w3c' }, []],
    ['off by name', { levels: new Map([['a-rule', 'off']]) }, []],
  ])('%s', (_name, settings, severities) =>
    expect(checked([both], feedWith(''), settings).map(({ severity }) => severity)).toEqual(severities),
  )

  test('where a platform is stricter, all of it counts as much', () =>
    expect(
      checked([{ ...both, levels: { apple: 'error' } }], feedWith(''), { profile: 'apple' }).map(
        ({ severity }) => severity,
      ),
    ).toEqual(['error', 'error']))

  test('a rule that is off is not even started', () => {
    const rule = ruleOf(() => {
      throw new Error('started')
    })
    expect(checked([rule], feedWith(''), { levels: new Map([['a-rule', 'off']]) })).toEqual([])
  })
})

describe('more findings of a rule than anybody reads', () => {
  const count = mostFindings + 5
  const rule = ruleOf((report) => ({ item: (item) => report(item, 'Something is wrong.') }))
  const other = ruleOf((report) => ({ channel: (channel) => report(channel, 'Wrong.') }), { id: 'b-rule' })
  const document = feedWith('<item/>\n'.repeat(count))

  test('are counted, for each rule', () => {
    const found = checked([rule, other], document, { all: true })
    expect(found.map(({ code }) => code)).toEqual([...Array(mostFindings).fill('a-rule'), 'check/more', 'b-rule'])
    expect(found.at(-2)).toMatchObject({
      severity: 'info',
      message: 'The rule a-rule found 5 more.',
      place: { line: mostFindings },
    })
  })

  test('are not spoken of where the rule is turned off in the file', () => {
    const check = startCheck([rule], { all: true }, { nowMs: 0 })
    const reader = feedReader('feed.xml', check)
    reader.write(document)
    reader.end({ encoding: 'utf-8' })
    const codes = check.findings((id, file) => id === 'a-rule' && file === 'feed.xml').map(({ code }) => code)
    expect(codes).toEqual(Array(mostFindings).fill('a-rule'))
  })
})

test('words of any length are cut: in what a finding says, how to mend it, and what is beside it', () => {
  const words = '“'.repeat(100_000)
  const rule = ruleOf((report) => ({
    channel: (channel) => report(channel, `A ${words}.`, { hint: words, related: { message: words, spot: channel } }),
  }))
  const [found] = checked([rule], feedWith(''))
  expect([found?.message, found?.hint, found?.related?.[0]?.message].map((text) => text?.length)).toEqual([
    1001, 1001, 1001,
  ])
})

test('an answer is shown to every rule that wants it', () => {
  const rule = ruleOf((report) => ({
    answer: ({ url, place }, { status }) => report({ place }, `${url} answered ${status}.`),
  }))
  const check = startCheck([rule, ruleOf(() => ({}), { id: 'b-rule' })], {}, { nowMs: 0 })
  const place = { file: 'feed.xml', line: 3, column: 1, offset: 20 }
  const node = { name: 'a', written: 'a', namespace: '', attributes: {}, children: [], text: '', place: () => place }
  const answer = { url: 'https://soil.example/', redirects: [], status: 404, headers: {} }
  check.answer({ kind: 'image', url: answer.url, node, place: () => place }, answer)
  expect(check.findings()).toMatchObject([{ message: 'https://soil.example/ answered 404.', place }])
})

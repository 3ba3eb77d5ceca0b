import { expect, test } from 'vitest'
import { rules } from '../../src/check/rules/index.ts'
import type { Example } from '../../src/model/rule.ts'
import { checkExample } from './example-feed.ts'

/** Severity and message of what one rule finds. */
const found = (id: string, example: Example): string[] =>
  checkExample(
    rules.filter((rule) => rule.id === id),
    example,
  ).map(({ severity, message, hint }) => `${severity}: ${message} ${hint}`)

const explicit = (word: string): string => `<itunes:explicit>${word}</itunes:explicit>`

test('an old word for explicit content is told once, however many episodes have it', () => {
  expect(
    found('explicit-value', { channel: explicit('no'), item: [explicit('no'), explicit('No'), explicit('2')] }),
  ).toEqual([
    expect.stringMatching(/^error: “2” /),
    expect.stringMatching(/^warning: “no” .*\(3 times in this feed\)\. Write “false” in its place\.$/),
  ])
})

test('a retired category is a warning, another unknown one an error', () => {
  const category = (name: string, sub = ''): string =>
    `<itunes:category text="${name}">${sub === '' ? '' : `<itunes:category text="${sub}"/>`}</itunes:category>`
  const hint = 'Names must be written exactly as Apple has them.'
  expect(found('category-name', { channel: category('News &amp; Politics', 'Anything') })).toEqual([
    `warning: “News & Politics” is a category that Apple no longer has. Did you mean “News”? ${hint}`,
  ])
  expect(found('category-name', { channel: category('Technology', 'Tech News') })).toEqual([
    `warning: “Technology > Tech News” is a category that Apple no longer has. Did you mean “News > Tech News”? ${hint}`,
  ])
  expect(found('category-name', { channel: category('Arts', 'Health &amp; Fitness') })).toEqual([
    `error: “Arts > Health & Fitness” is not one of Apple’s categories. Did you mean “Health & Fitness”? ${hint}`,
  ])
  expect(found('category-name', { channel: category('kids &amp; family', 'Parenting') })).toEqual([
    `error: “kids & family” is not one of Apple’s categories. Did you mean “Kids & Family”? ${hint}`,
  ])
})

test('a language that is known with a country that is not is a warning', () => {
  const language = (code: string): Example => ({ channel: `<language>${code}</language>` })
  expect(found('language-code', language('en-uk'))).toEqual([
    expect.stringMatching(/^warning: .* Did you mean en-gb\?/),
  ])
  expect(found('language-code', language('yue'))).toEqual([expect.stringMatching(/^warning: /)])
  expect(found('language-code', language('en_us'))).toEqual([expect.stringMatching(/^error: .* Did you mean en-us\?/)])
  expect(found('language-code', language('qqq'))).toEqual([expect.stringMatching(/^error: /)])
})

test('an element twice with the same words is a warning', () => {
  const title = '<title>Soil</title>'
  expect(found('duplicate-element', { channel: `${title}${title}` })).toEqual([expect.stringMatching(/^warning: /)])
  expect(found('duplicate-element', { channel: `${title}<title>Seed</title>` })).toEqual([
    expect.stringMatching(/^error: /),
  ])
})

test('namespaces that are used without a declaration are not told as missing', () => {
  const document = '<rss version="2.0"><channel><itunes:author>Ada</itunes:author></channel></rss>'
  expect(found('ns-missing', { document })).toEqual([
    expect.stringMatching(/^info: The feed does not declare the namespaces “podcast” and “atom”\./),
  ])
})

test('an owner without an address is no mistake, one with a broken address is', () => {
  const owner = (inside: string): Example => ({ channel: `<itunes:owner>${inside}</itunes:owner>` })
  expect(found('owner-email', owner('<itunes:name>Ada</itunes:name>'))).toEqual([expect.stringMatching(/^info: /)])
  expect(found('owner-email', owner('<itunes:email>ada</itunes:email>'))).toEqual([expect.stringMatching(/^error: /)])
})

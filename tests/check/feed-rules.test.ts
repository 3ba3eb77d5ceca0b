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
    expect.stringMatching(/^info: “no” .*\(3 times in this feed\)\. .* Write “false”\.$/),
  ])
})

test('a retired category is a warning, another unknown one an error', () => {
  const category = (name: string, sub = ''): string =>
    `<itunes:category text="${name}">${sub === '' ? '' : `<itunes:category text="${sub}"/>`}</itunes:category>`
  const hint = 'Names must be written exactly as Apple has them.'
  expect(found('category-name', { channel: category('News &amp; Politics', 'Anything') })).toEqual([
    'warning: “News & Politics” is a category that Apple no longer has. Apple puts such shows into “News” now: write that.',
  ])
  expect(found('category-name', { channel: category('Technology', 'Tech News') })).toEqual([
    'warning: “Technology > Tech News” is a category that Apple no longer has. Apple puts such shows into “News > Tech News” now: write that.',
  ])
  expect(found('category-name', { channel: category('Arts', 'Health &amp; Fitness') })).toEqual([
    expect.stringMatching(/^warning: “Health & Fitness” is a category of its own, and none of those in “Arts”\. /),
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

test.each([
  // What breaks nothing in podcast apps is no error, and what is right by its specification no warning.
  ['guid-permalink', 'warning', { item: '<guid>a-1</guid>' }],
  ['explicit-value', 'warning', { item: explicit('yes') }],
  ['explicit-value', 'info', { item: explicit('clean') }],
  ['item-title', 'warning', { item: '<itunes:title>Roots</itunes:title>', without: ['item/title'] }],
  ['season-number', 'warning', { item: '<itunes:season>0</itunes:season>' }],
  ['season-number', 'error', { item: '<itunes:season>two</itunes:season>' }],
  ['season-number', 'info', { item: '<itunes:season/>' }],
  ['episode-type', 'info', { item: '<itunes:episodeType></itunes:episodeType>' }],
  ['hub-without-self', 'warning', { channel: '<atom:link rel="hub" href="https://hub.soil.example/"/>' }],
  ['pc-guid-missing', 'info', { without: ['podcast:guid'] }],
  ['pc-location-country', 'warning', { channel: '<podcast:location country="au">Brisbane</podcast:location>' }],
  ['pc-location-country', 'error', { channel: '<podcast:location country="UK">Marlow</podcast:location>' }],
  ['pc-url-https', 'info', { item: '<podcast:person href="http://soil.example/">Ada Fern</podcast:person>' }],
  ['pc-url-https', 'warning', { item: '<podcast:person img="http://soil.example/">Ada Fern</podcast:person>' }],
  ['pc-person-taxonomy', 'warning', { item: '<podcast:person role="guitar">Ada Fern</podcast:person>' }],
  [
    'pc-person-taxonomy',
    'info',
    {
      channel: '<podcast:medium>music</podcast:medium>',
      item: '<podcast:person role="guitar">Ada Fern</podcast:person>',
    },
  ],
  ['block-public', 'info', { channel: '<itunes:block>Yes</itunes:block>' }],
] satisfies [string, string, Example][])('%s is told as %s where that is how much it counts', (id, level, example) =>
  expect(found(id, example)).toEqual([expect.stringMatching(new RegExp(`^${level}: `))]),
)

test('what all episodes have is told once, at the first', () => {
  const items = Array.from({ length: 6 }, (_, index) => `<title>Ep. ${index + 1}: Roots</title>`)
  expect(found('item-title-number', { item: items, without: ['item/itunes:episode'] })).toEqual([
    expect.stringMatching(/^warning: .* “Ep\. 1” \(one of 6 in this feed\)\. /),
  ])
})

test('an episode that stands in the feed twice is told once', () => {
  const twice = { item: ['<itunes:episode>3</itunes:episode>', '<itunes:episode>3</itunes:episode>'] }
  const codes = checkExample(rules, twice).map(({ code, hint }) => `${code}: ${hint}`)
  expect(codes).toEqual(['guid-unique: It has the same audio, too: remove one of the two.'])
})

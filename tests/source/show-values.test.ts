import { describe, expect, test } from 'vitest'
import { categoryNames, findUnknownCategories } from '../../src/model/apple-categories.ts'
import { maxPattern, patternProblem } from '../../src/source/patterns.ts'
import { podcastGuid } from '../../src/source/podcast-guid.ts'
import { isLanguage, suggestLanguage } from '../../src/text/languages.ts'

describe('podcast:guid, by the examples of its specification', () => {
  test.each([
    ['https://podnews.net/rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['http://podnews.net/rss/', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['https://podnews.net/rss///', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['podnews.net/rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['https://Podnews.net/rss', '712ad915-30eb-5b08-a1f3-89994caa6293'],
    ['https://mp3s.nashownotes.com/pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
    ['https://feeds.buzzsprout.com/231452.rss', '29cdca4a-32d8-56ba-b48b-09a011c5daa9'],
  ])('%s', (feedUrl, guid) => expect(podcastGuid(feedUrl)).toBe(guid))
})

describe('categories', () => {
  test('are Apple’s 19, with 91 subcategories', () => {
    expect(categoryNames.filter((name) => !name.includes('>'))).toHaveLength(19)
    expect(categoryNames.filter((name) => name.includes('>'))).toHaveLength(91)
  })

  test.each(['Technology', 'Kids & Family', 'TV & Film > After Shows', 'Religion & Spirituality > Religion'])(
    'knows %s',
    (path) => expect(unknown(path)).toEqual([]),
  )

  test.each([
    ['Kids & family', 'Kids & Family'],
    ['TV and Film', 'TV & Film'],
    ['Documentary', 'Society & Culture > Documentary'],
    ['Technology > Documentary', 'Society & Culture > Documentary'],
    ['Science > Astronmy', 'Science > Astronomy'],
    ['News & Politics', 'News'],
    ['Games & Hobbies > Video Games', 'Leisure'],
    ['Society & Culture > History', 'History'],
    ['Technology > Tech News', 'News > Tech News'],
    ['Astrophotography', undefined],
  ])('does not know %s, and suggests %s', (path, suggestion) =>
    expect(unknown(path)).toEqual([{ name: path, suggestion }]),
  )

  test('a category may have several subcategories, each is looked at', () =>
    expect(findUnknownCategories({ name: 'Arts', sub: ['Books', 'Bricks', 'Food'] })).toHaveLength(1))

  function unknown(path: string) {
    const [name = '', ...sub] = path.split(' > ')
    return findUnknownCategories({ name, sub })
  }
})

describe('languages', () => {
  test.each(['en', 'EN', 'en-us', 'pt-BR', 'zh-Hant-TW', 'zh-hant', 'es-419', 'gsw', 'fil-PH'])('knows %s', (code) =>
    expect(isLanguage(code)).toBe(true),
  )
  test.each([
    ['en_US', 'en-us'],
    ['en-UK', 'en-gb'],
    ['english', 'en'],
    ['English (US)', 'en'],
    ['Deutsch', 'de'],
    ['日本語', 'ja'],
    ['eng', 'en'],
    ['deu', 'de'],
    ['en-', 'en'],
    ['en-us-x-private', 'en'],
    ['xx', undefined],
    ['Klingonese', undefined],
    ['', undefined],
  ])('does not know %j, and suggests %j', (code, suggestion) => {
    expect(isLanguage(code)).toBe(false)
    expect(suggestLanguage(code)).toBe(suggestion)
  })
})

describe('patterns', () => {
  test.each([
    '__ .*$',
    '\\s*\\[image: [^\\]]*\\]$',
    '(?:foo|bar)$',
    '(a+)?$',
    '(?<x>a)+b',
    '[(+*|]+$',
    '\\(a\\)+',
    'a{2}',
    'é+',
  ])('takes %j', (pattern) => expect(patternProblem(pattern)).toBeUndefined())
  test.each(['(', '[', '*', 'a{2', '(?<x', '\\', '\\p{Nope}', 'x'.repeat(maxPattern + 1)])(
    'does not take %j',
    (pattern) => expect(patternProblem(pattern)).toEqual(expect.any(String)),
  )
  test.each(['(a+)+$', '(a*)*', '(?:a|aa)+$', '((a+)b)*', '(a+){2,}', '(.*a){20}', '(x(a|b))+', '([a-z]+)*'])(
    'does not take %j, which could take for ever',
    (pattern) => expect(patternProblem(pattern)).toEqual(expect.any(String)),
  )
})

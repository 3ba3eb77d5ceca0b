import { parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { episode, showFolder, showYaml } from './show-folder.ts'

const titles = ['Roots', 'Stems', 'Leaves', 'Flowers', 'Seeds']

/** A show of five episodes, the first of them the oldest, with these lines in podcast.yaml. */
function fiveEpisodes(yaml: string, more: (index: number) => string = () => '') {
  const files = titles.map((title, index) => [
    `episodes/2026-01-0${index + 1}-${title.toLowerCase()}.md`,
    episode({ title, date: `2026-01-0${index + 1}`, more: more(index) }),
  ])
  return showFolder({ 'podcast.yaml': showYaml + yaml, ...Object.fromEntries(files) })
}

const titlesIn = (document: string) => parseRssFeed(document).items?.map(({ title }) => title) ?? []

describe('pages of the feed', () => {
  test('hold so many items each, newest first, and lead to each other', () => {
    const show = fiveEpisodes('pageSize: 2\n')
    expect(show.run('build', '--quiet').code).toBe(0)
    const pages = ['feed.xml', 'feed-2.xml', 'feed-3.xml'].map((name) => parseRssFeed(show.read(`dist/${name}`)))
    expect(pages.map(({ items }) => items?.map(({ title }) => title))).toEqual([
      ['Seeds', 'Flowers'],
      ['Leaves', 'Stems'],
      ['Roots'],
    ])
    const links = pages.map(({ atom }) => Object.fromEntries(atom?.links?.map(({ rel, href }) => [rel, href]) ?? []))
    const at = (name: string): string => `https://soil.example/${name}`
    expect(links).toEqual([
      { self: at('feed.xml'), first: at('feed.xml'), last: at('feed-3.xml'), next: at('feed-2.xml') },
      {
        self: at('feed-2.xml'),
        first: at('feed.xml'),
        last: at('feed-3.xml'),
        previous: at('feed.xml'),
        next: at('feed-3.xml'),
      },
      { self: at('feed-3.xml'), first: at('feed.xml'), last: at('feed-3.xml'), previous: at('feed-2.xml') },
    ])
    expect(new Set(pages.map(({ podcast }) => podcast?.guid)).size).toBe(1)
    expect(show.read('dist/feed.json')).toContain('"Roots"')
  })

  test('the same build after a change gives what a build from nothing gives', () => {
    const show = fiveEpisodes('pageSize: 2\n')
    show.run('build')
    show.write('episodes/2026-01-03-leaves.md', episode({ title: 'Leaves', date: '2026-01-03', notes: 'Green.\n' }))
    show.write('episodes/2026-01-06-fruit.md', episode({ title: 'Fruit', date: '2026-01-06' }))
    expect(show.run('build').code).toBe(0)
    expect(show.run('build', '--out', 'fresh').code).toBe(0)
    expect(show.files('dist')).toEqual(show.files('fresh'))
    expect(titlesIn(show.read('dist/feed-3.xml'))).toEqual(['Stems', 'Roots'])
  })

  test('that are no longer needed are removed', () => {
    const show = fiveEpisodes('pageSize: 2\n')
    show.run('build')
    show.write('podcast.yaml', showYaml)
    expect(show.run('build').code).toBe(0)
    expect(show.exists('dist/feed-2.xml')).toBe(false)
    expect(titlesIn(show.read('dist/feed.xml'))).toHaveLength(5)
  })

  test('nothing is written again where nothing changed', () => {
    const show = fiveEpisodes('pageSize: 2\n')
    show.run('build')
    expect(show.run('build').stdout).toContain('0 files written')
  })
})

describe('further feeds', () => {
  const variants = `feeds:
  - { id: second, title: Second season, only: { season: 2 } }
  - { id: german, language: de, only: { language: de } }
  - { id: opus, enclosure: audio/ogg }
  - { id: quiet, without: { keyword: Loud }, private: true }
newFeedUrl: https://soil.example/feed.xml
`
  const more = (index: number): string =>
    [
      `season: ${index < 3 ? 1 : 2}\n`,
      index === 0 ? 'language: de-AT\n' : '',
      index === 1 ? 'alternateEnclosures: { sources: https://soil.example/stems.opus, length: 7, title: Opus }\n' : '',
      index === 2 ? 'keywords: [loud]\n' : '',
    ].join('')

  test('hold the episodes that they are for, under the same guids', () => {
    const show = fiveEpisodes(variants, more)
    expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
    const read = (id: string) => parseRssFeed(show.read(`dist/${id}.xml`))
    expect(['second', 'german', 'opus', 'quiet'].map((id) => titlesIn(show.read(`dist/${id}.xml`)))).toEqual([
      ['Seeds', 'Flowers'],
      ['Roots'],
      ['Stems'],
      ['Seeds', 'Flowers', 'Stems', 'Roots'],
    ])
    const guids = new Map(read('feed').items?.map(({ title, guid }) => [title, guid?.value]))
    for (const { title, guid } of read('quiet').items ?? []) expect(guid?.value).toBe(guids.get(title))
    expect(read('second')).toMatchObject({
      title: 'Second season',
      atom: { links: [{ href: 'https://soil.example/second.xml' }] },
    })
    expect(read('second').itunes?.newFeedUrl).toBeUndefined()
    expect(read('feed').itunes?.newFeedUrl).toBe('https://soil.example/feed.xml')
    expect(read('german').language).toBe('de')
    expect(read('german').items?.[0]?.dc?.languages).toEqual(['de-AT'])
    expect(read('opus').items?.[0]?.enclosures).toEqual([
      { url: 'https://soil.example/stems.opus', length: 7, type: 'audio/ogg' },
    ])
    expect(read('opus').items?.[0]?.podcast?.alternateEnclosures).toBeUndefined()
    expect(read('quiet')).toMatchObject({ itunes: { block: true }, podcast: { blocks: [{ value: true }] } })
    expect(read('feed').itunes?.block).toBeUndefined()
    // The site leads to those that are for everybody.
    const page = show.read('dist/index.html')
    expect(page).toContain('href="https://soil.example/second.xml"')
    expect(page).not.toContain('quiet.xml')
    expect(new Set(['feed', 'second', 'german', 'opus', 'quiet'].map((id) => read(id).podcast?.guid)).size).toBe(5)
  })

  test('cannot lose an episode, their address or themselves without a word', () => {
    const show = fiveEpisodes(variants, more)
    show.run('build')
    const ledger = show.read('podcast.ledger.json')
    const file = 'episodes/2026-01-04-flowers.md'
    show.write(file, show.read(file).replace('season: 2', 'season: 1'))
    show.write('podcast.yaml', show.read('podcast.yaml').replace(/^ {2}- { id: german.*\n/m, ''))
    const refused = show.run('build', '--quiet')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/flowers\.md:1:1 error .*\[ledger\/episode-left-feed\]/)
    expect(refused.stderr).toMatch(/podcast\.yaml:11:3 error .*\[ledger\/feed-missing\]/)
    expect(show.read('podcast.ledger.json')).toBe(ledger)
    expect(show.exists('dist/german.xml')).toBe(true)
    const accepted = show.run('build', '--quiet', '--accept', 'removed:flowers@second', '--accept', 'removed@german')
    expect(accepted).toMatchObject({ code: 0, stderr: '' })
    expect(titlesIn(show.read('dist/second.xml'))).toEqual(['Seeds'])
    expect(show.exists('dist/german.xml')).toBe(false)
    expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  })

  test('keep their guid when the show’s address changes', () => {
    const show = fiveEpisodes('feeds: { id: second, only: { season: 2 } }\n', more)
    show.run('build')
    const guid = parseRssFeed(show.read('dist/second.xml')).podcast?.guid
    show.write('podcast.yaml', show.read('podcast.yaml').replaceAll('soil.example/', 'moved.example/'))
    expect(show.run('build').stderr).toContain('--accept feed-url@second')
    expect(show.run('build', '--accept', 'feed-url', '--accept', 'feed-url@second').code).toBe(0)
    expect(parseRssFeed(show.read('dist/second.xml')).podcast?.guid).toBe(guid)
  })

  test.each([
    ['feed', 'feeds: [{ id: feed }]'],
    ['feed-2', 'feeds: [{ id: feed-2 }]'],
    ['a name twice', 'feeds: [{ id: a }, { id: a }]'],
  ])('cannot be called %s', (_name, yaml) => {
    const show = fiveEpisodes(`${yaml}\n`)
    expect(show.run('build').stderr).toMatch(/podcast\.yaml:10:\d+ error .*\[show\/feed-id\]/)
  })

  test('cannot leave the output folder', () => {
    expect(fiveEpisodes('feeds: [{ id: ../evil }]\n').run('build').stderr).toMatch(/error .*\[show\/wrong-value\]/)
  })
})

test('an episode’s language is one that exists', () => {
  const show = fiveEpisodes('', () => 'language: english\n')
  expect(show.run('build').stderr).toMatch(
    /roots\.md:8:11 error .*\[frontmatter\/unknown-language\]\n.*Did you mean “en”/,
  )
})

import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { findings, flawless, flawlessFeed, root, run, told } from './check-harness.ts'
import { showFolder } from './show-folder.ts'

type Files = Record<string, string | Uint8Array>

const good = flawlessFeed()
const check = (files: Files, ...args: string[]) => showFolder(files).run('check', '--format', 'json', ...args)
const checkFeed = (feed: string | Uint8Array, ...args: string[]) => check({ 'feed.xml': feed }, 'feed.xml', ...args)

/** A feed with so many mistakes of one kind. */
const many = (count: number): string => {
  const comments = Array.from({ length: count }, (_, index) => `<!-- castwright: off nowhere-${index}-at-all -->`)
  return good.replace('<channel>', `<channel>\n${comments.join('\n')}`)
}

describe('a feed', () => {
  test('with nothing wrong is said to be so', () => {
    const { code, stdout, stderr } = showFolder({ 'feed.xml': good }).run('check', 'feed.xml')
    expect([code, stderr, stdout.replace(/\d+\.\d\d s/, '0.00 s')]).toEqual([
      0,
      '',
      '✓ Soil and Seed: nothing to mend in 1 episode, 0.00 s\n',
    ])
  })

  test.each<[string, [string, string], string]>([
    [
      'has an episode with a number in its title',
      ['>Roots<', '>Episode 12: Roots<'],
      '16:14 warning item-title-number',
    ],
    [
      'has an address that is not encrypted',
      ['https://soil.example/roots.mp3', 'http://soil.example/roots.mp3'],
      '21:23 warning enclosure-https',
    ],
    ['has audio of no length', ['length="8798"', 'length="0"'], '21:63 warning enclosure-length'],
    ['has an unknown category', ['"Science"', '"Sciences"'], '10:28 error category-name'],
    ['says nothing of its language', ['    <language>en</language>\n', ''], '3:3 error channel-language'],
    ['has a single ampersand', ['All about', 'All & about'], '18:24 error xml-well-formed'],
  ])('that %s is told so, at the place of it', (_name, [right, wrong], expected) =>
    expect(findings(checkFeed(good.replace(right, wrong)))).toEqual([`feed.xml:${expected}`]),
  )

  test('is called as it was named', () => {
    const found = check({ 'feeds/main.xml': good.replace('>Roots<', '>Episode 12: Roots<') }, 'feeds/main.xml')
    expect(findings(found)).toEqual(['feeds/main.xml:16:14 warning item-title-number'])
  })

  test('may come by standard input', () => {
    const found = run(['check', '-', '--format', 'json'], { input: good.replace('>Roots<', '>Episode 12: Roots<') })
    expect(findings(found)).toEqual(['standard input:16:14 warning item-title-number'])
    expect(told(found)).toMatchObject({ checked: 'standard input', title: 'Soil and Seed', items: 1 })
  })

  test('may be in another encoding, and places are those of its letters', () => {
    const wide = Buffer.from(
      `\ufeff${good.replace('UTF-8', 'UTF-16').replace('>Roots<', '>Episode 12: Roots<')}`,
      'utf16le',
    )
    expect(findings(checkFeed(wide))).toContain('feed.xml:16:14 warning item-title-number')
  })

  test('turns rules off in its comments, and unknown names are told', () => {
    const commented = good
      .replace('>Roots<', '>Episode 12: Roots<')
      .replace('<channel>', '<channel><!-- castwright: off item-title-number, no-such-rule -->')
    expect(findings(checkFeed(commented))).toEqual(['feed.xml:3:52 warning check/unknown-rule'])
  })

  test('is checked for one platform alone', () => {
    const feed = good.replace(
      '<itunes:category text="Science"/>',
      '<itunes:category text="Science"/><itunes:category text="Arts"/>',
    )
    expect(findings(checkFeed(feed))).toEqual(['feed.xml:10:38 info category-extra'])
    expect(findings(checkFeed(feed, '--profile', 'podcast-index'))).toEqual([])
  })

  test('with many mistakes of one kind is told some of them, and where the others are', () => {
    const folder = showFolder({ 'feed.xml': many(30) })
    const { stdout } = folder.run('check', 'feed.xml')
    expect(stdout.match(/\[check\/unknown-rule\]/g)).toHaveLength(5)
    expect(stdout).toMatch(/… and 25 more like this: lines 9, 10, 11, 12, .* … \(--all shows all\)/)
    expect(stdout.match(/→ /g)).toHaveLength(1)
    expect(stdout).toContain('│ <!-- castwright: off nowhere-0-at-all -->')
    const all = folder.run('check', 'feed.xml', '--all').stdout
    expect(all.match(/\[check\/unknown-rule\]/g)).toHaveLength(30)
    expect(all).not.toContain('more like this')
  })
})

describe('--against', () => {
  const changed = good.replace('soil-and-seed-roots', 'roots')

  test.each<[string, string, string[]]>([
    ['no guid has changed', good, []],
    ['an episode has another guid', changed, ['feed.xml:19:33 error guid-changed']],
    ['the show has another guid', good.replace('0e3a7a9a', '1e3a7a9a'), ['feed.xml:14:19 error pc-guid-changed']],
  ])('says that %s', (_name, feed, expected) => {
    const found = check({ 'feed.xml': feed, 'old.xml': good }, 'feed.xml', '--against', 'old.xml')
    expect(findings(found)).toEqual(expected)
    expect(found.code).toBe(expected.length === 0 ? 0 : 1)
  })

  test('says which guid an episode had before', () => {
    const found = check({ 'feed.xml': changed, 'old.xml': good }, 'feed.xml', '--against', 'old.xml')
    expect(told(found).diagnostics[0]?.message).toContain('soil-and-seed-roots')
  })

  test.each<[string, string | undefined, RegExp]>([
    ['is not there', undefined, /--against old\.xml: there is no such file or folder/],
    ['is a web page', '<!doctype html><title>Soil</title>', /--against old\.xml: it is a web page/],
    ['has no episode', good.replace(/<item>[\s\S]*<\/item>/, ''), /--against old\.xml: there is no episode in it/],
  ])('refuses an earlier state that %s', (_name, old, message) => {
    const found = check(
      { 'feed.xml': good, ...(old === undefined ? {} : { 'old.xml': old }) },
      'feed.xml',
      '--against',
      'old.xml',
    )
    expect([found.code, found.stdout]).toEqual([2, ''])
    expect(found.stderr).toMatch(message)
  })
})

describe('what is no feed is told in one sentence', () => {
  const media = (name: string) => readFileSync(`tests/fixtures/media/${name}`)

  test.each<[string, Files, RegExp]>([
    ['nothing', {}, /there is no such file or folder/],
    ['nothing/at/all.xml', {}, /there is no such file or folder/],
    ['feed.xml/items', { 'feed.xml': good }, /there is no such file or folder/],
    ['empty.xml', { 'empty.xml': '' }, /it is empty/],
    ['blank.xml', { 'blank.xml': ' \n\t\n' }, /it is empty/],
    [
      'page.html',
      { 'page.html': '<!-- hello -->\n<!DOCTYPE html>\n<title>Soil & Seed</title>' },
      /it is a web page \(HTML\)/,
    ],
    ['fragment.html', { 'fragment.html': '\ufeff<html lang=en><body><p>Soil<br>Seed' }, /it is a web page \(HTML\)/],
    ['feed.json', { 'feed.json': '{"version":"https://jsonfeed.org/version/1.1"}' }, /it is JSON/],
    ['roots.mp3', { 'roots.mp3': media('tone.mp3') }, /it is not a text/],
    ['cover.png', { 'cover.png': media('cover-1400.png') }, /it is not a text/],
    ['feed.xml.gz', { 'feed.xml.gz': gzipSync(good) }, /it is compressed \(gzip\)/],
    ['podcast.yaml', { 'podcast.yaml': flawless }, /it is a file of a show/],
    ['episodes/roots.md', { 'episodes/roots.md': root() }, /it is a file of a show/],
  ])('%s', (target, files, message) => {
    const found = check(files, target)
    expect(findings(found)).toEqual([`${target}:1:1 error check/unreadable`])
    expect(told(found).diagnostics[0]?.message).toMatch(message)
    expect([found.code, found.stderr]).toEqual([1, ''])
  })

  test('a folder without podcast.yaml', () => {
    const folder = showFolder({ 'shows/README.md': 'Nothing here.\n' })
    const found = folder.run('check', 'shows', '--format', 'json')
    expect(findings(found)).toEqual(['shows/podcast.yaml:1:1 error source/no-show-file'])
    expect(found.code).toBe(1)
  })

  test('a folder that a build wrote, with the feed to name instead', () => {
    const found = check({ 'dist/feed.xml': good }, 'dist')
    expect(told(found).diagnostics).toMatchObject([
      { code: 'check/unreadable', hint: expect.stringContaining('dist/feed.xml') },
    ])
  })

  test('nothing by standard input', () => {
    const found = run(['check', '-', '--format', 'json'], { input: '' })
    expect(findings(found)).toEqual(['standard input:1:1 error check/unreadable'])
  })

  test('an Atom feed', () => {
    const atom = '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Soil</title><entry/></feed>\n'
    const found = check({ 'feed.atom': atom }, 'feed.atom')
    expect(findings(found)).toEqual(['feed.atom:2:1 error rss-root'])
    expect(told(found).diagnostics[0]?.message).toBe('The feed is Atom, not RSS.')
  })

  test('a feed that was cut off', () => {
    const found = checkFeed(good.slice(0, good.indexOf('<pubDate>')))
    expect(told(found).diagnostics.map(({ code }) => code)).toContain('xml-well-formed')
    expect([found.code, found.stderr]).toEqual([1, ''])
  })
})

test('what stands in a feed is never obeyed by a terminal, nor by GitHub', () => {
  const title = 'Soil&#10;::error file=a::b&#x9b;31m &#x202e;Seed'
  const folder = showFolder({
    'feed.xml': good.replace('>Soil and Seed<', `>${title}<`).replace('>Roots<', '> #1&#x9b;2J<'),
  })
  for (const format of ['text', 'github']) {
    const { stdout } = folder.run('check', 'feed.xml', '--format', format)
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u)
    expect(stdout).not.toMatch(/^::error file=a/m)
  }
})

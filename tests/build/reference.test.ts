import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { renderReference } from '../../src/build/reference.ts'
import { derivedElements } from '../../src/feed/derived.ts'
import { frontmatterSchema } from '../../src/model/frontmatter.ts'
import { showSchema } from '../../src/model/show.ts'
import { channelTags, itemTags } from '../../src/tags/index.ts'
import { type ReadElement, readXml } from '../feed/read-xml.ts'

test.each(Object.entries(renderReference()))(
  '%s is the one in the repository; else run: npm run schemas',
  (path, text) => expect(readFileSync(path, 'utf8')).toBe(text),
)

const documented = {
  channel: new Set(
    [...derivedElements.filter(({ level }) => level === 'channel'), ...channelTags.map(({ docs }) => docs)].flatMap(
      ({ elements }) => elements,
    ),
  ),
  item: new Set(
    [...derivedElements.filter(({ level }) => level === 'item'), ...itemTags.map(({ docs }) => docs)].flatMap(
      ({ elements }) => elements,
    ),
  ),
}

/** The names of the elements inside of another, at every depth, that have a prefix or stand right in it. */
const namesIn = (parent: ReadElement, depth = 0): string[] =>
  parent.children.flatMap((child) => [
    ...(depth === 0 || child.name.includes(':') ? [child.name] : []),
    ...namesIn(child, depth + 1),
  ])

describe('the table of tags has every element of a feed that uses everything', () => {
  const rss = readXml(readFileSync('tests/shows/everything/expected/feed.xml', 'utf8'))
  const [channel] = rss.children
  const own = { ...(channel as ReadElement), children: channel?.children.filter(({ name }) => name !== 'item') ?? [] }
  const notListed = ['item', 'itunes:name', 'itunes:email']

  test('in the channel', () => {
    const names = namesIn(own)
    expect(names.length).toBeGreaterThan(30)
    expect(names.filter((name) => !documented.channel.has(name) && !notListed.includes(name))).toEqual([])
  })

  test('in the items', () => {
    const names = (channel?.children ?? []).filter(({ name }) => name === 'item').flatMap((item) => namesIn(item))
    expect(names.length).toBeGreaterThan(30)
    expect(names.filter((name) => !documented.item.has(name))).toEqual([])
  })
})

test.each(derivedElements.filter(({ example }) => example !== ''))(
  'the example for $elements is what the schema takes',
  ({ level, example }) => {
    const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> =
      level === 'channel' ? showSchema.shape : frontmatterSchema.shape
    const [[key, value] = ['', undefined], ...more] = Object.entries(load(example) as Record<string, unknown>)
    expect(more).toEqual([])
    expect(shape[key]?.safeParse(value)).toMatchObject({ success: true })
  },
)

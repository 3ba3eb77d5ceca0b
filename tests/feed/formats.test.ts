import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, test, vi } from 'vitest'
import { feedFormats } from '../../src/feed/formats/index.ts'
import { renderFeed } from '../../src/feed/render.ts'
import { cleanText } from '../../src/text/clean.ts'
import { escapeHtml } from '../../src/text/html.ts'
import { readXml } from './read-xml.ts'
import { sampleEpisode, sampleShow } from './sample.ts'

/** What every feed says of an item, whatever its words for it. */
interface ReadItem {
  readonly title: string
  readonly link: string
  readonly enclosure: unknown
}

const enclosureOf = (url: unknown, length: unknown, type: unknown) => ({ url, length, type })

/** How an independent parser reads each format. */
const readers: Record<string, (document: string) => { title: unknown; items: ReadItem[] }> = {
  rss: (document) => {
    const { title, items = [] } = parseRssFeed(document)
    return {
      title,
      items: items.map(({ title: itemTitle = '', link = '', enclosures = [] }) => ({
        title: itemTitle,
        link,
        enclosure: enclosureOf(enclosures[0]?.url, enclosures[0]?.length, enclosures[0]?.type),
      })),
    }
  },
  atom: (document) => {
    const { title, entries = [] } = parseAtomFeed(document)
    return {
      title: title?.value,
      items: entries.map(({ title: entryTitle, links = [] }) => {
        const enclosure = links.find(({ rel }) => rel === 'enclosure')
        return {
          title: entryTitle?.value ?? '',
          link: links.find(({ rel }) => rel === undefined)?.href ?? '',
          enclosure: enclosureOf(enclosure?.href, enclosure?.length, enclosure?.type),
        }
      }),
    }
  },
  json: (document) => {
    const { title, items = [] } = parseJsonFeed(document)
    return {
      title,
      items: items.map(({ title: itemTitle = '', url = '', attachments = [] }) => ({
        title: itemTitle,
        link: url,
        enclosure: enclosureOf(attachments[0]?.url, attachments[0]?.size_in_bytes, attachments[0]?.mime_type),
      })),
    }
  },
}

/** Atom's titles are HTML. */
const titleIn = (id: string, title: string): string => (id === 'atom' ? escapeHtml(title) : title)

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      fc.constantFrom(
        ']]>',
        ']]&gt;',
        '</entry>',
        '<entry>',
        '</feed>',
        '<![CDATA[',
        '&amp;',
        '&',
        '"',
        "'",
        '\n',
        '$&',
        '\\',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `x${parts.join('')}x`)

const parses = (id: string, document: string): unknown => (id === 'json' ? JSON.parse(document) : readXml(document))

describe.each(feedFormats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const read = readers[id] as (typeof readers)[string]

  test('is a whole document without any episode', () => {
    const document = renderFeed(format, sampleShow(), [])
    expect(() => parses(id, document)).not.toThrow()
    expect(read(document)).toEqual({ title: 'Fern & Fig', items: [] })
  })

  test('has each episode’s title, link and enclosure, in order', () => {
    const document = renderFeed(format, sampleShow(), [sampleEpisode(1), sampleEpisode(2), sampleEpisode(3)])
    expect(() => parses(id, document)).not.toThrow()
    expect(read(document).items).toEqual(
      [3, 2, 1].map((number) => ({
        title: titleIn(id, `Soil & seeds, part ${number}`),
        link: `https://example.com/pod/episodes/soil-${number}/`,
        enclosure: {
          url: `https://example.com/pod/media/soil-${number}.mp3?a=1&b=2`,
          length: 1_000_000 + number,
          type: 'audio/mpeg',
        },
      })),
    )
  })

  test('renders an item alone, whatever its neighbours', () => {
    const show = sampleShow()
    const items = [3, 2, 1].map((number) => sampleEpisode(number)).map((one) => format.item(one, show, one.notesHtml))
    const document = renderFeed(format, show, [sampleEpisode(2), sampleEpisode(1), sampleEpisode(3)])
    expect(document).toContain(items.join(format.separator))
  })

  test('gives the same bytes for the same input', () => {
    const once = () => renderFeed(format, sampleShow(), [sampleEpisode(1), sampleEpisode(2)])
    expect(once()).toBe(once())
  })

  test('does not look at the clock', () => {
    const at = (time: string): string => {
      vi.setSystemTime(new Date(time))
      return renderFeed(format, sampleShow(), [sampleEpisode(1)])
    }
    try {
      expect(at('2031-05-06T07:08:09Z')).toBe(at('2042-01-02T03:04:05Z'))
    } finally {
      vi.useRealTimers()
    }
  })

  test('no text breaks it', () => {
    fc.assert(
      fc.property(hostile, hostile, (word, other) => {
        const show = sampleShow({
          title: word,
          description: other,
          language: other,
          values: {
            author: word,
            owner: { name: other, email: 'hello@example.com' },
            copyright: word,
            categories: [{ name: other, sub: [word] }],
            persons: [{ name: word, role: other }],
          },
        })
        const episode = sampleEpisode(1, {
          title: word,
          guid: other,
          summary: word,
          notesHtml: word,
          keywords: [word, other],
          chapters: [{ start: 1, title: word }],
          values: { persons: [{ name: word, role: 'author' }], season: { number: 1, name: other } },
        })
        const document = renderFeed(format, show, [episode, sampleEpisode(2)], ({ notesHtml }) => notesHtml)
        expect(() => parses(id, document)).not.toThrow()
        expect(document).not.toMatch(/(?![\t\n])\p{Cc}|\p{Cs}/u)
        expect(read(document).items).toHaveLength(2)
        if (id === 'json') expect(JSON.parse(document).items[1].title).toBe(cleanText(word))
      }),
      { numRuns: 300 },
    )
  })
})

test('Atom and JSON are left out if the show does not want them; RSS is never', () => {
  const wanted = (changes: Partial<ReturnType<typeof sampleShow>['output']>) => {
    const show = sampleShow({ output: { ...sampleShow().output, ...changes } })
    return feedFormats.filter((format) => format.wanted(show)).map(({ id }) => id)
  }
  expect(wanted({})).toEqual(['rss', 'atom', 'json'])
  expect(wanted({ atom: false, json: false })).toEqual(['rss'])
})

test('text that looks like markup survives in Atom and RSS', () => {
  const text = 'Tom &amp; <b>Jerry</b> ]]> & "co"'
  for (const format of feedFormats.filter(({ id }) => id !== 'json')) {
    const document = renderFeed(format, sampleShow({ title: text, description: text }), [])
    const root = readXml(document)
    const texts = JSON.stringify(root)
    expect(texts).toContain(JSON.stringify(cleanText(text)))
  }
})

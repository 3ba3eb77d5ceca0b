import { describe, expect, test } from 'vitest'
import { checkFeed, type FeedAnswer, type FeedCheckOptions, publishedIn } from '../../src/build/check-feed.ts'
import type { Target } from '../../src/model/rule.ts'
import { exampleDocument, goodAnswer } from '../check/example-feed.ts'
import { feedWith } from '../check/reading.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const nowMs = Date.UTC(2026, 5, 1)

async function check(pieces: readonly Uint8Array[], options: Partial<FeedCheckOptions> = {}, answer?: FeedAnswer) {
  const checking = checkFeed({ label: 'feed.xml', settings: {}, facts: { nowMs }, ...options })
  for (const piece of pieces) if (!checking.take(piece)) break
  return checking.finish(answer)
}

const found = async (text: string, options: Partial<FeedCheckOptions> = {}): Promise<string[]> => {
  const { diagnostics } = await check([bytesOf(text)], options)
  return diagnostics.map(({ code, severity, place }) => `${place?.line}:${place?.column} ${severity} ${code}`)
}

/** The line in which words stand first. */
const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length

const good = exampleDocument({})
const withHttp = good.replace('<link>https://soil.example/roots/', '<link>http://soil.example/roots/')
const linkLine = lineOf(withHttp, '<link>http:')

test('a good feed has no findings, in however many pieces it comes', async () => {
  const bytes = bytesOf(good)
  const pieces = Array.from({ length: Math.ceil(bytes.length / 100) }, (_, index) =>
    bytes.subarray(index * 100, (index + 1) * 100),
  )
  const told = { checked: 'feed.xml', title: 'Soil and Seed', items: 1, diagnostics: [] }
  expect(await check([bytes])).toEqual(told)
  expect(await check(pieces)).toEqual(told)
})

describe('bytes', () => {
  const declared = (encoding: string): string => good.replace('encoding="UTF-8"', `encoding="${encoding}"`)

  test.each<[name: string, bytes: Uint8Array, codes: string[]]>([
    ['UTF-8 with a byte order mark', bytesOf(`\ufeff${good}`), []],
    ['ASCII that says so', bytesOf(declared('us-ascii')), []],
    ['UTF-16', Buffer.from(`\ufeff${declared('UTF-16')}`, 'utf16le'), ['1:1 xml-encoding']],
    ['ISO-8859-1', bytesOf(declared('ISO-8859-1')), ['1:1 xml-encoding']],
    ['an encoding that nobody knows', bytesOf(declared('soil-1')), ['1:21 xml-encoding']],
    ['UTF-8 that calls itself UTF-16', bytesOf(declared('UTF-16')), ['1:21 xml-encoding']],
    [
      'Latin-1 that does not say so',
      Buffer.from(good.replace('All about roots', 'Alles \u00fcber Wurzeln'), 'latin1'),
      Array(2).fill(`${lineOf(good, 'All about')}:20 xml-encoding`),
    ],
    ['none at all', new Uint8Array(), ['1:1 xml-well-formed']],
    ['NUL', new Uint8Array(100), expect.arrayContaining(['1:1 xml-well-formed'])],
  ])('%s', async (_name, bytes, codes) => {
    const { diagnostics } = await check([bytes])
    expect(diagnostics.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`)).toEqual(codes)
  })
})

describe('levels', () => {
  test('a finding stands at its line', async () =>
    expect(await found(withHttp)).toEqual([`${linkLine}:7 info url-https`]))

  test.each([
    ['turns it off', '<!-- castwright: off url-https -->', []],
    ['re-levels it', '<!-- castwright: error url-https, item-title -->', [`${linkLine}:7 error url-https`]],
    ['turns another off', '<!-- castwright: off item-title -->', [`${linkLine}:7 info url-https`]],
  ])('a comment in the feed %s', async (_name, comment, expected) => {
    expect(await found(withHttp.replace('<item>', `<item>${comment}`))).toEqual(expected)
    expect(await found(`${withHttp}${comment}`)).toEqual(expected)
  })

  test('a setting turns it off, and a comment counts before that', async () => {
    const settings = { levels: new Map([['url-https', 'error' as const]]) }
    expect(await found(withHttp, { settings })).toEqual([`${linkLine}:7 error url-https`])
    expect(await found(`${withHttp}<!-- castwright: info url-https -->`, { settings })).toEqual([
      `${linkLine}:7 info url-https`,
    ])
  })

  test('names that are no rule’s are told, each once, at the name', async () => {
    const comment = '<!-- castwright: off no-such, url-http, no-such -->'
    const feed = good.replace('<item>', `${comment}${comment}<item>`)
    const line = lineOf(feed, 'castwright')
    const { diagnostics } = await check([bytesOf(feed)])
    expect(diagnostics).toMatchObject([
      { code: 'check/unknown-rule', message: 'There is no rule “no-such”.', place: { line, column: 22 } },
      { code: 'check/unknown-rule', message: 'There is no rule “url-http”.', place: { line, column: 31 } },
    ])
  })

  test('of thousands of names, a hundred are told', async () => {
    const comments = Array.from({ length: 90 }, (_, n) => `<!-- castwright: off no-${n}-a, no-${n}-b -->`).join('')
    const codes = await found(good.replace('<item>', `${comments}<item>`))
    expect(codes).toHaveLength(100)
  })

  test('a rule that a comment turns off says nothing of how much more it found', async () => {
    const items = Array.from({ length: 1100 }, (_, n) => `<item><title>${n}</title></item>`).join('\n')
    const settings = { all: true }
    const more = async (comment: string): Promise<string[]> => {
      const { diagnostics } = await check([bytesOf(feedWith(`${comment}${items}`))], { settings })
      return diagnostics.filter(({ code }) => code === 'check/more').map(({ message }) => message)
    }
    const [inAll, without] = [await more(''), await more('<!-- castwright: off item-guid -->')]
    expect(inAll).toContain('The rule item-guid found 100 more.')
    expect(without).toEqual(inAll.filter((message) => !message.includes('item-guid')))
  })
})

describe('a feed of which there is more than was read', () => {
  const url = 'https://soil.example/feed.xml'
  const cut = `${withHttp.slice(0, withHttp.indexOf('</item>'))}</item><item><title>${'x'.repeat(100)}`
  const answer: FeedAnswer = { ...goodAnswer({ kind: 'feed', url }), isCut: true }

  test('is told to be cut, with what was found until then, and nothing of its end', async () => {
    const { diagnostics, items } = await check([bytesOf(cut)], { facts: { nowMs, url } }, answer)
    expect(items).toBe(1)
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error check/cut',
      'info url-https',
    ])
  })

  test('is not whole for a comment either', async () => {
    const levels = new Map([['check/cut', 'off' as const]])
    const { diagnostics } = await check([bytesOf(cut)], { facts: { nowMs, url }, settings: { levels } }, answer)
    expect(diagnostics.map(({ code }) => code)).toContain('check/cut')
  })

  test('that was read whole is judged whole', async () => {
    const { diagnostics } = await check([bytesOf(cut)], { facts: { nowMs, url } }, { ...answer, isCut: false })
    expect(diagnostics.map(({ code }) => code)).toContain('xml-well-formed')
  })
})

describe('online', () => {
  test('all that the feed points at is asked, in its order, and the answers are judged', async () => {
    const feed = exampleDocument({
      channel:
        '<podcast:liveItem status="ended" start="2026-01-01T00:00:00Z"><enclosure url="https://soil.example/live.mp3" length="5" type="audio/mpeg"/></podcast:liveItem>',
    })
    const asked: string[] = []
    const { diagnostics } = await check([bytesOf(feed)], {
      ask: async (targets: readonly Target[], onAnswer) => {
        for (const target of targets) {
          asked.push(`${target.kind} ${target.url.replace('https://soil.example/', '')}`)
          const isGone = target.url.endsWith('roots.mp3')
          onAnswer(target, { ...goodAnswer(target), ...(isGone ? { status: 404 } : {}) })
        }
      },
    })
    expect(asked).toEqual([
      'enclosure live.mp3',
      'enclosure audio/roots.mp3',
      'image roots.jpg',
      'transcript roots.vtt',
      'chapters roots.json',
      'image artwork.jpg',
    ])
    expect(diagnostics.filter(({ code }) => code === 'answer-status')).toMatchObject([
      { place: { line: lineOf(feed, 'roots.mp3') } },
    ])
  })

  test('what the feed’s own address answered is judged as well', async () => {
    const url = 'https://soil.example/feed.xml'
    const html = { ...goodAnswer({ kind: 'feed', url }), headers: { 'content-type': 'text/html' } }
    const codes = async (facts: FeedCheckOptions['facts'], answer?: FeedAnswer): Promise<string[]> =>
      (await check([bytesOf(good)], { facts }, answer)).diagnostics.map(({ code }) => code)
    expect(await codes({ nowMs, url }, html)).toContain('feed-content-type')
    expect(await codes({ nowMs, url })).toEqual([])
    expect(await codes({ nowMs, url }, goodAnswer({ kind: 'feed', url }))).toEqual([])
  })
})

describe('what was published before', () => {
  test('is read of an earlier state of the feed', () => {
    const feed = exampleDocument({
      item: ['<guid> a-1 </guid>', '<guid>a-2</guid><title/><enclosure url=" https://soil.example/2.mp3 "/>'],
    })
    const bytes = bytesOf(feed)
    const before = {
      guid: '0e3a7a9a-2ef5-5a26-8f6b-4fd7f1b6a0c5',
      items: [
        { guid: 'a-1', enclosure: 'https://soil.example/audio/roots.mp3', title: 'Roots' },
        { guid: 'a-2', enclosure: 'https://soil.example/2.mp3', title: '' },
      ],
    }
    expect(publishedIn('before.xml', [bytes])).toEqual(before)
    expect(
      publishedIn(
        'before.xml',
        [...bytes].map((byte) => Uint8Array.of(byte)),
      ),
    ).toEqual(before)
  })

  test('is what can be read of it', () => {
    const broken = feedWith('<item><guid>1</guid></item><item><guid>2</guid>')
    expect(publishedIn('before.xml', [bytesOf(broken)])).toMatchObject({ items: [{ guid: '1' }, { guid: '2' }] })
    expect(publishedIn('before.xml', [])).toEqual({ guid: undefined, items: [] })
    expect(publishedIn('before.xml', [new Uint8Array(1000)])).toEqual({ guid: undefined, items: [] })
  })

  test('what changed since then is told', async () => {
    const before = publishedIn('before.xml', [bytesOf(good.replace('>soil-and-seed-roots<', '>another<'))])
    expect(await found(good, { facts: { nowMs, before } })).toEqual([expect.stringContaining('guid-changed')])
  })
})

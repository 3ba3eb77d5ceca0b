import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Route, redirect, serve } from '../media/web.ts'
import { findings, flawless, flawlessFeed, png, root, runBeside, told } from './check-harness.ts'
import { showFolder } from './show-folder.ts'

const media = (name: string) => readFileSync(`tests/fixtures/media/${name}`)
const open = { 'Access-Control-Allow-Origin': '*' }

/** A file as a good server gives it, also in parts. */
const file =
  (body: Buffer, type: string, headers: Record<string, string> = {}): Route =>
  (response, request) => {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const part = first === undefined ? body : body.subarray(Number(first), Number(last) + 1)
    const range = `bytes ${first}-${Number(first) + part.length - 1}/${body.length}`
    response.writeHead(first === undefined ? 200 : 206, {
      'Content-Type': type,
      'Content-Length': part.length,
      ...(first === undefined ? {} : { 'Content-Range': range }),
      ...headers,
    })
    response.end(request.method === 'HEAD' ? undefined : part)
  }

/** A file that comes whole, whatever part is asked for. */
const whole =
  (body: Buffer, type: string): Route =>
  (response) =>
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length }).end(body)

const later =
  (ms: number, route: Route): Route =>
  (response, request) => {
    setTimeout(() => route(response, request), ms)
  }

const unlessHead =
  (route: Route): Route =>
  (response, request) =>
    request.method === 'HEAD' ? response.writeHead(405).end() : route(response, request)

/** The feed of a site, as it is found at the folder that it is asked from. */
const feed =
  (own: Record<string, string | undefined> = {}, change = (text: string) => text): Route =>
  (response, request) => {
    const headers = { 'Content-Type': 'application/rss+xml', ETag: '"1"', ...own }
    const base = `http://${request.headers.host}${request.url?.replace(/\/[^/]*$/, '')}`
    const text = Buffer.from(change(flawlessFeed(base)))
    const body = own['Content-Encoding'] === 'gzip' ? gzipSync(text) : text
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value)
    response.setHeader('Content-Length', body.length)
    response.end(body)
  }

const tone = media('tone.mp3')
const artwork = png(3000, 3000)
const audio = file(tone, 'audio/mpeg')

/** A site with which nothing is wrong. */
const site: Readonly<Record<string, Route>> = {
  'feed.xml': feed(),
  'artwork.png': file(artwork, 'image/png'),
  'roots.png': file(artwork, 'image/png'),
  'roots.mp3': audio,
  'roots.vtt': file(Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nRoots.\n'), 'text/vtt', open),
  'roots.json': file(Buffer.from('{ "version": "1.2.0", "chapters": [] }'), 'application/json+chapters', open),
}

const image = (name: string, type: string): Record<string, Route> => ({ 'artwork.png': file(media(name), type) })
const longText = (text: string): string =>
  text.replace('All about roots.', `All about roots. ${'More. '.repeat(20_000)}`)

/** What is wrong with a site, and all that is said of its answers. */
const sites: readonly (readonly [string, Readonly<Record<string, Route>>, ...string[]])[] = [
  ['everything is fine', {}],
  ['the audio is gone', { 'roots.mp3': (response) => response.writeHead(404).end() }, '21:23 error answer-status'],
  [
    'the image is forbidden',
    { 'artwork.png': (response) => response.writeHead(403).end() },
    '9:25 error answer-status',
  ],
  [
    'the audio has another length',
    { 'roots.mp3': file(Buffer.concat([tone, tone]), 'audio/mpeg') },
    '21:23 warning enclosure-length',
  ],
  ['the audio has another type', { 'roots.mp3': file(tone, 'text/plain') }, '21:23 warning answer-type'],
  [
    'the audio is a web page',
    { 'roots.mp3': file(Buffer.from('<!doctype html><title>Hello</title>'.padEnd(tone.length)), 'audio/mpeg') },
    '21:23 warning enclosure-bytes-type',
  ],
  ['the audio comes only whole', { 'roots.mp3': whole(tone, 'audio/mpeg') }, '21:23 warning media-range'],
  ['HEAD is refused', { 'roots.mp3': unlessHead(audio) }, '21:23 warning media-head'],
  [
    'other pages may not load the transcript',
    { 'roots.vtt': file(Buffer.from('WEBVTT\n'), 'text/vtt') },
    '25:32 info cors',
  ],
  [
    'the artwork is tiny, and for print',
    image('cmyk.jpg', 'image/png'),
    '9:25 error image-dimensions',
    '9:25 error image-format',
    '9:25 warning image-format',
  ],
  ['the artwork is huge', image('too-large.png', 'image/png'), '9:25 error image-dimensions'],
  [
    'the artwork can be transparent',
    image('transparent.png', 'image/png'),
    '9:25 warning image-format',
    '9:25 info image-preferred-size',
  ],
  ['the artwork is not square', { 'artwork.png': file(png(3000, 2000), 'image/png') }, '9:25 error image-dimensions'],
  [
    'the audio is far away',
    {
      'roots.mp3': redirect('roots-1.mp3'),
      ...Object.fromEntries([1, 2, 3, 4, 5].map((hop) => [`roots-${hop}.mp3`, redirect(`roots-${hop + 1}.mp3`)])),
      'roots-6.mp3': audio,
    },
    '21:23 info redirect-count',
  ],
  ['the audio comes slowly', { 'roots.mp3': later(300, audio) }],
  ['the feed comes slowly', { 'feed.xml': later(300, feed()) }],
  [
    'the feed calls another address its own',
    { 'feed.xml': feed({}, (text) => text.replace('/feed.xml"', '/main.xml"')) },
    '4:60 warning atom-self-url',
  ],
  [
    'the feed is sent as a web page',
    { 'feed.xml': feed({ 'Content-Type': 'text/html' }) },
    '2:1 warning feed-content-type',
  ],
  ['the feed has no mark of its state', { 'feed.xml': feed({ ETag: undefined }) }, '2:1 info feed-cache-headers'],
  ['the feed is long, and not compressed', { 'feed.xml': feed({}, longText) }, '2:1 info feed-compressed'],
  ['the feed is long, and compressed', { 'feed.xml': feed({ 'Content-Encoding': 'gzip' }, longText) }],
]

/** Beside the rules of answers, there is only the missing encryption of this machine to complain of. */
const ofAnswers: ReadonlySet<string> = new Set([
  'answer-status',
  'answer-type',
  'atom-self-url',
  'cors',
  'enclosure-bytes-type',
  'enclosure-length',
  'feed-cache-headers',
  'feed-compressed',
  'feed-content-type',
  'image-dimensions',
  'image-format',
  'image-preferred-size',
  'media-head',
  'media-range',
  'redirect-count',
])

/** Three more episodes, of whose audio each has something else wrong. */
const fourEpisodes = (text: string): string => {
  const [, item = ''] = /(<item>[\s\S]*<\/item>)/.exec(text) ?? []
  const items = [1, 2, 3].map((number) =>
    item
      .replace('roots.mp3', `${number}.mp3`)
      .replaceAll(/>(Roots|soil-and-seed-roots)</g, `>$1 ${number}<`)
      .replace(/<podcast:\w+ .*/g, ''),
  )
  return text.replace(item, [item, ...items].join('\n'))
}

/** @param ms how long the audio of each takes to answer */
const fourSite = ([first = 0, second = 0, third = 0]: readonly number[]): Record<string, Route> => ({
  ...site,
  'feed.xml': feed({}, fourEpisodes),
  '1.mp3': later(first, (response) => response.writeHead(404).end()),
  '2.mp3': later(second, file(tone, 'text/plain')),
  '3.mp3': later(third, whole(Buffer.concat([tone, tone]), 'audio/mpeg')),
})

const under = (folder: string, own: Readonly<Record<string, Route>>): Record<string, Route> =>
  Object.fromEntries(Object.entries(own).map(([name, route]) => [`/${folder}/${name}`, route]))

const web = serve({
  ...Object.assign({}, ...sites.map(([, own], index) => under(String(index), { ...site, ...own }))),
  ...under('rising', fourSite([0, 100, 200])),
  ...under('falling', fourSite([200, 100, 0])),
  '/moved.xml': redirect('/0/feed.xml', 301),
  '/page.html': file(Buffer.from('<!doctype html>\n<title>Soil</title>'), 'text/html'),
  '/empty.xml': file(Buffer.alloc(0), 'application/rss+xml'),
})

const check = (...args: string[]) => runBeside(['check', '--format', 'json', ...args])
const local = '--allow-private'

describe('online, it is told of a feed that', () => {
  test.concurrent.each([...sites.entries()].map(([index, [name, , ...expected]]) => ({ index, name, expected })))(
    '$name',
    async ({ index, expected }) => {
      const url = web.at(`/${index}/feed.xml`)
      const found = await check(url, '--online', local)
      const told = findings(found).filter((line) => ofAnswers.has(line.split(' ').at(-1) ?? ''))
      expect(told.map((line) => line.replace(`${url}:`, ''))).toEqual(expected)
      expect(found.stderr).toBe('')
    },
  )
})

describe('an address', () => {
  test('is read without --online, and nothing that it points at is asked', async () => {
    const found = await check(web.at('/0/feed.xml'), local)
    expect(told(found)).toMatchObject({ title: 'Soil and Seed', items: 1 })
    expect(web.asked).toEqual(['GET /0/feed.xml'])
  })

  test('that redirects is followed', async () => {
    const found = await check(web.at('/moved.xml'), local)
    expect(told(found).title).toBe('Soil and Seed')
  })

  test.each([
    ['/nothing.xml', 'the server answered 404'],
    ['/page.html', 'it is a web page (HTML), not a feed'],
    ['/empty.xml', 'it is empty'],
  ])('%s is no feed: %s', async (path, problem) => {
    const found = await check(web.at(path), local)
    expect(findings(found)).toEqual([`${web.at(path)}:1:1 error check/unreadable`])
    expect(told(found).diagnostics[0]?.message).toBe(`This cannot be read: ${problem}.`)
    expect(found.code).toBe(1)
  })

  test.each([
    ['ftp://soil.example/feed.xml', 'only http and https are asked'],
    ['https://', 'the address is not valid'],
    ['http://127.0.0.1:9/feed.xml', 'the server refused the connection'],
  ])('%s is refused: %s', async (url, problem) => {
    const found = await check(url, local)
    expect(told(found).diagnostics[0]?.message).toBe(`This cannot be read: ${problem}.`)
    expect([found.code, found.stderr]).toEqual([1, ''])
  })
})

describe('private addresses', () => {
  test('are not read as a feed, and it is told what lets them be', async () => {
    const found = await check(web.at('/0/feed.xml'), '--online')
    expect(told(found).diagnostics).toMatchObject([
      {
        code: 'check/unreadable',
        message: 'This cannot be read: private addresses are not asked.',
        hint: expect.stringContaining('--allow-private'),
      },
    ])
    expect(web.asked).toEqual([])
  })

  test('are not asked for what a feed points at', async () => {
    const folder = showFolder({ 'feed.xml': flawlessFeed(web.at('/0')) })
    const found = await runBeside(['check', 'feed.xml', '--online', '--format', 'json'], { cwd: folder.dir })
    const refused = told(found).diagnostics.filter(({ code }) => code === 'answer-status')
    expect(refused.map(({ line }) => line)).toEqual([9, 21, 24, 25, 26])
    for (const { message } of refused) expect(message).toContain('private addresses are not asked')
    expect(web.asked).toEqual([])
  })
})

test('findings come in the order of the feed, whatever answers first', async () => {
  const [rising = [], falling = []] = await Promise.all(
    ['rising', 'falling'].map(async (folder) => {
      const url = web.at(`/${folder}/feed.xml`)
      return findings(await check(url, '--online', local)).map((line) => line.replace(url, 'feed.xml'))
    }),
  )
  expect(falling).toEqual(rising)
  expect(rising.filter((line) => ofAnswers.has(line.split(' ').at(-1) ?? ''))).toEqual([
    'feed.xml:34:23 error answer-status',
    'feed.xml:47:23 warning answer-type',
    'feed.xml:60:23 warning enclosure-length',
    'feed.xml:60:23 warning media-range',
  ])
})

test('of a show’s folder, what it points at is asked, and files of its own are judged once', async () => {
  const folder = showFolder({
    'podcast.yaml': flawless.replace('https://soil.example/artwork.jpg', 'artwork.png'),
    'artwork.png': png(1400, 1400),
    'episodes/roots.md': root({ audio: web.at('/1/roots.mp3') }).replace(
      'https://soil.example/roots.jpg',
      web.at('/0/roots.png'),
    ),
  })
  const found = await runBeside(['check', '--online', local, '--format', 'json'], { cwd: folder.dir })
  const said = findings(found).filter((line) => ofAnswers.has(line.split(' ').at(-1) ?? ''))
  expect(said).toContain('episodes/roots.md:5:8 error answer-status')
  expect(said.filter((line) => line.includes('image-preferred-size'))).toEqual([
    'podcast.yaml:6:8 info image-preferred-size',
  ])
  expect(found.stderr).toBe('')
})

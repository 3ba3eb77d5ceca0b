import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import partytime from 'podcast-partytime'
import { describe, expect, test } from 'vitest'
import { copyFolder, episode, showFolder, showYaml } from './show-folder.ts'

const outline = 'A talk.\n\n## Chapters\n\n- 0:00 Start\n- 2:30 [Middle](https://soil.example/middle)\n- 20:00 End\n'
const three = {
  'episodes/2026-01-05-roots.md': episode({ title: 'Roots', notes: outline }),
  'episodes/2026-01-12-stems.md': episode({
    title: 'Stems & <leaves>',
    date: '2026-01-12',
    audio: 'https://soil.example/audio/stems.mp3?a=1&b=2',
  }),
  'episodes/deep/2026-01-19-fruit.md': episode({
    title: 'Fruit 🍎',
    date: '2026-01-19T08:00:00+01:00',
    audio: 'https://soil.example/audio/fruit.mp3',
    more: 'season: 1\nepisode: 3\npersons: [Ada Fern, { name: Bo Fig, role: guest }]\n',
  }),
}

/** The items of a feed, read by nobody's code of ours. */
function itemsOf(xml: string): Record<string, unknown>[] {
  const parsed = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    isArray: (name) => name === 'item',
  }).parse(xml)
  return parsed.rss.channel.item ?? []
}
const guidsOf = (xml: string): string[] => itemsOf(xml).map((item) => (item.guid as { '#text': string })['#text'])

describe('a show that is in order', () => {
  test('becomes a feed that two other parsers read alike', () => {
    const show = showFolder(three)
    const { code, stdout, stderr } = show.run('build')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/3 episodes, 3 chapters/)
    expect(stdout).toMatch(/podcast\.ledger\.json has changed: commit it/)
    const xml = show.read('dist/feed.xml')
    const feed = partytime.parseFeed(xml)
    if (feed === null) throw new Error('the feed is not understood')
    const other = parseWithFeedsmith(xml)
    if (other.format !== 'rss') throw new Error('the feed is not RSS')
    const read = feed.items.map((item) => [item.guid, item.enclosure.url, item.enclosure.length, item.duration])
    const readAgain = other.feed.items?.map((item) => [
      item.guid?.value,
      item.enclosures?.[0]?.url,
      item.enclosures?.[0]?.length,
      item.itunes?.duration,
    ])
    expect(read).toEqual(readAgain)
    expect(read.map(([, url]) => url)).toEqual([
      'https://soil.example/audio/fruit.mp3',
      'https://soil.example/audio/stems.mp3?a=1&b=2',
      'https://soil.example/audio/roots.mp3',
    ])
    expect(feed.items.map((item) => item.title)).toEqual(['Fruit 🍎', 'Stems & <leaves>', 'Roots'])
    expect(feed.items[2]?.podcastChapters).toEqual({
      url: 'https://soil.example/chapters/roots.json',
      type: 'application/json+chapters',
    })
    expect(feed.items[0]?.podcastPeople?.map(({ name, role }) => [name, role])).toEqual([
      ['Ada Fern', 'Host'],
      ['Bo Fig', 'Guest'],
    ])
    expect(JSON.parse(show.read('dist/chapters/roots.json'))).toMatchObject({
      version: '1.2.0',
      chapters: [
        { startTime: 0, title: 'Start' },
        { startTime: 150, title: 'Middle', url: 'https://soil.example/middle' },
        { startTime: 1200, title: 'End' },
      ],
    })
    expect(JSON.parse(show.read('dist/feed.json')).items.map((item: { id: string }) => item.id)).toEqual(guidsOf(xml))
  })

  test('has a page where every item’s link leads', () => {
    const show = showFolder(three)
    show.run('build')
    const links = itemsOf(show.read('dist/feed.xml')).map((item) => String(item.link))
    expect(links).toHaveLength(3)
    for (const link of links) expect(show.exists(join('dist', new URL(link).pathname, 'index.html'))).toBe(true)
  })

  test('gives the same bytes in any time zone, locale and order of files', () => {
    const one = showFolder(three)
    const other = showFolder(Object.fromEntries(Object.entries(three).reverse()), {
      TZ: 'America/St_Johns',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
      SOURCE_DATE_EPOCH: '1900000000',
    })
    expect(one.run('build').code).toBe(0)
    expect(other.run('build', '.', '--quiet').code).toBe(0)
    expect(other.files('dist')).toEqual(one.files('dist'))
    expect(other.read('podcast.ledger.json')).toBe(one.read('podcast.ledger.json'))
  })

  test('built again, touches no file', () => {
    const show = showFolder(three)
    show.run('build')
    const times = () =>
      readdirSync(join(show.dir, 'dist'), { recursive: true, encoding: 'utf8' })
        .filter((path) => !path.startsWith('.castwright'))
        .map((path) => [path, statSync(join(show.dir, 'dist', path)).mtimeMs])
    const before = times()
    const { stdout } = show.run('build')
    expect(stdout).toMatch(/0 files written, \d+ unchanged, 0 removed/)
    expect(stdout).not.toContain('podcast.ledger.json')
    expect(times()).toEqual(before)
  })

  test('changed in one episode, becomes what a first build would make of it', () => {
    const show = showFolder(three)
    // Files that are old enough to be trusted by their time, so that the second build does reuse the first.
    for (const path of Object.keys(three)) utimesSync(join(show.dir, path), 1_700_000_000, 1_700_000_000)
    show.run('build')
    show.write(
      'episodes/2026-01-12-stems.md',
      episode({
        title: 'Stems, again',
        date: '2026-01-25',
        audio: 'https://soil.example/audio/stems.mp3',
        notes: outline,
      }),
    )
    expect(show.run('build').stdout).toMatch(/3 episodes, 6 chapters/)
    expect(show.run('build', '.', '--out', 'fresh').code).toBe(0)
    expect(show.files('dist')).toEqual(show.files('fresh'))
  })

  test('mends an output that was deleted or damaged', () => {
    const show = showFolder(three)
    show.run('build')
    const before = show.files('dist')
    show.remove('dist/chapters')
    show.write('dist/feed.xml', 'broken')
    show.write('dist/episodes/roots/index.html', 'broken')
    expect(show.run('build').code).toBe(0)
    expect(show.files('dist')).toEqual(before)
  })

  test('leaves out drafts and what is still to come, unless asked for them', () => {
    const show = showFolder({
      ...three,
      'episodes/draft.md': episode({ title: 'Draft', more: 'draft: true\n' }),
      'episodes/unfinished.md': '---\ndraft: true\n---\n',
      'episodes/later.md': episode({ title: 'Later', date: '2031-01-01' }),
    })
    const titles = () => itemsOf(show.read('dist/feed.xml')).map((item) => item.title)
    expect(show.run('build').code).toBe(0)
    expect(titles()).toHaveLength(3)
    show.remove('episodes/unfinished.md')
    show.run('build', '--drafts', '--future')
    expect(titles()).toEqual(
      ['Later', 'Fruit 🍎', 'Stems &amp; &lt;leaves&gt;', 'Draft', 'Roots'].map((title) =>
        title.replace('&amp;', '&').replace('&lt;', '<').replace('&gt;', '>'),
      ),
    )
    expect(show.read('podcast.ledger.json')).not.toMatch(/draft|later/i)
    show.run('build')
    expect(titles()).toHaveLength(3)
    expect(show.exists('dist/episodes/later')).toBe(false)
  })

  test('without any episode, is an empty feed and a warning', () => {
    const show = showFolder()
    mkdirSync(join(show.dir, 'episodes'))
    const { code, stderr } = show.run('build')
    expect(code).toBe(0)
    expect(stderr).toMatch(/\[show\/no-episodes\]/)
    expect(itemsOf(show.read('dist/feed.xml'))).toEqual([])
  })

  test('keeps its audio, artwork and pictures beside it, and they are published', () => {
    const show = showFolder({
      'episodes/tone.md': '---\ntitle: Tone\ndate: 2026-01-05\naudio: tone.mp3\n---\n\n![a wave](wave%20form.png)\n',
      'episodes/tone.mp3': readFileSync('tests/fixtures/media/tone.mp3'),
      'episodes/wave form.png': 'not really a picture',
    })
    expect(show.run('build').code).toBe(0)
    const feed = partytime.parseFeed(show.read('dist/feed.xml'))
    expect(feed?.items[0]).toMatchObject({
      enclosure: {
        url: 'https://soil.example/media/episodes/tone.mp3',
        type: 'audio/mpeg',
        length: statSync('tests/fixtures/media/tone.mp3').size,
      },
      duration: 1,
    })
    expect(show.files('dist')).toHaveProperty(['media/episodes/tone.mp3'])
    expect(show.files('dist')).toHaveProperty(['media/episodes/wave form.png'])
    expect(show.read('dist/feed.xml')).toContain('src="https://soil.example/media/episodes/wave%20form.png"')
  })

  test('links an episode’s page where the notes link its file, and never publishes the source', () => {
    const show = showFolder({
      ...three,
      'episodes/next.md': episode({
        title: 'Next',
        date: '2026-01-20',
        notes: 'After [roots](2026-01-05-roots.md).\n',
      }),
    })
    expect(show.run('build')).toMatchObject({ code: 0, stderr: '' })
    expect(show.read('dist/feed.xml')).toContain('href="https://soil.example/episodes/roots/"')
    expect(Object.keys(show.files('dist')).filter((path) => path.endsWith('.md'))).toEqual([])
  })

  test('uses its own templates file by file', () => {
    const show = showFolder({ ...three, 'templates/feed-notes.html': '<p>From the show.</p>{{{notes}}}' })
    show.run('build')
    expect(show.read('dist/feed.xml')).toContain('<p>From the show.</p>')
    show.write('templates/episode.html', '{{#if}}')
    const { code, stderr } = show.run('build')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^templates\/episode\.html:1:\d+ error/m)
  })
})

describe('subscribers', () => {
  const built = () => {
    const show = showFolder(three)
    show.run('build')
    return { show, guids: guidsOf(show.read('dist/feed.xml')) }
  }

  test('keep an episode whose file is renamed, as its audio is the same', () => {
    const { show, guids } = built()
    renameSync(join(show.dir, 'episodes/2026-01-05-roots.md'), join(show.dir, 'episodes/2026-01-05-all-about-roots.md'))
    expect(show.run('build').code).toBe(0)
    expect(guidsOf(show.read('dist/feed.xml'))).toEqual(guids)
    expect(show.exists('dist/episodes/roots')).toBe(false)
    expect(show.run('build').code).toBe(0)
    expect(guidsOf(show.read('dist/feed.xml'))).toEqual(guids)
  })

  test('keep an episode whose title, date and audio change, as its slug is the same', () => {
    const { show, guids } = built()
    show.write(
      'episodes/2026-01-05-roots.md',
      episode({ title: 'Roots, corrected', date: '2026-01-06', audio: 'https://soil.example/audio/roots-2.mp3' }),
    )
    expect(show.run('build').code).toBe(0)
    expect(guidsOf(show.read('dist/feed.xml'))).toEqual(guids)
  })

  test('keep all episodes when the show’s address moves, and the move is accepted', () => {
    const { show, guids } = built()
    const guid = /<podcast:guid>[^<]+/.exec(show.read('dist/feed.xml'))?.[0]
    show.write('podcast.yaml', showYaml.replace('https://soil.example/\n', 'https://seed.example/\n'))
    const refused = show.run('build')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/\[ledger\/feed-url-changed\][\s\S]*--accept feed-url/)
    expect(show.run('build', '--accept', 'feed-url').code).toBe(0)
    expect(guidsOf(show.read('dist/feed.xml'))).toEqual(guids)
    expect(show.read('dist/feed.xml')).toContain(guid)
    expect(show.run('build').code).toBe(0)
  })

  test.each([
    [
      'a guid is written that differs',
      'guid/changed',
      'guid:roots',
      (show: ReturnType<typeof showFolder>) =>
        show.write('episodes/2026-01-05-roots.md', episode({ title: 'Roots', more: 'guid: another\n' })),
    ],
    [
      'a file is gone',
      'ledger/episode-missing',
      'removed:roots',
      (show: ReturnType<typeof showFolder>) => show.remove('episodes/2026-01-05-roots.md'),
    ],
    [
      'an episode becomes a draft',
      'ledger/episode-missing',
      'removed:roots',
      (show: ReturnType<typeof showFolder>) =>
        show.write('episodes/2026-01-05-roots.md', episode({ title: 'Roots', more: 'draft: true\n' })),
    ],
    [
      'an episode is dated in the future',
      'ledger/episode-missing',
      'removed:roots',
      (show: ReturnType<typeof showFolder>) =>
        show.write('episodes/2026-01-05-roots.md', episode({ title: 'Roots', date: '2040-01-01' })),
    ],
    [
      'the show’s guid is written that differs',
      'ledger/feed-guid-changed',
      'feed-guid',
      (show: ReturnType<typeof showFolder>) =>
        show.write('podcast.yaml', `${showYaml}guid: 9b024349-ccf0-5f69-a609-6b82873eab3c\n`),
    ],
  ])('are asked first when %s', (_case, code, accept, change) => {
    const { show } = built()
    const before = show.files('dist')
    const ledger = show.read('podcast.ledger.json')
    change(show)
    const refused = show.run('build')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain(`[${code}]`)
    expect(refused.stderr).toContain(`--accept ${accept}`)
    expect(show.files('dist')).toEqual(before)
    expect(show.read('podcast.ledger.json')).toBe(ledger)
    expect(show.run('build', '--accept', accept).code).toBe(0)
    expect(show.run('build').code).toBe(0)
  })

  test('never get two episodes with one guid', () => {
    const show = showFolder({
      ...three,
      'episodes/copy.md': episode({ title: 'Copy', more: 'guid: same\n' }),
      'episodes/other.md': episode({ title: 'Other', more: 'guid: same\n' }),
    })
    const { code, stderr } = show.run('build')
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^episodes\/other\.md:8:7 error .*\[guid\/duplicate\]\n {2}first used here: episodes\/copy\.md:8:7/m,
    )
  })
})

describe('an output folder', () => {
  test('loses what is no longer needed, and nothing that castwright did not write', () => {
    const show = showFolder(three)
    show.run('build')
    show.write('dist/CNAME', 'soil.example')
    show.write('dist/episodes/roots/notes.txt', 'mine')
    show.remove('episodes/2026-01-05-roots.md')
    expect(show.run('build', '--accept', 'removed:roots').stdout).toMatch(/3 removed/)
    expect(show.exists('dist/episodes/roots/index.html')).toBe(false)
    expect(show.read('dist/episodes/roots/notes.txt')).toBe('mine')
    expect(show.read('dist/CNAME')).toBe('soil.example')
  })

  test('is not written into where somebody else’s file is in the way', () => {
    const show = showFolder({ ...three, 'dist/index.html': 'my own page' })
    const { code, stderr } = show.run('build')
    expect(code).toBe(1)
    expect(stderr).toMatch(/\[publish\/not-ours\]/)
    expect(show.files('dist')).toEqual({ 'index.html': 'my own page' })
  })

  test('may lie anywhere else', () => {
    const show = showFolder(three)
    const out = showFolder()
    expect(show.run('build', '.', '--out', join(out.dir, 'public')).code).toBe(0)
    expect(out.exists('public/feed.xml')).toBe(true)
    expect(show.exists('dist')).toBe(false)
  })
})

test('a frontmatter mapping builds a folder of another tool unchanged', () => {
  const show = showFolder({
    'podcast.yaml': `${showYaml}frontmatter: { audio.url: file, audio.length: length, audio.duration: duration, episode: number }\nignoreKeys: layout\nepisodeGuid: "soil/{slug}/"\n`,
    'episodes/2026-01-05-roots.md':
      '---\nlayout: episode\ntitle: Roots\ndate: 2026-01-05 10:00:00 +0000\nfile: https://soil.example/roots.mp3\nlength: "60946851"\nduration: "1:03:29"\nnumber: 7\n---\nNotes.\n',
  })
  const { code, stderr } = show.run('build')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [item] = itemsOf(show.read('dist/feed.xml'))
  expect(item).toMatchObject({ guid: { '#text': 'soil/roots/' }, 'itunes:duration': '3809', 'itunes:episode': '7' })
})

test('frontmatter never runs', () => {
  const trap = join(showFolder().dir, 'trap')
  for (const word of ['js', 'javascript', 'coffee', 'JS', '__proto__', 'constructor']) {
    const show = showFolder({
      'episodes/evil.md': `---${word}\nrequire("node:fs").writeFileSync(${JSON.stringify(trap)}, "ran"), { title: "x" }\n---\n`,
    })
    const { code, stderr } = show.run('build')
    expect([word, code]).toEqual([word, 1])
    expect(stderr).toMatch(/^episodes\/evil\.md:1:\d+ error .*\[frontmatter\/language\]/m)
  }
  expect(() => readFileSync(trap)).toThrow()
})

test('a file that lies outside the show is not published through a link', () => {
  const outside = showFolder({ 'secret.mp3': readFileSync('tests/fixtures/media/tone.mp3') })
  const show = showFolder({ 'episodes/leak.md': '---\ntitle: Leak\ndate: 2026-01-05\naudio: leak.mp3\n---\n' })
  symlinkSync(join(outside.dir, 'secret.mp3'), join(show.dir, 'episodes/leak.mp3'))
  const { code, stderr } = show.run('build')
  expect(code).toBe(1)
  expect(stderr).toMatch(/^episodes\/leak\.md:4:8 error .*\[media\/outside-show\]/m)
})

test('two builds at once both end well', async () => {
  const show = showFolder(three)
  show.run('build')
  const other = showFolder()
  copyFolder(join(show.dir, 'dist'), join(other.dir, 'before'))
  const { spawn } = await import('node:child_process')
  const codes = await Promise.all(
    [1, 2, 3].map(
      () =>
        new Promise((resolve) =>
          spawn(process.execPath, ['lib/cli/main.js', 'build', show.dir, '--quiet'], {
            env: { ...process.env, SOURCE_DATE_EPOCH: '1800000000' },
          }).on('close', resolve),
        ),
    ),
  )
  expect(codes).toEqual([0, 0, 0])
  expect(show.files('dist')).toEqual(other.files('before'))
})

test('a show on several threads gives the bytes of one thread', () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [
      `episodes/e${i}.md`,
      episode({ title: `Number ${i}`, date: new Date(1.6e12 + i * 3e7).toISOString(), notes: outline }),
    ]),
  )
  const show = showFolder(files)
  expect(show.run('build').stdout).toMatch(/400 episodes, 1,200 chapters/)
  const xml = show.read('dist/feed.xml')
  const titles = itemsOf(xml).map((item) => item.title)
  expect(titles).toEqual(Array.from({ length: 400 }, (_, i) => `Number ${399 - i}`))
  writeFileSync(
    join(show.dir, 'one-thread.mjs'),
    `import { buildShow } from ${JSON.stringify(new URL('../../lib/index.js', import.meta.url).href)}
const report = await buildShow({ showDir: ${JSON.stringify(show.dir)}, outDir: ${JSON.stringify(join(show.dir, 'one'))}, nowMs: 1.8e12, clock: Date.now })
if (report.summary === undefined) throw new Error(JSON.stringify(report.diagnostics))`,
  )
  return import(join(show.dir, 'one-thread.mjs')).then(() => expect(show.files('one')).toEqual(show.files('dist')))
})

import { readFileSync } from 'node:fs'
import { parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { episode, showFolder, showYaml } from './show-folder.ts'

const file = 'episodes/2026-01-05-roots.md'
const vtt = `WEBVTT

00:00:01.000 --> 00:00:03.500
<v Ada>Welcome to Soil &amp; Seed.

00:00:04.000 --> 00:00:06.000
<v Bo>Roots listen, they say.
`

/** What an item's transcripts are: file, type, language, rel. */
function linksIn(feed: string) {
  const [item] = parseRssFeed(feed).items ?? []
  return item?.podcast?.transcripts?.map(({ url, type, language, rel }) =>
    [url?.replace('https://soil.example/', ''), type, language, rel].filter((one) => one !== undefined).join(' '),
  )
}

const allOf = (name: string): string[] => [
  `transcripts/${name}.vtt text/vtt captions`,
  `transcripts/${name}.srt application/x-subrip captions`,
  `transcripts/${name}.json application/json captions`,
  `transcripts/${name}.html text/html`,
  `transcripts/${name}.txt text/plain`,
]

describe('a transcript beside an episode', () => {
  test.each(['episodes/roots.vtt', 'episodes/2026-01-05-roots.vtt', 'audio/roots.transcript.vtt'])(
    '%s is published in all formats',
    (path) => {
      const show = showFolder({ [file]: episode({}), [path]: vtt })
      expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
      expect(linksIn(show.read('dist/feed.xml'))).toEqual(allOf('roots'))
      expect(show.read('dist/transcripts/roots.vtt')).toBe(vtt)
      expect(show.read('dist/transcripts/roots.srt')).toBe(
        '1\n00:00:01,000 --> 00:00:03,500\nAda: Welcome to Soil & Seed.\n\n2\n00:00:04,000 --> 00:00:06,000\nBo: Roots listen, they say.\n',
      )
      expect(JSON.parse(show.read('dist/transcripts/roots.json'))).toEqual({
        version: '1.0.0',
        segments: [
          { speaker: 'Ada', startTime: 1, endTime: 3.5, body: 'Welcome to Soil & Seed.' },
          { speaker: 'Bo', startTime: 4, endTime: 6, body: 'Roots listen, they say.' },
        ],
      })
      expect(show.read('dist/transcripts/roots.html')).toContain('<p>Welcome to Soil &amp; Seed.</p>')
      expect(show.read('dist/transcripts/roots.txt')).toBe(
        'Ada: Welcome to Soil & Seed.\n\nBo: Roots listen, they say.\n',
      )
    },
  )

  test.each(['whisper.json', 'deepgram.json', 'assemblyai.json', 'whisper-cpp.json', 'sentences.json'])(
    'may be what a machine wrote: %s',
    (name) => {
      const show = showFolder({
        [file]: episode({}),
        'episodes/roots.json': readFileSync(`tests/fixtures/transcripts/${name}`),
      })
      const { code, stderr } = show.run('build')
      expect([code, stderr.replace(/^.*(?:warning|info).*\n(?: {2}.*\n)*/gm, '')]).toEqual([0, ''])
      const language = name === 'whisper-cpp.json' ? '.de' : ''
      expect(show.read(`dist/transcripts/roots${language}.vtt`)).toMatch(/^WEBVTT\n\n\d\d:\d\d:\d\d\.\d{3} --> /)
      const types = linksIn(show.read('dist/feed.xml'))?.map((link) => link.split(' ')[1])
      expect(types).toEqual(['text/vtt', 'application/x-subrip', 'application/json', 'text/html', 'text/plain'])
    },
  )

  test('without times gives no captions', () => {
    const show = showFolder({
      [file]: episode({}),
      'episodes/roots.txt': 'Ada: Hello.\n\nBo: Hello, Ada.\n\nAda: Roots!\n',
    })
    expect(show.run('build').code).toBe(0)
    expect(linksIn(show.read('dist/feed.xml'))).toEqual([
      'transcripts/roots.html text/html',
      'transcripts/roots.txt text/plain',
    ])
  })

  test('of another language is one more', () => {
    const show = showFolder({
      [file]: episode({}),
      'episodes/roots.vtt': vtt,
      'episodes/roots.de.srt': '1\n00:00:01,000 --> 00:00:03,500\nWillkommen.\n',
    })
    expect(show.run('build').code).toBe(0)
    expect(linksIn(show.read('dist/feed.xml'))?.filter((link) => link.includes('vtt'))).toEqual([
      'transcripts/roots.vtt text/vtt captions',
      'transcripts/roots.de.vtt text/vtt de captions',
    ])
    expect(show.read('dist/transcripts/roots.de.vtt')).toContain('Willkommen.')
  })

  test.each([
    ['JSON of another kind', { 'episodes/roots.json': '{"layout": "wide"}' }],
    ['a file with another word in its name', { 'episodes/roots.draft.vtt': vtt }],
    [
      'what the episode names as its chapters',
      { 'episodes/roots.vtt': 'WEBVTT\n\n00:00.000 --> 00:10.000\nOne\n\n00:10.000 --> 00:20.000\nTwo\n' },
    ],
  ])('is not %s', (name, files) => {
    const more = name.includes('chapters') ? 'chapters: roots.vtt\n' : ''
    const show = showFolder({ [file]: episode({ more }), ...files })
    expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
    expect(linksIn(show.read('dist/feed.xml'))).toBeUndefined()
  })

  test('with a mistake stops the build at its line', () => {
    const show = showFolder({ [file]: episode({}), 'episodes/roots.vtt': vtt.replace('WEBVTT\n\n', '') })
    const { code, stderr } = show.run('build')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^episodes\/roots\.vtt:1:1 error .*\[transcript\/no-header\]$/m)
    expect(show.exists('dist/feed.xml')).toBe(false)
  })

  test('that goes past the audio’s end is told at its line', () => {
    const show = showFolder({ [file]: episode({}), 'episodes/roots.vtt': vtt.replace('00:00:06.000', '00:45:06.000') })
    const { code, stderr } = show.run('build')
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/roots\.vtt:6:\d+ warning .*\[transcript\/beyond-duration\]/),
    ])
  })

  test('that comes, changes or goes is in the next build', () => {
    const show = showFolder({ [file]: episode({}) })
    show.run('build')
    show.write('episodes/roots.vtt', vtt)
    show.run('build')
    expect(linksIn(show.read('dist/feed.xml'))).toEqual(allOf('roots'))
    show.write('episodes/roots.vtt', vtt.replace('listen', 'hear'))
    show.run('build')
    expect(show.read('dist/transcripts/roots.txt')).toContain('Roots hear')
    show.remove('episodes/roots.vtt')
    show.run('build')
    expect(show.exists('dist/transcripts/roots.txt')).toBe(false)
  })
})

test('a show may want some formats only, or its files as they are', () => {
  const some = showFolder({
    'podcast.yaml': `${showYaml}output: { transcripts: [vtt, text] }\n`,
    [file]: episode({}),
    'episodes/roots.vtt': vtt,
  })
  some.run('build')
  expect(linksIn(some.read('dist/feed.xml'))).toEqual([allOf('roots')[0], allOf('roots')[4]])
  const named = episode({ more: 'transcripts: [roots.vtt, https://cdn.example/roots.srt]\n' })
  const asIs = showFolder({
    'podcast.yaml': `${showYaml}output: { transcripts: false }\n`,
    [file]: named,
    'episodes/roots.vtt': vtt,
  })
  expect(asIs.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  expect(linksIn(asIs.read('dist/feed.xml'))).toEqual([
    'media/episodes/roots.vtt text/vtt',
    'https://cdn.example/roots.srt application/x-subrip',
  ])
  expect(asIs.read('dist/media/episodes/roots.vtt')).toBe(vtt)
})

describe('castwright transcript', () => {
  test('tells what a file is', () => {
    const { code, stdout } = showFolder({ 'a.vtt': vtt }).run('transcript', 'a.vtt')
    expect([code, stdout]).toEqual([0, 'a.vtt: WebVTT\n  2 cues, until 0:06, speakers: Ada, Bo\n'])
  })

  test('converts, and tells what the other format cannot hold', () => {
    const { code, stdout, stderr } = showFolder({ 'a.vtt': vtt }).run('transcript', 'a.vtt', '--to', 'text')
    expect([code, stdout]).toEqual([0, 'Ada: Welcome to Soil & Seed.\n\nBo: Roots listen, they say.\n'])
    expect(stderr).toMatch(/^Plain text cannot hold everything: the start of 2 cues, /)
  })

  test('checks against the audio', () => {
    const { code, stderr } = showFolder({ 'a.vtt': vtt }).run('transcript', 'a.vtt', '--duration', '0:02')
    expect([code, stderr]).toEqual([0, expect.stringContaining('[transcript/beyond-duration]')])
  })

  test.each([
    [['transcript'], 2, 'Which file'],
    [['transcript', 'a.vtt', '--to', 'vvt'], 2, 'did you mean "vtt"'],
    [['transcript', 'a.vtt', '--duration', 'long'], 2, '--duration takes'],
    [['transcript', 'b.vtt'], 1, 'b.vtt'],
    [['transcript', 'plain.txt', '--to', 'srt'], 1, 'SRT needs times'],
  ] as const)('%j ends with %i', (args, code, words) => {
    const run = showFolder({ 'a.vtt': vtt, 'plain.txt': 'Hello.\n' }).run(...args)
    expect([run.code, run.stderr]).toEqual([code, expect.stringContaining(words)])
    expect(run.stderr).not.toMatch(/^\s+at /m)
  })
})

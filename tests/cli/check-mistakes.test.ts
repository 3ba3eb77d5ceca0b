import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findings, flawless, png, root, type ToldDiagnostic, told } from './check-harness.ts'
import { type EpisodeParts, showFolder } from './show-folder.ts'

type Files = Record<string, string | Uint8Array>
type Parts = EpisodeParts

const media = (name: string) => readFileSync(`tests/fixtures/media/${name}`)

/** A mistake in an episode, and all that is said of its file: `line:column code`. */
type EpisodeMistake = readonly [string, Parts, ...string[]]

const inTitles: readonly EpisodeMistake[] = [
  [
    'the number stands in the title',
    { title: '"#12: Soil"', audio: 'https://soil.example/12.mp3', more: 'episode: 12\n' },
    '2:8 item-title-number',
  ],
  ['the title says “Episode 13”', { title: 'Episode 13 - Soil' }, '2:8 item-title-number'],
  ['the title is a number', { title: '14' }, '2:8 item-title-numeric'],
  ['the title repeats the show’s', { title: 'Soil and Seed - More' }, '2:8 item-title-number'],
]

const inAddresses: readonly EpisodeMistake[] = [
  ['the audio is not encrypted', { audio: 'http://soil.example/a.mp3' }, '5:8 episode/audio-not-https'],
  ['the link is not encrypted', { more: 'link: http://soil.example/a\n' }, '9:7 url-https'],
  [
    'a person’s picture is not encrypted',
    { more: 'persons:\n  - name: Ada Fern\n    img: http://soil.example/ada.jpg\n' },
    '11:10 pc-url-https',
  ],
  ['a transcript is not encrypted', { more: 'transcripts:\n  - http://soil.example/a.vtt\n' }, '10:5 pc-url-https'],
  [
    'the notes show a picture that is not there',
    { notes: 'All about roots.\n\nHere: ![Roots](nowhere.png)\n' },
    '13:16 episode/notes-file-missing',
  ],
]

const inTexts: readonly EpisodeMistake[] = [
  ['the summary is too long', { more: `summary: ${'root '.repeat(1000)}\n` }, '9:10 episode/summary-too-long'],
  ['a number is a word', { more: 'season: spring\n' }, '9:9 frontmatter/wrong-value'],
  ['a key is misspelt', { more: 'seson: 2\n' }, '9:1 frontmatter/unknown-key'],
  [
    'the outline is shorter than apps want',
    { notes: '## Chapters\n\n- 0:00 One\n- 1:00 Two\n' },
    '13:3 outline/few-chapters',
  ],
]

const inPeopleAndPlaces: readonly EpisodeMistake[] = [
  ['a role is none', { more: 'persons:\n  - name: Ada Fern\n    role: chef\n' }, '11:11 pc-person-taxonomy'],
  [
    'a role is of another group',
    { more: 'persons:\n  - { name: Ada Fern, role: host, group: writing }\n' },
    '10:42 pc-person-taxonomy',
  ],
  [
    'coordinates have not their form',
    { more: 'location:\n  name: Austin\n  geo: 30.2672,97.7431\n' },
    '11:8 frontmatter/wrong-value',
  ],
  [
    'a country is written in small letters',
    { more: 'location: { name: Austin, country: us }\n' },
    '9:36 frontmatter/wrong-value',
  ],
  [
    'an object of the map has no kind',
    { more: 'location: { name: Austin, osm: 113314 }\n' },
    '9:32 frontmatter/wrong-value',
  ],
]

const inAudio: readonly EpisodeMistake[] = [
  [
    'a soundbite ends after the audio',
    { more: 'soundbites:\n  - start: 29:50\n    duration: 30\n' },
    '10:5 pc-soundbite-range',
  ],
  [
    'a soundbite is too short',
    { more: 'soundbites:\n  - start: 1:00\n    duration: 5\n' },
    '11:15 pc-soundbite-length',
  ],
  [
    'two other forms of the audio are the default',
    {
      more: 'alternateEnclosures:\n  - { sources: https://soil.example/b.mp3, length: 5, default: true }\n  - { sources: https://soil.example/c.mp3, length: 5, default: true }\n',
    },
    '11:64 pc-altenc-default',
  ],
  ['the guid is a small number', { more: 'guid: 12\n' }, '9:7 guid-weak'],
  [
    'a share of the money is broken',
    { more: 'value: { recipients: [{ name: Ada, address: ada@soil.example, split: 33.3 }] }\n' },
    '9:70 frontmatter/wrong-value',
  ],
]

const inTranscripts: readonly EpisodeMistake[] = [
  ['the only transcript is HTML', { more: 'transcripts:\n  - https://soil.example/a.html\n' }, '10:5 tr-no-vtt-srt'],
  [
    'a transcript’s language is a word',
    { more: 'transcripts:\n  - { url: https://soil.example/a.vtt, language: english }\n' },
    '10:50 tr-language',
  ],
  [
    'text without times is called captions',
    {
      more: 'transcripts:\n  - { url: https://soil.example/a.vtt }\n  - { url: https://soil.example/a.txt, rel: captions }\n',
    },
    '11:45 tr-captions-untimed',
  ],
  ['a transcript is not there', { more: 'transcripts:\n  - nowhere.vtt\n' }, '10:5 media/not-found'],
]

const ofEpisodes = { inTitles, inAddresses, inTexts, inPeopleAndPlaces, inAudio, inTranscripts }

/** An image of an episode, and what is said of line 8. */
const images: readonly (readonly [string, string, Uint8Array, ...string[]])[] = [
  ['is too small', 'small.png', png(600, 600), 'media/artwork-size'],
  ['is not square', 'wide.jpg', media('not-square.jpg'), 'media/artwork-not-square'],
  ['is for print', 'print.jpg', media('cmyk.jpg'), 'media/artwork-colours', 'media/artwork-size'],
]

const nameOf = (mistake: string): string => `episodes/${mistake.toLowerCase().replace(/\W+/g, '-')}.md`

/** Checks one show with all of the mistakes: an episode’s file is judged by itself. */
function checkEpisodes(): readonly ToldDiagnostic[] {
  const files: Files = { 'podcast.yaml': flawless }
  for (const [index, [mistake, parts]] of Object.values(ofEpisodes).flat().entries())
    files[nameOf(mistake)] = root({ title: `Roots ${'I'.repeat(index)}`, ...parts })
  for (const [mistake, name, bytes] of images) {
    files[nameOf(mistake)] = root({ title: `Roots ${mistake}` }).replace('https://soil.example/roots.jpg', name)
    files[`episodes/${name}`] = bytes
  }
  return told(showFolder(files).run('check', '--format', 'json')).diagnostics
}

describe('in an episode, it is said once, at the key that causes it, that', () => {
  let found: readonly ToldDiagnostic[] | undefined

  const saidOf = (file: string): string[] => {
    found ??= checkEpisodes()
    return found
      .filter((diagnostic) => diagnostic.file === file)
      .map(({ line, column, code }) => `${line}:${column} ${code}`)
  }

  describe.each(Object.entries(ofEpisodes))('%s', (_kind, mistakes) => {
    test.each(mistakes.map(([mistake, , ...expected]) => ({ mistake, expected })))(
      '$mistake',
      ({ mistake, expected }) => expect(saidOf(nameOf(mistake))).toEqual(expected),
    )
  })

  test.each(images.map(([mistake, , , ...expected]) => ({ mistake, expected })))(
    'the image $mistake',
    ({ mistake, expected }) => expect(saidOf(nameOf(mistake))).toEqual(expected.map((words) => `8:8 ${words}`)),
  )

  test('and nothing of the rest', () => expect(saidOf('podcast.yaml')).toEqual([]))
})

const inShow = (yaml: string): Files => ({ 'podcast.yaml': flawless + yaml })
const inShowFor = (written: string, wrong: string): Files => ({ 'podcast.yaml': flawless.replace(written, wrong) })
const showImage = (name: string, bytes: Uint8Array): Files => ({
  ...inShowFor('https://soil.example/artwork.jpg', name),
  [name]: bytes,
})
const stems = (parts: Parts): Files => ({
  'episodes/stems.md': root({ title: 'Stems', date: '2026-01-06', ...parts }),
})
const withMore = (more: string): Files => ({ 'episodes/roots.md': root({ more }) })

/** How grave each is, its rule’s own test tells. */
const allOf = (files: Files): string[] =>
  findings(
    showFolder({ 'podcast.yaml': flawless, 'episodes/roots.md': root(), ...files }).run('check', '--format', 'json'),
  ).map((line) => line.replace(/ (?:error|warning|info) /, ' '))

/** A show with a mistake, and all that is said of it. */
const ofShows: readonly (readonly [string, Files, ...string[]])[] = [
  [
    'several keys are as they should not be',
    inShow(`link: http://soil.example/
owner: { name: The team, email: hello@soil.example }
trailers:
  - title: Soon
    url: http://soil.example/soon.mp3
    date: 2026-01-01
txt:
  - ${'x'.repeat(4001)}
location:
  - { name: Home, rel: creator, geo: "geo:51.5718706,-0.7769654" }
`),
    'podcast.yaml:10:7 url-https',
    'podcast.yaml:11:33 email-exposed',
    'podcast.yaml:14:10 pc-url-https',
    'podcast.yaml:17:5 pc-text-length',
    'podcast.yaml:19:38 pc-location-precise',
  ],
  [
    'several keys have wrong values',
    inShow(`podroll:
  - { feedGuid: leaves, title: Leaves }
  - { feedUrl: https://leaf.example/feed.xml, title: Leaves }
live:
  - { status: pending, start: 2028-01-01 20:00, title: Questions, guid: live-1, audio: https://soil.example/live.mp3 }
`),
    'podcast.yaml:11:17 show/wrong-value',
    'podcast.yaml:12:5 show/missing',
    'podcast.yaml:14:5 show/missing',
  ],
  [
    'a live stream was over long ago',
    inShow(`live:
  - { status: live, start: 2025-01-01 20:00, end: 2025-01-01 21:00, title: Questions, guid: live-1, audio: https://soil.example/live.mp3, contentLinks: { href: https://soil.example/live, text: Here } }
`),
    'podcast.yaml:11:15 pc-live-stale',
  ],
  [
    'there are more categories than count',
    inShowFor('Science > Earth Sciences', '[Science, Arts, Comedy]'),
    'podcast.yaml:7:23 category-extra',
  ],
  [
    'the show is locked, and nobody has the key',
    inShowFor('locked: false', 'locked: true'),
    'podcast.yaml:9:9 pc-locked-owner',
  ],
  ['the artwork is too small', showImage('art.png', png(600, 600)), 'podcast.yaml:6:8 media/artwork-size'],
  [
    'the artwork could be larger',
    showImage('art.jpg', media('cover-1400.jpg')),
    'podcast.yaml:6:8 image-preferred-size',
  ],
  [
    'the artwork is not square',
    showImage('art.jpg', media('not-square.jpg')),
    'podcast.yaml:6:8 media/artwork-not-square',
  ],
  ['the artwork is WebP', inShowFor('artwork.jpg', 'artwork.webp'), 'podcast.yaml:6:8 image-url'],
  ['the artwork has no extension', inShowFor('artwork.jpg', 'artwork'), 'podcast.yaml:6:8 image-url'],
  [
    'a guest is all that is told of people',
    {
      ...inShow('persons:\n  - { name: Bo Fig, role: host }\n'),
      ...withMore('persons:\n  - { name: Ada Fern, role: guest }\n'),
    },
    'episodes/roots.md:10:5 pc-person-item-hosts',
  ],
  [
    'two episodes have the same audio',
    stems({ audio: 'https://soil.example/audio/roots.mp3' }),
    'episodes/stems.md:5:3 episode/duplicate-audio',
  ],
  [
    'two episodes have the same number',
    { ...withMore('season: 1\nepisode: 3\n'), ...stems({ more: 'season: 1\nepisode: 3\n' }) },
    'episodes/stems.md:10:10 episode/duplicate-number',
  ],
  [
    'two episodes have the same guid',
    { ...withMore('guid: roots\n'), ...stems({ more: 'guid: roots\n' }) },
    'episodes/stems.md:9:7 guid/duplicate',
  ],
]

describe('of a show, all that is said is that', () => {
  test.each(ofShows.map(([name, files, ...expected]) => ({ name, files, expected })))('$name', ({ files, expected }) =>
    expect(allOf(files)).toEqual(expected),
  )
})

/** What may be a list stands alone here: its keys are found all the same. */
const alone: readonly (readonly [string, Files, string])[] = [
  [
    'a trailer',
    inShow('trailers: { title: Soon, url: http://soil.example/soon.mp3, date: 2026-01-01 }\n'),
    'podcast.yaml:10:31 pc-url-https',
  ],
  [
    'a place',
    inShow('location: { name: Home, rel: creator, geo: "geo:51.5718706,-0.7769654" }\n'),
    'podcast.yaml:10:44 pc-location-precise',
  ],
  [
    'a payment that starts before another one ends',
    withMore(`value:
  recipients: [{ name: Ada Fern, address: ada@soil.example, split: 100 }]
  timeSplits:
    - { start: 60, duration: 120, recipients: [{ name: Bo Fig, address: bo@soil.example, split: 100 }] }
    - { start: 100, duration: 60, recipients: [{ name: Cy Elm, address: cy@soil.example, split: 100 }] }
`),
    'episodes/roots.md:13:7 pc-vts-range',
  ],
  [
    'somebody who is paid',
    withMore('value: { recipients: [{ name: Ada Fern, type: node, address: ada, split: 100 }] }\n'),
    'episodes/roots.md:9:62 pc-value-address',
  ],
]

describe('what may be a list, and stands alone', () => {
  test.each(alone)('%s is found at its key', (_name, files, expected) => expect(allOf(files)).toEqual([expected]))
})

describe('said where nothing more should be said', () => {
  test('an episode is broken, and the show is called empty', () =>
    expect(allOf(withMore('season: spring\n'))).toEqual(['episodes/roots.md:9:9 frontmatter/wrong-value']))

  test('an image is a GIF, by its content and by its name', () => {
    const files = { 'episodes/roots.md': root().replace('https://soil.example/roots.jpg', 'roots.gif') }
    const found = allOf({ ...files, 'episodes/roots.gif': media('cover.gif') })
    expect(found.filter((line) => !line.includes('image-preferred-size'))).toEqual([
      'episodes/roots.md:8:8 media/artwork-format',
    ])
  })

  // The build makes other pictures of these, which are as they should be: the feed has those.
  test.each([
    ['is too large', 'too-large.png', []],
    ['can be transparent', 'transparent.png', ['episodes/roots.md:8:8 image-preferred-size']],
  ])('a picture in the show %s', (_name, picture, expected) => {
    const files = { 'episodes/roots.md': root().replace('https://soil.example/roots.jpg', picture) }
    expect(allOf({ ...files, [`episodes/${picture}`]: media(picture) })).toEqual(expected)
  })
})

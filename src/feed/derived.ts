import type { Level } from '../tags/tag.ts'

/** Elements that the feed makes of more than one tag: of the show's own keys, the audio, the notes, the outline. */
export interface DerivedElement {
  readonly elements: readonly string[]
  readonly level: Level
  /** What it is made of. */
  readonly summary: string
  /** What a podcaster writes for it, as YAML; empty: nothing. */
  readonly example: string
  /** Who reads it, as far as is known. */
  readonly usedBy: string
}

const row = (level: Level, elements: readonly string[], summary: string, example: string, usedBy: string) => ({
  level,
  elements,
  summary,
  example,
  usedBy,
})

export const derivedElements: readonly DerivedElement[] = [
  row('channel', ['title'], 'The show’s name.', 'title: My Show', 'Everybody; required.'),
  row(
    'channel',
    ['link'],
    'The show’s website; `baseUrl` if not written.',
    'link: https://example.com/',
    'Everybody; required by RSS.',
  ),
  row(
    'channel',
    ['description'],
    'What the show is about, at most 4000 bytes.',
    'description: About soil.',
    'Everybody; required.',
  ),
  row('channel', ['language'], 'The show’s language.', 'language: en-gb', 'Apple Podcasts and PSP-1 require it.'),
  row('channel', ['generator'], 'Castwright and its version.', '', 'Statistics.'),
  row('channel', ['pubDate', 'lastBuildDate'], 'The newest date in the content; never the clock.', '', 'Feed readers.'),
  row(
    'channel',
    ['atom:link'],
    '`self`: the feed’s address; `first`, `last`, `previous` and `next` where the feed has pages.',
    'pageSize: 200',
    'PSP-1 requires self; the Podcast Index and feed readers follow next.',
  ),
  row(
    'channel',
    ['podcast:guid'],
    'The show’s identity: derived once from the feed’s first address, then kept in the ledger.',
    'guid: 9b024349-ccf0-5f69-a609-6b82873eab3c',
    '26 apps of the Podcast Index list; PSP-1 recommends it.',
  ),
  row('item', ['title'], 'The episode’s title.', 'title: Roots', 'Everybody; required.'),
  row(
    'item',
    ['link'],
    'The page of the episode; its own page if not written.',
    'link: https://example.com/7',
    'Most apps.',
  ),
  row(
    'item',
    ['guid'],
    'The episode’s identity: derived once, then kept in the ledger.',
    'guid: soil-7',
    'Everybody: a changed guid is a new episode.',
  ),
  row('item', ['pubDate'], 'When it was published.', 'date: 2026-03-02T08:00:00+01:00', 'Everybody.'),
  row(
    'item',
    ['description'],
    'The summary (the first paragraph of the notes if not written), and chapters as lines with timestamps.',
    'summary: All about roots.',
    'Everybody; Spotify, YouTube and Apple read chapters there.',
  ),
  row(
    'item',
    ['content:encoded'],
    'The show notes as HTML.',
    '',
    'Apple Podcasts, Pocket Casts, Overcast and most apps.',
  ),
  row('item', ['enclosure'], 'The audio: its address, size and type.', 'audio: roots.mp3', 'Everybody; required.'),
  row(
    'item',
    ['itunes:duration'],
    'The playing time in whole seconds, read from the audio.',
    'audio: { url: https://example.com/7.mp3, length: 123, duration: "43:21" }',
    'Everybody.',
  ),
  row('item', ['dc:creator'], 'The episode’s authors.', 'authors: Ada Fern', 'Feed readers.'),
  row('item', ['dc:language'], 'The episode’s language, where it is not the show’s.', 'language: de', 'Feed readers.'),
  row('item', ['category'], 'The keywords.', 'keywords: [soil, worms]', 'Feed readers.'),
  row(
    'item',
    ['podcast:chapters', 'psc:chapters', 'psc:chapter'],
    'The outline in the notes, a list, a chapter file, or what the audio carries.',
    'chapters: [{ start: 0, title: Hello }, { start: "1:35", title: The plan }]',
    'Apple Podcasts (since iOS 26.2) and 48 apps of the Podcast Index list; Spotify reads psc:chapters.',
  ),
  row(
    'item',
    ['podcast:transcript'],
    'Transcripts, best format first.',
    'transcripts: [roots.vtt, { url: https://example.com/7.html, language: de }]',
    'Apple Podcasts (VTT and SRT) and 43 apps of the Podcast Index list.',
  ),
]

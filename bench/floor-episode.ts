/** One episode as the floor makes it: the least work that gives an item, a page and a chapters file. */
import { markdownToHtml } from 'satteri'

const site = 'https://podcast.example.com/'

export const feedStart = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>The Benchmark Garden</title>
<link>${site}</link>
<description>A show that nobody recorded.</description>
<language>en</language>
`
export const feedEnd = '</channel>\n</rss>\n'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character)

type Keys = Readonly<Record<string, string>>

/** Reads just the YAML that the corpus has. A nested key counts as `key` alone; the lines of a list are joined. */
function readLines(file: string): Keys {
  const keys: Record<string, string> = {}
  let last = ''
  for (const line of file.slice(4, file.indexOf('\n---\n', 4)).split('\n')) {
    const colon = line.indexOf(':')
    if (line.startsWith('  - ')) keys[last] += `${keys[last] === '' ? '' : ', '}${line.slice(4)}`
    else if (colon > 0) {
      last = line.slice(0, colon).trim()
      const value = line.slice(colon + 2)
      keys[last] = value.startsWith('"') ? (JSON.parse(value) as string) : value
    }
  }
  return keys
}

/**
 * How frontmatter is read: `lines`, which works for the corpus alone, or `yaml`, with gray-matter,
 * as a tool must that does not know its files.
 */
export async function loadKeyReader(kind: 'lines' | 'yaml'): Promise<(file: string) => Keys> {
  if (kind === 'lines') return readLines
  const { default: matter } = await import('gray-matter')
  return (file) => {
    // Without options, gray-matter would keep every file in memory.
    const { audio, date, authors, ...keys } = matter(file, {}).data
    return { ...keys, ...audio, date: date.toISOString(), authors: authors.join(', ') }
  }
}

const time = /^(?:- )?[([*]*(?:(\d\d):)?(\d\d):(\d\d)[)\]*]*(?:\(#t=\d+\))? (.+)$/gm

/** Every line that starts with a time, in one pass. Seconds and titles. */
export function findTimes(notes: string): { startTime: number; title: string }[] {
  return Array.from(notes.matchAll(time), ([, hours, minutes, seconds, title = '']) => ({
    startTime: Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds),
    title,
  }))
}

/** The episode's item in the feed, its page and its chapters file, from its own file's name, text and keys. */
export function makeFloorEpisode(file: string, text: string, keys: Keys) {
  const { title = '', date = '', url, length, type, duration, season, episode, authors = '' } = keys
  const notes = text.slice(text.indexOf('\n---\n', 4) + 5)
  const chapters = findTimes(notes)
  const html = markdownToHtml(notes, { features: { gfm: true, frontmatter: false } }).html
  const slug = file.slice(11, -3)
  const link = `${site}episodes/${slug}/`
  const name = escapeXml(title)
  const list = chapters.map(({ startTime, title }) => `<li><a href="#t=${startTime}">${escapeXml(title)}</a></li>\n`)
  return {
    slug,
    item: `<item>
<title>${name}</title>
<guid isPermaLink="false">${slug}</guid>
<link>${link}</link>
<pubDate>${new Date(date).toUTCString()}</pubDate>
<enclosure url="${url}" length="${length}" type="${type}"/>
<itunes:duration>${duration}</itunes:duration>
<itunes:season>${season}</itunes:season>
<itunes:episode>${episode}</itunes:episode>
<itunes:author>${escapeXml(authors)}</itunes:author>
<description>${escapeXml(keys.summary ?? '')}</description>
<podcast:chapters url="${site}chapters/${slug}.json" type="application/json+chapters"/>
<content:encoded><![CDATA[${html}]]></content:encoded>
</item>
`,
    page: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${name}</title></head>
<body>
<h1>${name}</h1>
<p><time datetime="${date}">${date.slice(0, 10)}</time></p>
<audio controls preload="none" src="${url}"></audio>
<ol>
${list.join('')}</ol>
${html}</body>
</html>
`,
    chapters: JSON.stringify({ version: '1.2.0', chapters }),
  }
}

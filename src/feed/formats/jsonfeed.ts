import { type Extension, Feed } from 'feed'
import type { Episode } from '../../model/episode.ts'
import type { FeedFormat } from '../../model/feed-format.ts'
import type { Show } from '../../model/show.ts'
import { cleanText } from '../../text/clean.ts'
import { toIsoUtc } from '../../text/date.ts'
import { escapeHtml } from '../../text/html.ts'
import { authorsOf, showAuthor } from '../authors.ts'
import { itemHtml } from '../content.ts'

const path = 'feed.json'

/** Keys that the library does not know, for it to write as they are; those without a value are left out. */
const extras = (keys: Readonly<Record<string, unknown>>): Extension[] =>
  Object.entries(keys)
    .filter(([, value]) => value !== undefined)
    .map(([name, objects]) => ({ name, objects }) as Extension)

/** What the library writes for a feed, as a value. */
const written = (feed: Feed): Record<string, unknown> => JSON.parse(feed.json1()) as Record<string, unknown>

/** JSON of clean text: an escaped lone surrogate is valid JSON, and breaks readers all the same. */
const toJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, (_key, one: unknown) => (typeof one === 'string' ? cleanText(one) : one), indent)

/** The feed without its items. */
function frame(show: Show): string {
  const { title, description, link, language, baseUrl, values } = show
  const feed = new Feed({
    title,
    description,
    link,
    feedLinks: { json: `${baseUrl}${path}` },
    ...(values.image === undefined ? {} : { image: values.image }),
  })
  // The library writes version 1, which knows neither `authors` nor `language`.
  const own = extras({
    version: 'https://jsonfeed.org/version/1.1',
    language,
    authors: [{ name: showAuthor(show), url: link }],
    expired: values.complete === true ? true : undefined,
  })
  for (const extension of own) feed.addExtension(extension)
  const { items: _none, ...keys } = written(feed)
  return toJson(keys, 2)
}

function item(episode: Episode, contentHtml: string): string {
  const { guid, title, link, date, updated, summary, enclosure, keywords, language, values } = episode
  const { url, type, length, duration } = enclosure
  const authors = authorsOf(episode)
  const feed = new Feed({ title: '' })
  feed.addItem({
    id: guid,
    title,
    link,
    content: '',
    date: new Date((updated ?? date).ms),
    ...(values.image === undefined ? {} : { image: values.image }),
    ...(keywords.length === 0 ? {} : { category: keywords.map((name) => ({ name })) }),
    extensions: extras({
      date_published: toIsoUtc(date.ms),
      date_modified: toIsoUtc((updated ?? date).ms),
      authors:
        authors.length === 0 ? undefined : authors.map(({ name, href, img }) => ({ name, url: href, avatar: img })),
      language,
      attachments: [
        {
          url,
          mime_type: type,
          size_in_bytes: length === 0 ? undefined : length,
          duration_in_seconds: duration === undefined ? undefined : Math.round(duration),
        },
      ],
    }),
  })
  const [keys] = written(feed).items as readonly Record<string, unknown>[]
  // Put in last, for the library would have it copied three times.
  const content = contentHtml === '' ? escapeHtml(summary) : itemHtml(contentHtml, episode)
  return toJson({ ...keys, summary, content_html: content })
}

/** JSON Feed 1.1; each item is one line. @see https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed: FeedFormat = {
  id: 'json',
  path,
  wanted: ({ output }) => output.json,
  open: (show) => `${frame(show).slice(0, -'\n}'.length)},\n  "items": [\n`,
  item: (episode, _show, contentHtml) => item(episode, contentHtml),
  separator: ',\n',
  close: () => '\n  ]\n}\n',
}

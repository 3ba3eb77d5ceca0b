import { defineRule } from '../../model/rule.ts'
import { hasHeaders, isFine } from '../answers.ts'
import { sources } from '../sources.ts'

const feed = 'https://soil.example/feed.xml'

export const feedCacheHeaders = defineRule({
  id: 'feed-cache-headers',
  level: 'info',
  platforms: 'all',
  summary: 'The feed’s server says by ETag or Last-Modified which state of the feed it gives.',
  why: 'Apps ask again and again whether there is something new, and otherwise load the whole feed each time.',
  mend: 'Let the server send an ETag or Last-Modified header with the feed.',
  source: sources.http,
  examples: {
    bad: [{ answers: { [feed]: { headers: { 'content-type': 'application/rss+xml' } } } }],
    good: [
      { answers: { [feed]: { headers: { etag: 'W/"1"' } } } },
      { answers: { [feed]: { headers: {} } } },
      { answers: { [feed]: { headers: { 'content-type': 'text/html' }, status: 500 } } },
    ],
  },
  check: (report) => ({
    answer: (target, answer) => {
      if (target.kind !== 'feed' || !hasHeaders(answer) || !isFine(answer)) return
      if (answer.headers.etag === undefined && answer.headers['last-modified'] === undefined)
        report(target, 'The server sends neither ETag nor Last-Modified with the feed.')
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { hasHeaders, isFine } from '../answers.ts'
import { sources } from '../sources.ts'

const feed = 'https://soil.example/feed.xml'

/** In bytes: smaller feeds are not worth it. */
const small = 100 * 1024

export const feedCompressed = defineRule({
  id: 'feed-compressed',
  level: 'info',
  platforms: 'all',
  summary: `A feed of more than ${small / 1024} KB is sent compressed.`,
  why: 'Compressed, a feed has a tenth of its size, and every app loads it again and again.',
  mend: 'Turn on gzip or Brotli compression for XML in the server.',
  source: sources.http,
  examples: {
    bad: [{ answers: { [feed]: { headers: { etag: '"1"' }, length: 200_000 } } }],
    good: [
      { answers: { [feed]: { headers: { 'content-encoding': 'br' }, length: 200_000 } } },
      { answers: { [feed]: { headers: { etag: '"1"' }, length: 5000 } } },
      { answers: { [feed]: { headers: {}, length: 200_000 } } },
    ],
  },
  check: (report) => {
    let read = 0
    return {
      document: ({ bytes = 0 }) => {
        read = bytes
      },
      answer: (target, answer) => {
        if (target.kind !== 'feed' || !hasHeaders(answer) || !isFine(answer)) return
        const size = Math.max(read, answer.length ?? 0, answer.bytes?.length ?? 0)
        const encoding = answer.headers['content-encoding']?.trim() ?? ''
        if (size > small && (encoding === '' || encoding === 'identity'))
          report(target, `The feed has ${Math.round(size / 1024)} KB, and is not sent compressed.`)
      },
    }
  },
})

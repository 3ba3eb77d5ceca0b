import { defineRule } from '../../model/rule.ts'
import { firstTime, hostOf, partOf } from '../answers.ts'
import { sources } from '../sources.ts'

/** What clients were once told to follow at least, and some no longer do. @see RFC 9110 §15.4 */
const most = 5

const chain = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `https://t${index}.example/a.mp3`)

export const redirectCount = defineRule({
  id: 'redirect-count',
  level: 'info',
  platforms: 'all',
  summary: `Not more than ${most} redirects lead to the audio.`,
  why: 'Each one makes listeners wait, and some apps and car radios give up after five.',
  mend: 'Remove measuring services from the front of the audio’s address that nobody needs any more.',
  source: sources.http,
  examples: {
    bad: [{ answers: { 'https://soil.example/audio/roots.mp3': { redirects: chain(6) } } }],
    good: [
      { answers: { 'https://soil.example/audio/roots.mp3': { redirects: chain(5) } } },
      { answers: { 'https://soil.example/artwork.jpg': { redirects: chain(6) } } },
    ],
  },
  check: (report) => {
    // A show's episodes all take one way.
    const isNew = firstTime()
    return {
      answer: (target, { redirects }) => {
        if (target.kind !== 'enclosure' || redirects.length <= most) return
        const way = [...new Set(redirects.map(hostOf))].join(' → ')
        if (isNew(way))
          report(target, `The audio is reached over ${redirects.length} redirects: ${way}.`, { part: partOf(target) })
      },
    }
  },
})

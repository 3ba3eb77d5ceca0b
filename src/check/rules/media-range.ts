import { defineRule } from '../../model/rule.ts'
import { firstTime, hasHeaders, hostOf, isFine, partOf } from '../answers.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const audio = 'https://soil.example/audio/roots.mp3'

export const mediaRange = defineRule({
  id: 'media-range',
  level: 'warning',
  platforms: ['apple'],
  summary: 'Servers of audio give a part of the file where an app asks for a part.',
  why: 'Apple Podcasts plays no episodes from other servers; elsewhere nobody can jump to a chapter before all is loaded.',
  mend: 'Turn on byte ranges (Accept-Ranges: bytes) in the server, or move the audio to one that has them.',
  source: sources.appleRequirements,
  examples: {
    bad: [
      { answers: { [audio]: { ranges: false } } },
      { answers: { [audio]: { ranges: undefined, headers: { 'accept-ranges': 'none' } } } },
    ],
    good: [
      { answers: { [audio]: { ranges: true, headers: { etag: '"1"' } } } },
      { answers: { [audio]: { ranges: false, headers: {} } } },
      { answers: { [audio]: { ranges: undefined, headers: { etag: '"1"' } } } },
      { answers: { [audio]: { ranges: false, status: 500 } } },
    ],
  },
  check: (report) => {
    const isNew = firstTime()
    return {
      answer: (target, answer) => {
        const { kind, url } = target
        if (kind !== 'enclosure' || !hasHeaders(answer) || !isFine(answer)) return
        const refuses = /^none$/i.test(answer.headers['accept-ranges']?.trim() ?? '')
        const { ranges = !refuses } = answer
        // A list of pieces, as live streams have it, is always read whole.
        if (ranges || /mpegurl/i.test(target.node.attributes.type ?? '') || !isNew(hostOf(url))) return
        report(target, `The server ${hostOf(url)} does not give parts of the audio ${quoted(url)}, only the whole.`, {
          part: partOf(target),
        })
      },
    }
  },
})

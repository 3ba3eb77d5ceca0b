import { defineRule } from '../../model/rule.ts'
import { firstTime, hasHeaders, hostOf, isFine, kindNames, partOf } from '../answers.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const audio = 'https://soil.example/audio/roots.mp3'

export const mediaHead = defineRule({
  id: 'media-head',
  level: 'warning',
  platforms: ['apple'],
  summary: 'Servers of audio and artwork answer HEAD requests.',
  why: 'Apple Podcasts asks that way what a file is before it loads it, and shows no artwork otherwise.',
  mend: 'Let the server allow HEAD wherever it allows GET.',
  source: sources.appleRequirements,
  examples: {
    bad: [
      { answers: { [audio]: { head: false } } },
      { answers: { 'https://soil.example/artwork.jpg': { head: false } } },
    ],
    good: [
      { answers: { [audio]: { head: undefined } } },
      { answers: { [audio]: { head: false, headers: {} } } },
      { answers: { [audio]: { head: false, status: 404 } } },
      { answers: { 'https://soil.example/roots.vtt': { head: false } } },
    ],
  },
  check: (report) => {
    // It is the server's doing, so the same for all of its files.
    const isNew = firstTime()
    return {
      answer: (target, answer) => {
        const { kind, url } = target
        if (kind !== 'enclosure' && kind !== 'image') return
        if (answer.head !== false || !hasHeaders(answer) || !isFine(answer) || !isNew(`${kind} ${hostOf(url)}`)) return
        report(
          target,
          `The server ${hostOf(url)} does not answer HEAD requests for the ${kindNames[kind]} ${quoted(url)}.`,
          {
            part: partOf(target),
          },
        )
      },
    }
  },
})

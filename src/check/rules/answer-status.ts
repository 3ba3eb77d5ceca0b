import { defineRule } from '../../model/rule.ts'
import { statusWithReason } from '../../text/http-status.ts'
import { firstTime, isFine, kindNames, partOf } from '../answers.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const audio = 'https://soil.example/audio/roots.mp3'

/** The answer may be another tomorrow. */
const passing: readonly number[] = [408, 425, 429, 503]

export const answerStatus = defineRule({
  id: 'answer-status',
  level: 'error',
  platforms: 'all',
  summary: 'Every address in the feed that apps load answers.',
  why: 'Listeners get no audio, no picture, no transcript or no chapters from there.',
  mend: 'Correct the address, or put the file where it leads.',
  source: sources.http,
  sameAs: ['media/not-found'],
  examples: {
    bad: [
      { answers: { [audio]: { status: 404 } } },
      { answers: { [audio]: { status: undefined, failure: 'the server was not found' } } },
      { answers: { 'https://soil.example/roots.vtt': { status: 410 } } },
      { answers: { 'https://soil.example/artwork.jpg': { status: 503 } } },
      { answers: { 'https://soil.example/feed.xml': { status: 500 } } },
    ],
    good: [
      { answers: { [audio]: { status: 206 } } },
      { answers: { [audio]: { status: 200, redirects: ['https://soil.example/a'] } } },
    ],
  },
  check: (report) => {
    // Many items may point at one address.
    const isNew = firstTime()
    return {
      answer: (target, answer) => {
        const { kind, url, node } = target
        const { status, failure } = answer
        if (isFine(answer) || (status === undefined && failure === undefined) || !isNew(url)) return
        const name = kindNames[kind]
        const reason = status === undefined ? '' : statusWithReason(status)
        const message =
          failure === undefined
            ? `The address of the ${name} answers ${reason}: ${quoted(url)}.`
            : `The address of the ${name} does not answer (${failure}): ${quoted(url)}.`
        // Pages are for people, and a source is one of several: apps do without.
        const isLesser =
          kind === 'page' || node.name === 'podcast:source' || (status !== undefined && passing.includes(status))
        report(target, message, { part: partOf(target), ...(isLesser ? { level: 'warning' } : {}) })
      },
    }
  },
})

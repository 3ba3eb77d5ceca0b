import { defineRule, type Target } from '../../model/rule.ts'
import { firstTime, isFine, kindNames, partOf, typeOfAnswer } from '../answers.ts'
import { sameKind } from '../media-types.ts'
import { bareType } from '../mime.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const audio = 'https://soil.example/audio/roots.mp3'
const chapters = 'https://soil.example/roots.json'
const vtt = 'https://soil.example/roots.vtt'
const headers = (type: string) => ({ headers: { 'content-type': type } })

/** Servers say these of whatever they do not know. */
const vague: readonly string[] = ['application/octet-stream', 'binary/octet-stream', 'application/force-download']

/** The type that the feed gives it, by itself or by the kind of element; `image/` is any image; undefined if it says nothing. */
function promised({ kind, node }: Target): string | undefined {
  const type = bareType(node.name === 'podcast:source' ? undefined : node.attributes.type)
  if (kind === 'chapters') return 'application/json+chapters'
  if (kind === 'image') return type === '' ? 'image/' : type
  return (kind === 'enclosure' || kind === 'transcript') && type !== '' ? type : undefined
}

const fits = (sent: string, wanted: string): boolean =>
  wanted.endsWith('/') ? sent.startsWith(wanted) : sameKind(sent, wanted)

/** Whether apps that go by what they read, not by the header, get along with it. */
function isHarmless(sent: string, wanted: string): boolean {
  if (vague.includes(sent)) return true
  const isText = /^(?:text\/|application\/(?:.*json|.*srt|x-subrip))/.test(wanted)
  return isText
    ? sent === 'text/plain'
    : /^(?:audio|video)\/.*(?:mp4|m4a|m4v)/.test(wanted) && /^(?:audio|video)\/.*(?:mp4|m4a|m4v)/.test(sent)
}

export const answerType = defineRule({
  id: 'answer-type',
  level: 'warning',
  platforms: ['podcast-index', 'apple'],
  summary: 'Servers send audio, images, transcripts and chapters as the type that the feed says.',
  why: 'Apps that go by the server’s word do not play or show the file.',
  mend: 'Let the server send the right Content-Type, or correct the type in the feed.',
  source: sources.http,
  examples: {
    bad: [
      { answers: { [audio]: headers('text/html; charset=utf-8') } },
      { answers: { [audio]: headers('application/octet-stream') } },
      { answers: { [chapters]: headers('text/html') } },
      { answers: { [vtt]: headers('application/x-subrip') } },
      { answers: { 'https://soil.example/artwork.jpg': headers('text/html') } },
    ],
    good: [
      { answers: { [audio]: headers('audio/mp3') } },
      { answers: { [audio]: { headers: {} } } },
      { answers: { [audio]: { ...headers('text/html'), status: 404 } } },
      { answers: { [chapters]: headers('application/json; charset=utf-8') } },
      { answers: { [vtt]: headers('Text/VTT;charset=utf-8') } },
      { answers: { 'https://soil.example/artwork.jpg': headers('image/png') } },
      {
        item: '<enclosure url="https://soil.example/r.m4a" length="5" type="audio/x-m4a"/>',
        answers: { 'https://soil.example/r.m4a': headers('audio/mp4') },
      },
    ],
  },
  check: (report) => {
    const isNew = firstTime()
    return {
      answer: (target, answer) => {
        const wanted = promised(target)
        const sent = typeOfAnswer(answer)
        if (wanted === undefined || sent === '' || !isFine(answer) || fits(sent, wanted) || !isNew(target.url)) return
        const expected = wanted.endsWith('/') ? 'an image' : wanted
        report(
          target,
          `The server sends the ${kindNames[target.kind]} as ${quoted(sent)}; by the feed it is ${expected}.`,
          { part: partOf(target), ...(isHarmless(sent, wanted) ? { level: 'info' } : {}) },
        )
      },
    }
  },
})

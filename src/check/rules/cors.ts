import { defineRule } from '../../model/rule.ts'
import { firstTime, hasHeaders, hostOf, isFine, kindNames, partOf } from '../answers.ts'
import { sources } from '../sources.ts'

const vtt = 'https://soil.example/roots.vtt'

export const cors = defineRule({
  id: 'cors',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'Transcripts and chapters may be loaded by web pages of others (CORS).',
  why: 'Players that are web pages cannot show them otherwise.',
  mend: 'Let the server add the header Access-Control-Allow-Origin: * to them.',
  source: sources.cors,
  examples: {
    bad: [
      { answers: { [vtt]: { headers: { 'content-type': 'text/vtt' } } } },
      { answers: { [vtt]: { headers: { 'access-control-allow-origin': 'https://soil.example' } } } },
    ],
    good: [
      { answers: { [vtt]: { headers: {} } } },
      { answers: { [vtt]: { headers: { 'content-type': 'text/vtt' }, status: 404 } } },
      { answers: { 'https://soil.example/artwork.jpg': { headers: { 'content-type': 'image/jpeg' } } } },
    ],
  },
  check: (report) => {
    const isNew = firstTime()
    return {
      answer: (target, answer) => {
        const { kind, url } = target
        if ((kind !== 'transcript' && kind !== 'chapters') || !hasHeaders(answer) || !isFine(answer)) return
        const allowed = answer.headers['access-control-allow-origin']?.trim()
        if (allowed === '*' || !isNew(`${kind} ${hostOf(url)}`)) return
        const who = allowed === undefined ? 'no other web page' : `only ${allowed}`
        report(target, `The server ${hostOf(url)} lets ${who} load the ${kindNames[kind]}.`, { part: partOf(target) })
      },
    }
  },
})

import { defineRule } from '../../model/rule.ts'
import { hasHeaders, isFine, typeOfAnswer } from '../answers.ts'
import { quoted } from '../quoted.ts'
import { w3cMessage } from '../sources.ts'

const feed = 'https://soil.example/feed.xml'

/** @see spec/rss-itunes-psp.md §1 HTTP type */
const types: readonly string[] = ['application/rss+xml', 'application/xml', 'text/xml']

export const feedContentType = defineRule({
  id: 'feed-content-type',
  level: 'warning',
  platforms: ['w3c'],
  summary: 'The feed is sent as application/rss+xml, application/xml or text/xml.',
  why: 'Readers and browsers may take it for something else, such as a web page.',
  mend: 'Let the server send the feed as application/rss+xml.',
  source: w3cMessage('warning/UnexpectedContentType'),
  examples: {
    bad: [
      { answers: { [feed]: { headers: { 'content-type': 'text/html; charset=utf-8' } } } },
      { answers: { [feed]: { headers: { etag: '"1"' } } } },
    ],
    good: [
      { answers: { [feed]: { headers: { 'content-type': 'Text/XML;charset=UTF-8' } } } },
      { answers: { [feed]: { headers: {} } } },
      { answers: { [feed]: { headers: { 'content-type': 'text/html' }, status: 404 } } },
    ],
  },
  check: (report) => ({
    answer: (target, answer) => {
      if (target.kind !== 'feed' || !hasHeaders(answer) || !isFine(answer)) return
      const type = typeOfAnswer(answer)
      if (type === '') report(target, 'The server does not say what type the feed has.')
      else if (!types.includes(type)) report(target, `The server sends the feed as ${quoted(type)}.`)
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'
import { isCaptions, typeOf } from '../transcripts.ts'

const transcript = (type: string, rel: string): string =>
  `<podcast:transcript url="https://soil.example/1" type="${type}" rel="${rel}"/>`

export const trCaptionsUntimed = defineRule({
  id: 'tr-captions-untimed',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'A transcript that is marked as captions has times.',
  why: 'Apps try to show each line when it is spoken, and cannot.',
  mend: 'Remove rel="captions", and publish a WebVTT or SRT file as captions.',
  source: namespaceTag('transcript'),
  examples: {
    bad: [{ item: transcript('text/plain', 'captions') }, { item: transcript('text/html', 'captions') }],
    good: [
      { item: transcript('text/vtt', 'captions') + transcript('application/json', 'captions') },
      { item: transcript('text/plain', '') },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name !== 'podcast:transcript' || !isCaptions(node)) return
      if (typeOf(node) === 'text/plain')
        report(node, 'The transcript is marked as captions, but plain text has no times.', { part: '@rel' })
      // HTML can have times, though apps seldom look for them.
      if (typeOf(node) === 'text/html')
        report(node, 'The transcript is marked as captions, but apps hardly find times in HTML.', {
          part: '@rel',
          level: 'info',
        })
    },
  }),
})

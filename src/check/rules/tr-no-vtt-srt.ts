import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'
import { transcriptsOf, typeOf } from '../transcripts.ts'

const timed = new Set(['text/vtt', 'application/x-subrip'])
const transcript = (type: string): string => `<podcast:transcript url="https://soil.example/1" type="${type}"/>`

export const trNoVttSrt = defineRule({
  id: 'tr-no-vtt-srt',
  level: 'warning',
  platforms: ['apple'],
  summary: 'An episode that has transcripts has one in WebVTT or SRT.',
  why: 'Apple Podcasts ignores transcripts in other formats, and shows one that it made itself.',
  mend: 'Publish the transcript as WebVTT (.vtt), too.',
  source: sources.apple,
  examples: {
    bad: [{ item: transcript('text/html') + transcript('application/json') }],
    good: [
      { item: transcript('text/html') + transcript('application/srt') },
      { item: transcript('text/vtt; charset=utf-8') },
      { without: ['item/podcast:transcript'] },
    ],
  },
  check: (report) => ({
    item: (item) => {
      const [first, ...others] = transcriptsOf(item)
      if (first === undefined || [first, ...others].some((node) => timed.has(typeOf(node)))) return
      // That a type is missing is told by pc-attr-required.
      if ([first, ...others].some((node) => typeOf(node) === '')) return
      report(first, 'The episode has a transcript, but none in WebVTT or SRT.')
    },
  }),
})

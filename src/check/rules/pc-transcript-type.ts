import { defineRule } from '../../model/rule.ts'
import { transcriptTypes } from '../../tags/vocabulary.ts'
import { nearest } from '../../text/words.ts'
import { bareType, usualType } from '../mime.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

/** Apple names the second for SRT, and so do many hosts. */
const known: readonly string[] = [...transcriptTypes, 'application/srt']

const transcript = (type: string): string => `<podcast:transcript url="https://soil.example/1" type="${type}"/>`

export const pcTranscriptType = defineRule({
  id: 'pc-transcript-type',
  level: 'warning',
  platforms: ['podcast-index', 'psp-1', 'apple'],
  summary: 'The type of a transcript is one of those that apps know.',
  why: 'Apps pick a transcript by its type, compared as a whole, and overlook one with another type.',
  mend: `Write one of ${transcriptTypes.join(', ')}, in small letters, with nothing behind it.`,
  source: namespaceTag('transcript'),
  examples: {
    bad: [
      { item: transcript('text/srt') },
      { item: transcript('text/vtt; charset=utf-8') },
      { item: transcript('vtt') },
      { item: transcript('Text/VTT') },
      { item: transcript('application/pdf') },
    ],
    good: [
      { item: [...transcriptTypes, 'application/srt'].map((type) => transcript(type)).join('') },
      // Told by pc-attr-required.
      { item: '<podcast:transcript url="https://soil.example/1.vtt"/>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name !== 'podcast:transcript') return
      const type = node.attributes.type?.trim() ?? ''
      if (type === '' || known.includes(type)) return
      const bare = bareType(type)
      const meant = known.includes(usualType(bare)) ? usualType(bare) : nearest(bare, transcriptTypes)
      report(node, `${quoted(type)} is no type of transcript that apps know.`, {
        part: '@type',
        ...(meant === undefined ? {} : { hint: `Write ${meant}.` }),
      })
    },
  }),
})

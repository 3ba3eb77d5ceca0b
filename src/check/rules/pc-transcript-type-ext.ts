import { defineRule } from '../../model/rule.ts'
import { transcriptTypes } from '../../tags/vocabulary.ts'
import { mediaTypeOfName } from '../../text/media-type.ts'
import { usualType } from '../mime.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const known: readonly string[] = transcriptTypes

export const pcTranscriptTypeExt = defineRule({
  id: 'pc-transcript-type-ext',
  level: 'warning',
  platforms: ['podcast-index', 'apple'],
  summary: 'The type of a transcript is that of its file’s name.',
  why: 'An app that goes by the type reads the file as what it is not, and shows nothing.',
  mend: 'Correct the `type`, or the name of the file.',
  source: namespaceTag('transcript'),
  examples: {
    bad: [
      { item: '<podcast:transcript url="https://soil.example/1.srt?v=2" type="text/vtt"/>' },
      { item: '<podcast:transcript url="https://soil.example/1.json" type="application/srt"/>' },
    ],
    good: [
      { item: '<podcast:transcript url="https://soil.example/1.SRT" type="application/srt"/>' },
      { item: '<podcast:transcript url="https://soil.example/1.srt" type="application/x-subrip"/>' },
      { item: '<podcast:transcript url="https://soil.example/t.php?file=1.srt" type="text/vtt"/>' },
      { item: '<podcast:transcript url="https://soil.example/1.html" type="text/html; charset=utf-8"/>' },
      { item: '<podcast:transcript url="https://soil.example/roots/" type="text/html"/>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name !== 'podcast:transcript') return
      const type = usualType(node.attributes.type)
      const byName = mediaTypeOfName(node.attributes.url?.trim() ?? '')
      if (byName === undefined || byName === type || !known.includes(type) || !known.includes(byName)) return
      report(node, `The transcript’s type is ${quoted(type)}, but its name says that it is ${byName}.`, {
        part: '@type',
      })
    },
  }),
})

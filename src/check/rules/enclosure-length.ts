import { childNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isFine } from '../answers.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const bytes = (count: number): string => `${count} ${count === 1 ? 'byte' : 'bytes'}`

export const enclosureLength = defineRule({
  id: 'enclosure-length',
  level: 'error',
  platforms: 'all',
  summary: 'The audio’s length is its size in bytes, a whole number.',
  why: 'Apps show from it how long a download takes, and whether there is room for it.',
  mend: 'Write the file’s exact size in bytes as the `length` below `audio`.',
  source: sources.apple,
  examples: {
    bad: [
      { item: '<enclosure url="https://soil.example/roots.mp3" length="-1" type="audio/mpeg"/>' },
      { item: '<enclosure url="https://soil.example/roots.mp3" length="12.5 MB" type="audio/mpeg"/>' },
      { item: '<enclosure url="https://soil.example/roots.mp3" length="0" type="audio/mpeg"/>' },
      { answers: { 'https://soil.example/audio/roots.mp3': { length: 7654321 } } },
    ],
    good: [
      { item: '<enclosure url="https://soil.example/roots.mp3" length=" 12 " type="audio/mpeg"/>' },
      { answers: { 'https://soil.example/audio/roots.mp3': { length: undefined } } },
      { answers: { 'https://soil.example/audio/roots.mp3': { status: 404, length: 17 } } },
    ],
  },
  check: (report) => ({
    item: (item) => {
      const enclosure = childNamed(item, 'enclosure')
      const length = enclosure?.attributes.length?.trim() ?? ''
      if (enclosure === undefined || length === '') return
      if (!/^\d+$/.test(length))
        report(enclosure, `The audio’s length is no whole number of bytes: ${quoted(length)}.`, { part: '@length' })
      else if (Number(length) === 0)
        report(enclosure, 'The audio’s length is 0, which says that its size is not known.', {
          part: '@length',
          level: 'warning',
        })
    },
    answer: ({ kind, node }, answer) => {
      const written = node.attributes.length?.trim() ?? ''
      if (kind !== 'enclosure' || node.name !== 'enclosure' || !/^\d+$/.test(written) || Number(written) === 0) return
      const { length } = answer
      if (length === undefined || !isFine(answer) || length === Number(written)) return
      report(node, `The audio has ${bytes(length)}, but the feed says ${bytes(Number(written))}.`, {
        part: '@length',
        level: 'warning',
        hint: 'Write the file’s exact size. A host that inserts advertisements sends other sizes to everybody; then leave it.',
      })
    },
  }),
})

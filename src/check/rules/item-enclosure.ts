import { childNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'

/** What an enclosure must say, for people. */
const required = [
  ['url', 'address'],
  ['length', 'size in bytes'],
  ['type', 'media type'],
] as const

export const itemEnclosure = defineRule({
  id: 'item-enclosure',
  level: 'error',
  platforms: ['apple', 'psp-1', 'podcast-index'],
  summary: 'Every episode has an enclosure: the address, size and type of its audio.',
  why: 'Without it there is nothing to play, and apps leave the episode out.',
  mend: 'Name the audio file as `audio`; for audio elsewhere, write `url`, `length` and `type` below `audio`.',
  source: sources.apple,
  sameAs: ['frontmatter/missing', 'episode/audio-length-missing', 'episode/audio-type-unknown'],
  examples: {
    bad: [
      { without: ['item/enclosure'] },
      { item: '<enclosure url="https://soil.example/a.mp3" type="audio/mpeg"/>' },
      { item: '<enclosure url=" " length="5" type="audio/mpeg"/>' },
      { item: '<enclosure url="https://soil.example/a.mp3" length="5"/>' },
    ],
    good: [{}, { item: '<enclosure url="https://soil.example/a.mp3" length="0" type="audio/mpeg"></enclosure>' }],
  },
  check: (report) => ({
    item: (item) => {
      const enclosure = childNamed(item, 'enclosure')
      if (enclosure === undefined) return report(item, 'The episode has no audio: it has no enclosure.')
      for (const [name, words] of required) {
        const value = enclosure.attributes[name]
        if (value !== undefined && value.trim() !== '') continue
        const part = value === undefined ? 'element' : (`@${name}` as const)
        report(
          enclosure,
          `The episode’s audio has no ${words}: “${name}” is ${value === undefined ? 'missing' : 'empty'}.`,
          { part },
        )
      }
    },
  }),
})

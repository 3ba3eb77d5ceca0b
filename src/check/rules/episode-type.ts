import { childNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { nearest } from '../../text/words.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const types: readonly string[] = ['full', 'trailer', 'bonus']

export const episodeType = defineRule({
  id: 'episode-type',
  level: 'error',
  platforms: ['apple', 'w3c'],
  summary: 'An episode’s type is full, trailer or bonus.',
  why: 'Apple Podcasts takes any other value for a full episode.',
  mend: 'Write full, trailer or bonus as `episodeType`, or leave it out for a full episode.',
  source: sources.apple,
  examples: {
    bad: [
      { item: '<itunes:episodeType>teaser</itunes:episodeType>' },
      { item: '<itunes:episodeType>Full</itunes:episodeType>' },
      { item: '<itunes:episodeType/>' },
    ],
    good: [{ item: '<itunes:episodeType> bonus </itunes:episodeType>' }, { without: ['item/itunes:episodeType'] }],
  },
  check: (report) => {
    const visit = (item: FeedNode): void => {
      const node = childNamed(item, 'itunes:episodeType')
      const text = textOf(node)
      if (node === undefined || types.includes(text)) return
      const lower = text.toLowerCase()
      if (text === '')
        report(node, 'The episode’s type is empty, which counts as full.', {
          level: 'info',
          cause: 'empty',
          hint: 'Leave the element out, or write full, trailer or bonus.',
        })
      else if (types.includes(lower))
        report(node, `The episode’s type has capital letters: ${quoted(text)}.`, {
          part: 'text',
          level: 'warning',
          cause: text,
          hint: `Write ${lower}.`,
        })
      else {
        const meant = nearest(text, types)
        report(node, `The episode’s type is neither full nor trailer nor bonus: ${quoted(text)}.`, {
          part: 'text',
          ...(meant === undefined ? {} : { hint: `Did you mean ${meant}?` }),
        })
      }
    }
    return { item: visit, liveItem: visit }
  },
})

import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isPublisherFeed } from '../medium.ts'
import { sources } from '../sources.ts'

export const channelLanguage = defineRule({
  id: 'channel-language',
  level: 'error',
  platforms: ['apple', 'psp-1'],
  summary: 'The show says in which language it is spoken.',
  why: 'Apple Podcasts requires it, and directories sort shows by it.',
  mend: 'Write its code, such as en, de or pt-br, as `language` in podcast.yaml.',
  source: sources.apple,
  sameAs: ['show/missing'],
  examples: {
    bad: [{ without: ['language'] }, { channel: '<language> </language>' }],
    good: [
      { channel: '<language>pt-BR</language>' },
      { channel: '<podcast:medium>publisher</podcast:medium>', without: ['language'] },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      const language = childNamed(channel, 'language')
      if (isPublisherFeed(channel)) return
      if (language === undefined) report(channel, 'The show does not say in which language it is.')
      else if (textOf(language) === '') report(language, 'The show’s language is empty.')
    },
  }),
})

import { childrenNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isUuid } from '../../text/uuid.ts'
import { namespaceTag } from '../sources.ts'

export const pcGuidFormat = defineRule({
  id: 'pc-guid-format',
  level: 'error',
  platforms: ['podcast-index', 'psp-1'],
  summary: 'The show’s podcast:guid is a UUID.',
  why: 'Directories know a show by this identity; one that is not a UUID is ignored.',
  mend: 'Copy the guid that the Podcast Index has for the show into `guid` in podcast.yaml, or leave it out there.',
  source: namespaceTag('guid'),
  sameAs: ['show/guid'],
  examples: {
    bad: [{ channel: '<podcast:guid>soil-and-seed</podcast:guid>' }, { channel: '<podcast:guid/>' }],
    good: [{}, { without: ['podcast:guid'] }],
  },
  check: (report) => ({
    channel: (channel) => {
      for (const guid of childrenNamed(channel, 'podcast:guid'))
        if (!isUuid(textOf(guid))) report(guid, `The show’s guid “${textOf(guid)}” is not a UUID.`, { part: 'text' })
    },
  }),
})

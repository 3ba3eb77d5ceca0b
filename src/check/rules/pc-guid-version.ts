import { childrenNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isUuid } from '../../text/uuid.ts'
import { namespaceTag } from '../sources.ts'

/** The place of a UUID's version: its 13th digit. */
const versionAt = 14

export const pcGuidVersion = defineRule({
  id: 'pc-guid-version',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'The show’s podcast:guid is a UUID of version 5, made of the feed’s address.',
  why: 'Directories make the guid of a show in that way, so that they may know this one by another.',
  mend: 'Look the show up in the Podcast Index: if it has another guid there, take that one; else leave it as it is.',
  source: namespaceTag('guid'),
  examples: {
    bad: [{ channel: '<podcast:guid>2f5a1f0e-8f4b-4a53-9a0b-6f2a7d3b1c9e</podcast:guid>' }],
    good: [{}, { channel: '<podcast:guid>917393E3-1B1E-5CEF-ACE4-EDAA54E1F810</podcast:guid>' }],
  },
  check: (report) => ({
    channel: (channel) => {
      for (const guid of childrenNamed(channel, 'podcast:guid')) {
        const text = textOf(guid)
        const version = text.charAt(versionAt)
        if (isUuid(text) && version !== '5')
          report(guid, `The show’s guid is a UUID of version ${version}; podcast guids have version 5.`, {
            part: 'text',
          })
      }
    },
  }),
})

import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const before = { guid: '917393e3-1b1e-5cef-ace4-edaa54e1f810', items: [] }

export const pcGuidChanged = defineRule({
  id: 'pc-guid-changed',
  level: 'error',
  platforms: ['podcast-index', 'psp-1'],
  summary: 'The show’s podcast:guid is the one that was published before.',
  why: 'Directories take a show with another guid for another show, and its links and payments are lost.',
  mend: 'Write the guid that was published as `guid` in podcast.yaml; it stays the same even after a move.',
  source: namespaceTag('guid'),
  sameAs: ['ledger/feed-guid-changed'],
  examples: {
    bad: [{ facts: { before } }],
    good: [
      {},
      { facts: { before: { items: [] } } },
      { channel: '<podcast:guid> 917393E3-1b1e-5cef-ace4-edaa54e1f810 </podcast:guid>', facts: { before } },
      // Told by pc-guid-missing.
      { without: ['podcast:guid'], facts: { before } },
    ],
  },
  check: (report, facts) => ({
    channel: (channel) => {
      const guid = childNamed(channel, 'podcast:guid')
      const published = facts.before?.guid?.trim() ?? ''
      const now = textOf(guid)
      if (guid === undefined || published === '' || now === '' || now.toLowerCase() === published.toLowerCase()) return
      report(guid, `The show’s guid was ${quoted(published)}, and is now ${quoted(now)}.`, { part: 'text' })
    },
  }),
})

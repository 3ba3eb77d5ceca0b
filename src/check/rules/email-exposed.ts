import { childNamed, childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { firstTime } from '../answers.ts'
import { emailIn } from '../email.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

/** Nobody reads these, so they can be public. */
const isNobody = (email: string): boolean => /^(?:no|do-?not|donot)[._-]?reply\b/i.test(email)

export const emailExposed = defineRule({
  id: 'email-exposed',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'The feed does not tell everybody an e-mail address.',
  why: 'Addresses are collected from feeds, and get unwanted mail.',
  mend: 'Leave `owner` out, or write an address that is meant for the public; directories need it only while you register the show.',
  source: namespaceTag('txt'),
  examples: {
    bad: [
      {
        channel:
          '<itunes:owner><itunes:name>Ada</itunes:name><itunes:email>ada@soil.example</itunes:email></itunes:owner>',
      },
      { channel: '<managingEditor>ada@soil.example (Ada Fern)</managingEditor>' },
      { item: '<author>ada@soil.example (Ada Fern)</author>' },
    ],
    good: [
      {},
      { item: '<author>Ada Fern</author>' },
      { item: '<author>noreply@soil.example (Ada Fern)</author>' },
      { channel: '<itunes:owner><itunes:name>Ada</itunes:name></itunes:owner>' },
    ],
  },
  check: (report) => {
    const isNew = firstTime()
    const look = (node: FeedNode | undefined): void => {
      const email = emailIn(node?.text ?? '')
      if (node === undefined || email === undefined || isNobody(email) || !isNew(email.toLowerCase())) return
      report(node, `Everybody can read this e-mail address in the feed: ${quoted(email)}.`, {
        part: 'text',
        near: email,
      })
    }
    return {
      item: (item) => {
        for (const author of childrenNamed(item, 'author')) look(author)
      },
      channel: (channel) => {
        for (const owner of childrenNamed(channel, 'itunes:owner')) look(childNamed(owner, 'itunes:email'))
        for (const name of ['managingEditor', 'webMaster']) for (const node of childrenNamed(channel, name)) look(node)
      },
    }
  },
})

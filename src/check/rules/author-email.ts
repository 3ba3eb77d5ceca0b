import { childrenNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { firstTime } from '../answers.ts'
import { emailIn } from '../email.ts'
import { quoted } from '../quoted.ts'
import { w3cMessage } from '../sources.ts'

/** Elements of RSS that hold an e-mail address. */
const elements = ['author', 'managingEditor', 'webMaster'] as const

export const authorEmail = defineRule({
  id: 'author-email',
  level: 'info',
  platforms: ['w3c'],
  levels: { w3c: 'warning' },
  summary: 'RSS’s author, managingEditor and webMaster are written as address@example.org (Name).',
  why: 'Validators expect an e-mail address there; podcast apps do not mind.',
  mend: 'Write address@example.org (Name), or leave the element out and name people by itunes:author or podcast:person.',
  source: w3cMessage('warning/EmailFormat'),
  examples: {
    bad: [
      { item: '<author>Ada Fern</author>' },
      { channel: '<managingEditor>Ada Fern &lt;ada@soil.example&gt;</managingEditor>' },
      { channel: '<webMaster>ada@soil.example</webMaster>' },
    ],
    good: [
      { item: '<author>ada@soil.example (Ada Fern)</author>' },
      { channel: '<managingEditor><![CDATA[ada@soil.example (Ada (Soil) Fern)]]></managingEditor><webMaster/>' },
      { item: '<itunes:author>Ada Fern</itunes:author>' },
    ],
  },
  check: (report) => {
    // Most feeds have one author, in every item.
    const isNew = firstTime()
    const visit = (parent: FeedNode): void => {
      for (const node of elements.flatMap((name) => childrenNamed(parent, name))) {
        const text = textOf(node)
        if (text === '' || !isNew(`${node.name} ${text}`)) continue
        const email = emailIn(text)
        if (email === undefined) report(node, `${node.name} has no e-mail address: ${quoted(text)}.`, { part: 'text' })
        else if (text.replace(/^mailto:/i, '') === email)
          report(node, `${node.name} has an e-mail address without a name: ${quoted(text)}.`, { part: 'text' })
        else if (!text.startsWith(email) || !/^ ?\(.*\)$/s.test(text.slice(email.length)))
          report(node, `${node.name} is not written as an address and a name in brackets: ${quoted(text)}.`, {
            part: 'text',
          })
      }
    }
    return { item: visit, channel: visit }
  },
})

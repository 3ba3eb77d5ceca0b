import { childNamed, childrenNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { w3cMessage } from '../sources.ts'

/** Not all that is allowed, but all that mail gets through to. */
const isEmail = (text: string): boolean =>
  text.length <= 320 && /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/.test(text)

const owner = (email: string): string => `<itunes:owner><itunes:name>Ada Fern</itunes:name>${email}</itunes:owner>`

/** A feed without an owner is fine: many hosts leave it out, as the address attracts spam. */
export const ownerEmail = defineRule({
  id: 'owner-email',
  level: 'error',
  platforms: ['w3c', 'podcast-index'],
  summary: 'The show’s owner, if there is one, has an e-mail address.',
  why: 'Directories write to this address to make sure that a show is yours.',
  mend: 'Write the bare address as `owner: { name, email }` in podcast.yaml, or leave `owner` out.',
  source: w3cMessage('warning/MissingItunesEmail'),
  examples: {
    bad: [
      { channel: owner('<itunes:email/>') },
      { channel: owner('<itunes:email>ada at soil.example</itunes:email>') },
      { channel: owner('<itunes:email>ada@soil.example (Ada Fern)</itunes:email>') },
      { channel: owner('<itunes:email>mailto:ada@soil.example</itunes:email>') },
      { channel: owner('') },
    ],
    good: [
      {},
      { channel: owner('<itunes:email>\nada.fern+show@mail.soil.example\n</itunes:email>') },
      { channel: owner('<itunes:email>post@größe.example</itunes:email>') },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      for (const owner of childrenNamed(channel, 'itunes:owner')) {
        const email = childNamed(owner, 'itunes:email')
        const address = textOf(email)
        if (email === undefined) report(owner, 'The show’s owner has no e-mail address.', { level: 'info' })
        else if (address === '') report(email, 'The e-mail address of the show’s owner is empty.')
        else if (!isEmail(address))
          report(email, `${quoted(address)}, given for the show’s owner, is not an e-mail address.`, { part: 'text' })
      }
    },
  }),
})

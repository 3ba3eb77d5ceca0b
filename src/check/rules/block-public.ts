import { childNamed, childrenNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isSameAddress } from '../addresses.ts'
import { selfLinks } from '../self-links.ts'
import { sources } from '../sources.ts'

const isYes = (node: FeedNode): boolean => textOf(node).toLowerCase() === 'yes'

/** By which the feed says that it does want to be found, where it does. Most shows with a block are private for good. */
function wishToBeFound(channel: FeedNode): string | undefined {
  const asksApple =
    textOf(childNamed(channel, 'itunes:applepodcastsverify')) !== '' ||
    childrenNamed(channel, 'podcast:txt').some(
      ({ attributes }) => attributes.purpose?.trim().toLowerCase() === 'applepodcastsverify',
    )
  if (asksApple) return 'asks Apple Podcasts to verify whose it is'
  const isOpen = childrenNamed(channel, 'podcast:block').some((node) => {
    const id = node.attributes.id?.trim().toLowerCase() ?? ''
    return textOf(node).toLowerCase() === 'no' && (id === '' || id === 'apple')
  })
  if (isOpen) return 'says “no” in podcast:block'
  const moved = textOf(childNamed(channel, 'itunes:new-feed-url'))
  const own = selfLinks(channel).map(({ attributes }) => attributes.href ?? '')
  const isLeaving = moved !== '' && own.length > 0 && !own.some((address) => isSameAddress(address, moved))
  return isLeaving ? 'sends its subscribers to a new address' : undefined
}

export const blockPublic = defineRule({
  id: 'block-public',
  level: 'warning',
  platforms: ['apple'],
  summary: 'A show that is meant to be found is not blocked.',
  why: 'Apple Podcasts removes a show with itunes:block from its directory at once.',
  mend: 'Leave `block` out of podcast.yaml, and itunes:block out of the feed, unless the show is private.',
  source: sources.apple,
  examples: {
    bad: [
      { channel: '<itunes:block>Yes</itunes:block>' },
      { channel: '<itunes:block>Yes</itunes:block><podcast:block id="google">no</podcast:block>' },
      {
        channel: '<itunes:block>Yes</itunes:block><itunes:applepodcastsverify>3f2a</itunes:applepodcastsverify>',
      },
      { channel: '<itunes:block>yes</itunes:block><podcast:txt purpose="applepodcastsverify">3f2a</podcast:txt>' },
      { channel: '<itunes:block>Yes</itunes:block><podcast:block>no</podcast:block>' },
      {
        channel:
          '<itunes:block>Yes</itunes:block><itunes:new-feed-url>https://seed.example/feed.xml</itunes:new-feed-url>',
      },
    ],
    good: [
      { channel: '<itunes:block>Yes</itunes:block><podcast:block>yes</podcast:block>' },
      { channel: '<itunes:block>No</itunes:block><itunes:applepodcastsverify>3f2a</itunes:applepodcastsverify>' },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      const block = childrenNamed(channel, 'itunes:block').find(isYes)
      const wish = block && wishToBeFound(channel)
      if (block === undefined) return
      if (wish !== undefined) report(block, `The show is blocked in Apple Podcasts (itunes:block), but ${wish}.`)
      else if (!childrenNamed(channel, 'podcast:block').some(isYes))
        // A slip of the hand here takes the whole show away; whoever writes it twice means it.
        report(block, 'The show is blocked in Apple Podcasts (itunes:block): it is not shown there.', {
          level: 'info',
          hint: 'That is right for a private show; otherwise leave `block` out of podcast.yaml, and itunes:block out of the feed.',
        })
    },
  }),
})

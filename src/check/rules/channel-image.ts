import { childrenNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isPublisherFeed } from '../medium.ts'
import { sources } from '../sources.ts'

export const channelImage = defineRule({
  id: 'channel-image',
  level: 'error',
  platforms: ['apple', 'psp-1'],
  summary: 'The show has an image.',
  why: 'Directories do not list a show without artwork.',
  mend: 'Write the path or address of a square JPEG or PNG as `image` in podcast.yaml; in a feed: <itunes:image href="https://…"/>.',
  source: sources.apple,
  sameAs: ['show/missing'],
  examples: {
    bad: [
      { without: ['itunes:image'] },
      { channel: '<itunes:image/>' },
      { channel: '<itunes:image href=" "/>' },
      { channel: '<itunes:image>https://soil.example/artwork.jpg</itunes:image>' },
      {
        without: ['itunes:image'],
        channel:
          '<image><url>https://soil.example/artwork.jpg</url><title>Soil and Seed</title><link>https://soil.example/</link></image>',
      },
    ],
    good: [
      { channel: '<podcast:medium>publisher</podcast:medium>', without: ['itunes:image'] },
      { channel: "<itunes:image href='https://soil.example/artwork.png?size=3000&amp;v=2'></itunes:image>" },
      {
        channel:
          '<i:image xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" href="https://soil.example/artwork.jpg"/>',
      },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      const images = childrenNamed(channel, 'itunes:image')
      const [first] = images
      if (isPublisherFeed(channel)) return
      if (first === undefined) report(channel, 'The show has no image for podcast apps (itunes:image).')
      else if (images.some(({ attributes }) => (attributes.href?.trim() ?? '') !== '')) return
      else if (textOf(first) === '' && first.attributes.url === undefined)
        report(first, 'The show’s image has no address.')
      else report(first, 'The address of the show’s image is not where apps look for it, in the attribute “href”.')
    },
  }),
})

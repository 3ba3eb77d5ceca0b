import { childNamed, childrenNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isSameAddress } from '../addresses.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** In pixels. @see https://www.rssboard.org/rss-specification#ltimagegtSubelementOfLtchannelgt */
const most = { width: 144, height: 400 } as const

/** Nothing shows it. */
const differs = { part: 'text', level: 'info', hint: 'Repeat the show’s own title and link there.' } as const

const folded = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase()

const image = (inside: string): string => `<image><url>https://soil.example/artwork.jpg</url>${inside}</image>`

export const rssImageSize = defineRule({
  id: 'rss-image-size',
  level: 'warning',
  platforms: ['w3c'],
  summary: 'The small image of RSS has the show’s title and link, and no size above 144 × 400 pixels.',
  why: 'Its limits are those of 1999, and validators hold feeds against them; podcast apps take itunes:image.',
  mend: 'Leave `width` and `height` out of `image`: apps see for themselves.',
  source: sources.rss,
  examples: {
    bad: [
      { channel: image('<title>Soil and Seed</title><link>https://soil.example/</link><width>3000</width>') },
      { channel: image('<title>Soil and Seed</title><link>https://soil.example/</link><height>401</height>') },
      { channel: image('<title>Soil and Seed</title><link>https://soil.example/</link><width>auto</width>') },
      { channel: image('<title>The logo</title><link>https://soil.example/</link>') },
      { channel: image('<title>Soil and Seed</title><link>https://other.example/</link>') },
    ],
    good: [
      { channel: image('<title> Soil and\nSeed </title><link>http://www.soil.example</link>') },
      { channel: image('<width>144</width><height>400</height>') },
      { channel: image('<width/><height> </height>') },
    ],
  },
  check: (report) => {
    const lookAtSize = (side: 'width' | 'height', node: FeedNode | undefined): void => {
      const text = textOf(node)
      if (node === undefined || text === '') return
      if (!/^\d+$/.test(text) || Number(text) === 0)
        report(node, `The ${side} of the RSS image is no number of pixels: ${quoted(text)}.`, { part: 'text' })
      else if (Number(text) > most[side])
        report(node, `The ${side} of the RSS image is ${text} pixels; RSS allows ${most[side]}.`, { part: 'text' })
    }
    return {
      channel: (channel) => {
        const showTitle = textOf(childNamed(channel, 'title'))
        const showLink = textOf(childNamed(channel, 'link'))
        for (const image of childrenNamed(channel, 'image')) {
          for (const side of ['width', 'height'] as const) lookAtSize(side, childNamed(image, side))
          const [title, link] = [childNamed(image, 'title'), childNamed(image, 'link')]
          const [itsTitle, itsLink] = [textOf(title), textOf(link)]
          if (title !== undefined && itsTitle !== '' && showTitle !== '' && folded(itsTitle) !== folded(showTitle))
            report(title, `The RSS image has the title ${quoted(itsTitle)}, not that of the show.`, differs)
          if (link !== undefined && itsLink !== '' && showLink !== '' && itsLink !== showLink)
            if (!isSameAddress(itsLink, showLink))
              report(link, `The RSS image links to ${quoted(itsLink)}, not to the show’s website.`, differs)
        }
      },
    }
  },
})

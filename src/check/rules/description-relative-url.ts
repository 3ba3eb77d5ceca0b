import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { tagsOf } from '../html.ts'
import { quoted } from '../quoted.ts'
import { w3cMessage } from '../sources.ts'

/** Complete addresses of any kind, and places in the text itself. */
const isComplete = (url: string): boolean => url === '' || /^(?:[a-z][a-z0-9+.-]*:|#)/i.test(url)

function* relativeUrls(html: string): Generator<string, void> {
  for (const { attributes, closing } of tagsOf(html)) {
    if (closing) continue
    for (const name of ['href', 'src']) {
      const url = attributes.get(name)?.trim() ?? ''
      if (!isComplete(url)) yield url
    }
  }
}

export const descriptionRelativeUrl = defineRule({
  id: 'description-relative-url',
  level: 'warning',
  platforms: ['w3c'],
  summary: 'Links and pictures in descriptions have complete addresses.',
  why: 'A description has no page that an address could be relative to: in apps the link leads nowhere.',
  mend: 'Write the whole address, from https:// on.',
  source: w3cMessage('warning/ContainsRelRef'),
  examples: {
    bad: [
      { item: '<description><![CDATA[<a href="/roots">Roots</a>]]></description>' },
      { item: '<content:encoded><![CDATA[<img src=pictures/r.jpg> <img src="s.jpg">]]></content:encoded>' },
      { item: '<description>&lt;a href="www.soil.example"&gt;Soil&lt;/a&gt;</description>' },
      { channel: '<description><![CDATA[<a href="//soil.example/">Soil</a>]]></description>' },
    ],
    good: [
      {
        item: '<description><![CDATA[<a href=" https://soil.example/">S</a> <a href="mailto:a@soil.example">M</a> <a href="#fn1">1</a> <a href="">x</a> <a name="top">t</a>]]></description>',
      },
      { item: '<description>Write href="roots.html" into the page.</description>' },
    ],
  },
  check: (report) => {
    const visit = (node: FeedNode): void => {
      for (const description of [...childrenNamed(node, 'description'), ...childrenNamed(node, 'content:encoded')]) {
        const [first, ...others] = new Set(relativeUrls(description.text))
        if (first === undefined) continue
        const more = others.length === 0 ? '' : ` (and ${others.length} more)`
        report(description, `A link has no complete address: ${quoted(first)}${more}.`, {
          part: 'text',
          near: first,
          ...(/^www\./i.test(first) ? { hint: `Write https://${first}.` } : {}),
        })
      }
    }
    return { item: visit, liveItem: visit, channel: visit }
  },
})

import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule, type Report } from '../../model/rule.ts'
import { firstTime } from '../answers.ts'
import { type HtmlTag, tagsOf } from '../html.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What all apps show. @see spec/rss-itunes-psp.md §3 description */
const portable = words('p ol ul li a b i strong em br')
/** What runs, or changes the page around it. */
const forbidden = words('script style iframe')
/** What most hosts write, and apps leave out without harm. */
const common = words(
  'h1 h2 h3 h4 h5 h6 div span img blockquote code pre hr table caption colgroup col thead tbody tfoot tr th td ' +
    'dl dt dd u s del ins sub sup small big mark cite q abbr acronym address figure figcaption center font tt kbd samp ' +
    'var strike time details summary section article aside header footer main nav audio video source track picture ' +
    'wbr ruby rt rp bdi bdo dfn menu nobr o:p label button svg path',
)

/** What a tag does that no description may do: what follows “There is ”. */
function danger({ name, attributes, written }: HtmlTag): { readonly what: string; readonly near: string } | undefined {
  if (forbidden.has(name)) return { what: `the HTML element “${name}”`, near: written }
  for (const [attribute, value] of attributes) {
    if (/^on[a-z]{3,}$/.test(attribute)) return { what: `a script, as the attribute “${attribute}”,`, near: attribute }
    if (/^\s*javascript:/i.test(value)) return { what: 'a link that runs a script', near: 'javascript:' }
  }
  return undefined
}

export const descriptionHtml = defineRule({
  id: 'description-html',
  level: 'warning',
  platforms: ['apple', 'psp-1', 'w3c'],
  summary: 'Descriptions of episodes have only simple HTML: p, ol, ul, li, a, b, i, strong, em and br.',
  why: 'Apps leave other tags out, and what stands in a tag that is none; some refuse scripts and frames altogether.',
  mend: 'Use paragraphs, lists, links, bold and italic text; write &lt; for a “<” that is meant as such.',
  source: sources.apple,
  examples: {
    bad: [
      { item: '<description><![CDATA[<p>Roots</p><script>alert(1)</script>]]></description>' },
      { item: '<description>&lt;p onclick="go()"&gt;Roots&lt;/p&gt;</description>' },
      { item: '<content:encoded><![CDATA[<IFRAME src="https://soil.example/"></IFRAME>]]></content:encoded>' },
      { item: '<description><![CDATA[See <https://soil.example/roots> and <name>]]></description>' },
      { item: '<description><![CDATA[<h2>Roots</h2>]]></description>' },
      { channel: '<description><![CDATA[<a href="javascript:go()">Soil</a>]]></description>' },
    ],
    good: [
      {
        item: '<description><![CDATA[<P>All <b>about</b> <a href="https://soil.example/?on=x">roots</a><br/></P>]]></description>',
      },
      { item: '<description><![CDATA[We <3 roots, if 1 < 2 && 3 > 2. <!-- <script> -->]]></description>' },
      { item: '<description>The tag &amp;lt;script&amp;gt; does not run here.</description>' },
      {
        item: '<content:encoded><![CDATA[<h2>Roots</h2><figure><img src="https://soil.example/r.jpg"></figure>]]></content:encoded>',
      },
      { channel: '<description>About &lt;angle brackets&gt;.</description>' },
    ],
  },
  check: (report) => {
    const isNew = firstTime()
    const visit = (item: FeedNode): void => {
      for (const description of childrenNamed(item, 'description'))
        lookAt(description, 'description', report, (tag, isFirst) => {
          if (portable.has(tag.name)) return
          if (common.has(tag.name)) {
            // Hosts write the same tags into every episode.
            if (isNew(tag.name))
              report(description, `The description has the HTML tag <${tag.name}>, which some apps leave out.`, {
                part: 'text',
                near: tag.written,
                level: 'info',
              })
          } else if (isFirst)
            report(
              description,
              `Apps take ${quoted(`${tag.written}…`)} in the description for an HTML tag and do not show it.`,
              {
                part: 'text',
                near: tag.written,
              },
            )
        })
      for (const content of childrenNamed(item, 'content:encoded')) lookAt(content, 'show notes', report)
    }
    return {
      item: visit,
      liveItem: visit,
      channel: (channel) => {
        for (const description of childrenNamed(channel, 'description'))
          lookAt(description, 'show’s description', report)
      },
    }
  },
})

/** Reports dangers, and gives each other tag to `other`, with whether it is the first of its name here. */
function lookAt(node: FeedNode, words: string, report: Report, other?: (tag: HtmlTag, isFirst: boolean) => void): void {
  const isFirst = firstTime()
  const isFirstDanger = firstTime()
  for (const tag of tagsOf(node.text)) {
    if (tag.closing) continue
    const found = danger(tag)
    if (found === undefined) other?.(tag, isFirst(tag.name))
    else if (isFirstDanger(found.what))
      report(node, `There is ${found.what} in the ${words}; apps remove or refuse it.`, {
        part: 'text',
        near: found.near,
        level: 'error',
      })
  }
}

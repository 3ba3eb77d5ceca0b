import type { SyntaxProblem } from '../../model/rule.ts'
import { defineRule } from '../../model/rule.ts'
import { firstTime } from '../answers.ts'
import { singleAmpersand } from '../feed-parser.ts'
import { sources } from '../sources.ts'
import { explainXml } from '../xml-problem.ts'

/** Other rules speak of a document type, of the encoding, and of the podcast namespace. */
function isOurs({ kind, problem }: SyntaxProblem): boolean {
  if (kind === 'prefix') return !problem.includes('"podcast"')
  return kind === 'syntax' || kind === 'entity' || kind === 'limit'
}

/** What follows from one mistake: elements that do not fit into each other. */
const structure = 'structure'

/** What need not be said twice. */
function topicOf({ kind, problem, place }: SyntaxProblem): string {
  if (kind === 'prefix') return problem
  if (/^unclosed tag|^unexpected end|clos(?:e|ing) tag/.test(problem)) return structure
  // Addresses have several.
  if (problem === singleAmpersand) return `${problem} ${place().line}`
  if (/^(?:text data outside|documents may contain|the XML decl|an XML decl)/.test(problem)) return 'outside'
  return `${problem} ${place().offset}`
}

const shell = (inside: string): string => `<rss version="2.0"><channel><title>Soil</title>${inside}</channel></rss>`

export const xmlWellFormed = defineRule({
  id: 'xml-well-formed',
  level: 'error',
  platforms: 'all',
  summary: 'The feed is well-formed XML.',
  why: 'Apps stop reading at the first mistake, and then show no new episodes or drop the show.',
  mend: 'Write “&” as “&amp;” and “<” as “&lt;” in text, and close what is opened, or let a tool write the feed.',
  source: sources.xml,
  examples: {
    bad: [
      { document: shell('<description>Soil&nbsp;lives</description>') },
      { document: shell('<description>Salt & pepper; and herbs</description>') },
      { document: shell('<itunes:author>Ada Fern</itunes:author>') },
      { document: shell('<item><title>Roots</item>') },
      { document: '<rss version="2.0"><channel><title>Soil</title>' },
      { document: `\n<?xml version="1.0"?>${shell('')}` },
    ],
    good: [
      {},
      {
        document: shell(
          '<description>Salt &amp; pepper, &lt;b&gt;bold&lt;/b&gt;, &#8211; and &quot;more&quot;</description>',
        ),
      },
      { document: shell('<description><![CDATA[Salt & pepper,&nbsp;<b>bold</b><br>]]></description>') },
      { document: shell('<x:more xmlns:x="https://soil.example/x"/>') },
      {
        document: `<?xml version='1.0' encoding='utf-8'?>\n<!-- ours -->\n<?xml-stylesheet href="feed.xsl"?>\n${shell('')}\n`,
      },
    ],
  },
  check: (report) => {
    const isFirst = firstTime()
    return {
      syntax: (problem) => {
        if (!isOurs(problem) || !isFirst(topicOf(problem))) return
        const { message, mend } = explainXml(problem, problem.excerpt?.(problem.place()))
        report(problem, message, {
          ...(mend === undefined ? {} : { hint: mend }),
          // Whatever forgets one “&” forgets all of them.
          ...(problem.problem === singleAmpersand ? { cause: 'ampersand' } : {}),
        })
      },
    }
  },
})

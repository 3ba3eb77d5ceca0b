/** The pages of the documentation that are made of definitions, so that they cannot be wrong. Pure. */

import { rules } from '../check/rules/index.ts'
import { derivedElements } from '../feed/derived.ts'
import type { Rule } from '../model/rule.ts'
import { channelTags, itemTags } from '../tags/index.ts'
import type { Level, Tag } from '../tags/tag.ts'

/** The generated pages, by the file that each is written to, relative to the repository. */
export const renderReference = (): Record<string, string> => ({
  'docs/tags.md': renderTags(),
  'docs/rules.md': renderRules(),
})

interface TagRow {
  readonly elements: readonly string[]
  readonly summary: string
  readonly example: string
  readonly usedBy: string
}

/** A cell of a table: its bars would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
const code = (text: string): string => (text === '' ? '' : `\`${cell(text)}\``)

const tagRow = ({ elements, summary, example, usedBy }: TagRow): string =>
  `| ${elements.map(code).join(' ')} | ${cell(summary)} | ${code(example)} | ${cell(usedBy)} |`

const tableOf = (rows: readonly TagRow[]): string =>
  ['| element | what it says | for example | who reads it |', '|---|---|---|---|', ...rows.map(tagRow)].join('\n')

function tagTable(level: Level, tags: readonly Tag[]): string {
  const derived = derivedElements.filter((element) => element.level === level)
  return tableOf([...derived, ...tags.map(({ docs }) => docs)])
}

function renderTags(): string {
  return `# Every tag of the feed

What castwright writes into the RSS feed, and what you write for it. This page is made of the definitions in
\`src/tags/\` by \`npm run schemas\`.

## The show: \`podcast.yaml\`

${tagTable('channel', channelTags)}

## An episode: its frontmatter

${tagTable('item', itemTags)}

Live items (\`live\` in podcast.yaml) take all the keys of an episode's table that are not made of the audio or the
notes, beside their own. Where a key takes files of the show's folder (\`image\`, \`images\`, \`trailers\`,
\`alternateEnclosures\`, \`img\` of a person), these are measured and published, and the feed has their public addresses.
`
}

const platformsOf = ({ platforms }: Rule): string => (platforms === 'all' ? 'everybody' : platforms.join(', '))

function levelsOf({ level, levels = {} }: Rule): string {
  const others = Object.entries(levels).map(([platform, own]) => `${own} for ${platform}`)
  return [level, ...others].join('; ')
}

const ruleRow = (rule: Rule): string =>
  `| [\`${rule.id}\`](${rule.source}) | ${levelsOf(rule)} | ${platformsOf(rule)} | ${cell(rule.summary)} | ${cell(rule.mend)} |`

function renderRules(): string {
  return `# Every rule of \`castwright check\`

${rules.length} rules, beside all that a build reports. \`castwright explain RULE\` tells why, with an example. Some findings of
a rule are milder or graver than its level, where the case is. This page is made of the definitions in
\`src/check/rules/\` by \`npm run schemas\`.

| rule | level | who cares | what must be so | how to mend it |
|---|---|---|---|---|
${rules.map(ruleRow).join('\n')}
`
}

import { appleCategories, findUnknownCategories } from '../../model/apple-categories.ts'
import { defineRule, type Report } from '../../model/rule.ts'
import { categoriesIn, isRetiredCategory, type WrittenCategory } from '../itunes-categories.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const isTopLevel = (name: string): boolean => Object.hasOwn(appleCategories, name)

/** What was probably meant by a category, with its first subcategory, that Apple does not have. */
function suggestTop({ name, inner: [first] }: WrittenCategory): string | undefined {
  const [alone] = findUnknownCategories({ name, sub: [] })
  const [both] = first === undefined ? [] : findUnknownCategories({ name, sub: [first.name] })
  return alone?.suggestion ?? both?.suggestion
}

/** The same for a subcategory of one that Apple has; undefined if it has both. */
function findUnknownSub(name: string, sub: string): { readonly suggestion: string | undefined } | undefined {
  const [unknown] = findUnknownCategories({ name, sub: [sub] })
  return unknown !== undefined && isTopLevel(sub) ? { suggestion: sub } : unknown
}

/** A category of its own that lies in another one: mostly the tag of that was closed too late. */
function tellOfTop(report: Report, { node, name }: WrittenCategory, around: string): void {
  report(node, `${quoted(name)} is a category of its own, and none of those in ${quoted(around)}.`, {
    part: '@text',
    near: name,
    // The show is listed under the outer one.
    level: 'warning',
    hint: 'Write the two beside each other; in a feed, as two tags, the first of which is closed before the second.',
  })
}

function tell(
  report: Report,
  { node, name }: WrittenCategory,
  path: string,
  suggestion: string | undefined,
  isRetired: boolean,
): void {
  const at = { part: '@text', near: name } as const
  const meant = suggestion === undefined ? '' : `Did you mean “${suggestion}”? `
  if (isRetired)
    report(node, `${quoted(path)} is a category that Apple no longer has.`, {
      ...at,
      level: 'warning',
      ...(suggestion === undefined ? {} : { hint: `Apple puts such shows into “${suggestion}” now: write that.` }),
    })
  else
    report(node, `${quoted(path)} is not one of Apple’s categories.`, {
      ...at,
      hint: `${meant}Names must be written exactly as Apple has them.`,
    })
}

export const categoryName = defineRule({
  id: 'category-name',
  level: 'error',
  platforms: ['apple'],
  summary: 'Categories have the exact names that Apple gives them.',
  why: 'Directories overlook a category with another name, and some refuse the show.',
  mend: 'Copy the names from Apple’s list into `categories` in podcast.yaml, capital letters included.',
  source: sources.appleCategories,
  sameAs: ['show/unknown-category'],
  examples: {
    bad: [
      { channel: '<itunes:category text="Tecnology"/>' },
      { channel: '<itunes:category text="Kids &amp; family"/>' },
      { channel: '<itunes:category text="Society &amp;amp; Culture"/>' },
      {
        channel: '<itunes:category text="Games &amp; Hobbies"><itunes:category text="Video Games"/></itunes:category>',
      },
      { channel: '<itunes:category text="Technology"><itunes:category text="Podcasting"/></itunes:category>' },
      { channel: '<itunes:category text="Business"><itunes:category text="Books"/></itunes:category>' },
      { channel: '<itunes:category text="Science"/><itunes:category text="Books"/>' },
      { channel: '<itunes:category text="Arts"><itunes:category text="Health &amp; Fitness"/></itunes:category>' },
    ],
    good: [
      {
        channel:
          '<itunes:category text=" Religion &amp; Spirituality "><itunes:category text="Religion"/><itunes:category text="Islam"/></itunes:category><itunes:category text="True Crime"/>',
      },
      { channel: '<itunes:category text="Society &#38; Culture"><itunes:category text=""/></itunes:category>' },
      { channel: '<category>Anything</category>' },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      for (const category of categoriesIn(channel)) {
        const { name, inner } = category
        if (!isTopLevel(name)) {
          // What lies in a category that is unknown need not be told as well.
          tell(report, category, name, suggestTop(category), isRetiredCategory(name))
          continue
        }
        for (const sub of inner) {
          const unknown = findUnknownSub(name, sub.name)
          if (unknown === undefined) continue
          if (isTopLevel(sub.name)) {
            tellOfTop(report, sub, name)
            continue
          }
          tell(report, sub, `${name} > ${sub.name}`, unknown.suggestion, isRetiredCategory(name, sub.name))
        }
      }
    },
  }),
})

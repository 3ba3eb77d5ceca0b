/** The categories of a show as feeds have them. Pure. */

import { childrenNamed, type FeedNode } from '../model/feed-node.ts'

export interface WrittenCategory {
  readonly node: FeedNode
  readonly name: string
  readonly inner: readonly WrittenCategory[]
}

/** The categories right inside of an element, those without a name left out: no app minds them. */
export const categoriesIn = (node: FeedNode): WrittenCategory[] =>
  childrenNamed(node, 'itunes:category').flatMap((category) => {
    const name = category.attributes.text?.trim() ?? ''
    return name === '' ? [] : [{ node: category, name, inner: categoriesIn(category) }]
  })

/** Apple’s names of before 2019, which directories still put under new ones. @see spec/rss-itunes-psp.md §5, retired names */
const retired: Readonly<Record<string, readonly string[]>> = {
  Arts: ['Literature'],
  Business: ['Business News', 'Management & Marketing', 'Shopping'],
  Education: [
    'Educational Technology',
    'Education Technology',
    'Higher Education',
    'K-12',
    'Language Courses',
    'Training',
  ],
  'Games & Hobbies': [],
  'Government & Organizations': [],
  Health: [],
  'News & Politics': [],
  'Religion & Spirituality': ['Other'],
  'Science & Medicine': [],
  'Society & Culture': ['History'],
  'Sports & Recreation': [],
  Technology: ['Gadgets', 'Podcasting', 'Software How-To', 'Tech News'],
}

/** Whether Apple had this category, or this subcategory of one that it still has. */
export const isRetiredCategory = (name: string, sub?: string): boolean =>
  Object.hasOwn(retired, name) &&
  (sub === undefined ? retired[name]?.length === 0 : retired[name]?.includes(sub) === true)

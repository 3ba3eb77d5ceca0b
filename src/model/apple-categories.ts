import type { Category } from '../tags/categories.ts'
import { nearest } from '../text/words.ts'

/** Apple's categories with their subcategories, by their exact names. @see spec/rss-itunes-psp.md §5 */
export const appleCategories: Readonly<Record<string, readonly string[]>> = {
  Arts: ['Books', 'Design', 'Fashion & Beauty', 'Food', 'Performing Arts', 'Visual Arts'],
  Business: ['Careers', 'Entrepreneurship', 'Investing', 'Management', 'Marketing', 'Non-Profit'],
  Comedy: ['Comedy Interviews', 'Improv', 'Stand-Up'],
  Education: ['Courses', 'How To', 'Language Learning', 'Self-Improvement'],
  Fiction: ['Comedy Fiction', 'Drama', 'Science Fiction'],
  Government: [],
  'Health & Fitness': ['Alternative Health', 'Fitness', 'Medicine', 'Mental Health', 'Nutrition', 'Sexuality'],
  History: [],
  'Kids & Family': ['Education for Kids', 'Parenting', 'Pets & Animals', 'Stories for Kids'],
  Leisure: [
    ...['Animation & Manga', 'Automotive', 'Aviation', 'Crafts', 'Games', 'Hobbies', 'Home & Garden'],
    'Video Games',
  ],
  Music: ['Music Commentary', 'Music History', 'Music Interviews'],
  News: [
    ...['Business News', 'Daily News', 'Entertainment News', 'News Commentary', 'Politics', 'Sports News'],
    'Tech News',
  ],
  'Religion & Spirituality': [
    ...['Buddhism', 'Christianity', 'Hinduism', 'Islam', 'Judaism', 'Religion', 'Spirituality'],
  ],
  Science: [
    ...['Astronomy', 'Chemistry', 'Earth Sciences', 'Life Sciences', 'Mathematics', 'Natural Sciences', 'Nature'],
    ...['Physics', 'Social Sciences'],
  ],
  'Society & Culture': ['Documentary', 'Personal Journals', 'Philosophy', 'Places & Travel', 'Relationships'],
  Sports: [
    ...['Baseball', 'Basketball', 'Cricket', 'Fantasy Sports', 'Football', 'Golf', 'Hockey', 'Rugby', 'Running'],
    ...['Soccer', 'Swimming', 'Tennis', 'Volleyball', 'Wilderness', 'Wrestling'],
  ],
  Technology: [],
  'True Crime': [],
  'TV & Film': ['After Shows', 'Film History', 'Film Interviews', 'Film Reviews', 'TV Reviews'],
}

/** What Apple's names of before 2019 are called now. @see spec/rss-itunes-psp.md §5, retired names */
const retiredCategories: Readonly<Record<string, string>> = {
  Health: 'Health & Fitness',
  'Games & Hobbies': 'Leisure',
  'News & Politics': 'News',
  'Science & Medicine': 'Science',
  'Sports & Recreation': 'Sports',
  'Government & Organizations': 'Government',
  'Society & Culture > History': 'History',
  'Technology > Podcasting': 'Technology',
  'Technology > Tech News': 'News > Tech News',
  'Technology > Software How-To': 'Education > How To',
  'Technology > Gadgets': 'Technology',
  'Arts > Literature': 'Arts > Books',
  'Business > Management & Marketing': 'Business > Management',
  'Business > Shopping': 'Business',
  'Education > K-12': 'Education',
  'Education > Training': 'Education > Courses',
}

const pathsUnder = (name: string): string[] => (appleCategories[name] ?? []).map((sub) => `${name} > ${sub}`)

/** All names as they can be written in one line: `Arts`, `Arts > Books` … */
export const categoryNames: readonly string[] = Object.keys(appleCategories).flatMap((name) => [
  name,
  ...pathsUnder(name),
])

/** A name that is not one of Apple's, and the one that was probably meant. */
export interface UnknownCategory {
  readonly name: string
  readonly suggestion: string | undefined
}

/** What is not Apple's in one category of a show. */
export function findUnknownCategories({ name, sub }: Category): UnknownCategory[] {
  const paths = sub.length === 0 ? [name] : sub.map((inner) => `${name} > ${inner}`)
  return paths.flatMap((path) => (categoryNames.includes(path) ? [] : [{ name: path, suggestion: suggest(path) }]))
}

function suggest(path: string): string | undefined {
  const [name = '', sub] = path.split(' > ')
  const current = retiredCategories[path] ?? retiredCategories[name]
  if (current !== undefined) return current
  // A subcategory written alone, or under another parent.
  const last = (sub ?? name).toLowerCase()
  const elsewhere = categoryNames.find((known) => known.toLowerCase().endsWith(` > ${last}`))
  if (elsewhere !== undefined) return elsewhere
  if (sub !== undefined && Object.hasOwn(appleCategories, name)) return nearest(path, pathsUnder(name))
  return nearest(path, categoryNames)
}

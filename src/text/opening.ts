/** A first chapter that has no title. Pure. */

/** By primary language subtag. */
const words: ReadonlyMap<string, string> = new Map([
  ['es', 'Introducción'],
  ['fr', 'Introduction'],
  ['it', 'Introduzione'],
  ['pt', 'Introdução'],
])

/** What is before the first chapter that an episode names, in one word. */
export const openingWord = (language: string): string =>
  words.get(language.split('-', 1).join('').toLowerCase()) ?? 'Intro'

import type { Catalogue } from '../model/diagnostic.ts'

/** Stands for a fact of any kind, text or a list of texts. */
const blank = (name: string): object => Object.assign(new String(`‹${name}›`), { join: () => `‹${name}›` })

/** The words of a diagnostic for no case in particular: `There is no file "‹reference›".` */
export function phrase(words: Catalogue[string]['message']): string {
  if (typeof words === 'string') return words
  // What is reckoned from a fact has no value here.
  return words(new Proxy({}, { get: (_facts, name) => blank(String(name)) }) as never).replaceAll('NaN', '…')
}

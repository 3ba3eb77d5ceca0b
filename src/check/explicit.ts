/** What feeds say of explicit content, in new words and old ones. @see spec/rss-itunes-psp.md §4 explicit */
const meanings: Readonly<Record<string, boolean>> = {
  ...{ true: true, yes: true, explicit: true },
  ...{ false: false, no: false, clean: false },
}

/** Whether a value means that there is explicit content; undefined if it means nothing. */
export function explicitMeaning(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  return Object.hasOwn(meanings, word) ? meanings[word] : undefined
}

/** The spelling that all apps know. */
export const isPlainExplicit = (text: string): boolean => /^(?:true|false)$/i.test(text.trim())

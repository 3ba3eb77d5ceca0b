/**
 * The same text, fit to be kept while the feed goes by: a piece that was cut from a long text keeps the whole of that
 * in memory, and so would one guid of each item keep the whole feed.
 */
export const keptText = (text: string): string => ` ${text}`.slice(1)

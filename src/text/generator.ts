/** What made a feed, as the feed says it. */
export const generatorName = 'castwright'

/** The package's version; a test holds the two together. */
export const generatorVersion = '0.1.0'

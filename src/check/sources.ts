/** Public pages that rules come from. */

export const sources = {
  apple: 'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
  appleRequirements: 'https://podcasters.apple.com/support/823-podcast-requirements',
  appleArtwork: 'https://podcasters.apple.com/support/896-artwork-requirements',
  appleCategories: 'https://podcasters.apple.com/support/1691-apple-podcasts-categories',
  appleRssErrors: 'https://podcasters.apple.com/support/829-validate-your-podcast',
  psp: 'https://github.com/Podstandards-Project/podstandards-rss',
  rss: 'https://www.rssboard.org/rss-specification',
  rssProfile: 'https://www.rssboard.org/rss-profile',
  w3c: 'https://validator.w3.org/feed/docs/',
  xml: 'https://www.w3.org/TR/xml/',
  paging: 'https://www.rfc-editor.org/rfc/rfc5005',
  webSub: 'https://www.w3.org/TR/websub/',
  http: 'https://www.rfc-editor.org/rfc/rfc9110',
  cors: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
  namespace: 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
  partytime: 'https://github.com/RyanHirsch/partytime',
} as const

/** The page of a tag of the podcast namespace. @param page its name there: `guid`, `alternate-enclosure` */
export const namespaceTag = (page: string): string =>
  `https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/${page}.md`

/** The page of a message of the W3C validator. */
export const w3cMessage = (page: string): string => `https://validator.w3.org/feed/docs/${page}.html`

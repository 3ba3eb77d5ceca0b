/** The words that the podcast namespace has for things. @see spec/podcast-namespace.md §1, §3 */

/** What a feed holds. */
export const media = [
  'podcast',
  'music',
  'video',
  'film',
  'audiobook',
  'newsletter',
  'blog',
  'publisher',
  'course',
] as const

/** What a feed that lists items of other feeds holds; `mixed`: several kinds. */
export const listMedia = [...media.map((name) => `${name}L` as const), 'mixed'] as const

/** The MIME types of transcripts. */
export const transcriptTypes = [
  'text/vtt',
  'application/x-subrip',
  'application/json',
  'text/html',
  'text/plain',
] as const

export const socialProtocols = [
  'disabled',
  'activitypub',
  'twitter',
  'lightning',
  'atproto',
  'hive',
  'matrix',
  'nostr',
] as const

export const chatProtocols = ['irc', 'xmpp', 'nostr', 'matrix'] as const

export const liveStatuses = ['pending', 'live', 'ended'] as const

/** Services that `podcast:block` can name. */
export const serviceSlugs: readonly string[] = (
  'acast amazon anchor apple audible audioboom backtracks bitcoin blubrry buzzsprout captivate castos castopod ' +
  'facebook fireside fyyd google gpodder hypercatcher kasts libsyn mastodon megafono megaphone omnystudio overcast ' +
  'paypal pinecast podbean podcastaddict podcastguru podcastindex podcasts podchaser podcloud podfriend podiant ' +
  'podigee podnews podomatic podserve podverse redcircle relay resonaterecordings rss shoutengine simplecast slack ' +
  'soundcloud spotify spreaker tiktok transistor twitter whooshkaa youtube zencast'
).split(' ')

/** Who takes part in a podcast: the roles of each group. */
export const personTaxonomy: Readonly<Record<string, readonly string[]>> = {
  'Creative Direction': [
    ...['Director', 'Assistant Director', 'Executive Producer', 'Senior Producer', 'Producer', 'Associate Producer'],
    ...['Development Producer', 'Creative Director'],
  ],
  Cast: ['Host', 'Co-Host', 'Guest Host', 'Guest', 'Voice Actor', 'Narrator', 'Announcer', 'Reporter'],
  Writing: [
    ...['Author', 'Editorial Director', 'Co-Writer', 'Writer', 'Songwriter', 'Guest Writer', 'Story Editor'],
    ...['Managing Editor', 'Script Editor', 'Script Coordinator', 'Researcher', 'Editor', 'Fact Checker'],
    ...['Translator', 'Transcriber', 'Logger'],
  ],
  'Audio Production': [
    ...['Studio Coordinator', 'Technical Director', 'Technical Manager', 'Audio Engineer'],
    ...['Remote Recording Engineer', 'Post Production Engineer'],
  ],
  'Audio Post-Production': [
    ...['Audio Editor', 'Sound Designer', 'Foley Artist', 'Composer', 'Theme Music', 'Music Production'],
    'Music Contributor',
  ],
  Administration: [
    ...['Production Coordinator', 'Booking Coordinator', 'Production Assistant', 'Content Manager'],
    ...['Marketing Manager', 'Sales Representative', 'Sales Manager'],
  ],
  Visuals: ['Graphic Designer', 'Cover Art Designer'],
  Community: ['Social Media Manager'],
  'Misc.': ['Consultant', 'Intern'],
  'Video Production': ['Camera Operator', 'Lighting Designer', 'Camera Grip', 'Assistant Camera'],
  'Video Post-Production': ['Editor', 'Assistant Editor'],
}

import type { Catalogue } from '../model/diagnostic.ts'

/** What can be wrong between episodes, and between this build and what was published before. */
export const codes = {
  'show/no-episodes': {
    severity: 'warning',
    message: 'The show has no published episode yet.',
    hint: 'Add a Markdown file to `episodes/`; drafts and episodes with a date to come are left out.',
  },
  'guid/duplicate': {
    severity: 'error',
    message: (facts: { guid: string }) =>
      `Two episodes have the guid "${facts.guid}": apps would show only one of them.`,
    hint: 'Give the newer one a `guid:` of its own; never change that of a published episode.',
  },
  'episode/duplicate-slug': {
    severity: 'error',
    message: (facts: { slug: string }) =>
      `Two episodes have the slug "${facts.slug}": their pages would overwrite each other.`,
    hint: 'Rename one of the files, or give it a `slug:` of its own.',
  },
  'episode/duplicate-audio': {
    severity: 'warning',
    message: (facts: { url: string }) => `Two episodes have the same audio ${facts.url}: Apple ignores the second.`,
    hint: 'Correct the `audio:` of one of them.',
  },
  'episode/duplicate-number': {
    severity: 'warning',
    message: (facts: { number: string }) => `Two episodes are ${facts.number}.`,
    hint: 'Correct the `season:` or `episode:` of one of them.',
  },
  'ledger/episode-missing': {
    severity: 'error',
    message: (facts: { slug: string }) =>
      `Episode "${facts.slug}" was published, and is no longer among the episodes: it would vanish from every app.`,
    hint: (facts: { slug: string }) =>
      `Bring its file back (is it a draft, or dated in the future?), or accept the removal with --accept removed:${facts.slug}.`,
  },
  'ledger/feed-url-changed': {
    severity: 'error',
    message: (facts: { published: string; now: string; accept: string }) =>
      `The feed was published at ${facts.published}, and would now be at ${facts.now}: subscribers ask the old address.`,
    hint: (facts: { published: string; now: string; accept: string }) =>
      `If the feed moves, redirect the old address (301) and accept the change with --accept ${facts.accept}; otherwise correct \`feedUrl\` or \`baseUrl\`.`,
  },
  'ledger/feed-guid-changed': {
    severity: 'error',
    message: (facts: { published: string; now: string; accept: string }) =>
      `The feed was published with the guid ${facts.published}, and would now have ${facts.now}: directories would take it for another show.`,
    hint: (facts: { published: string; now: string; accept: string }) =>
      `Write \`guid: ${facts.published}\` in podcast.yaml, or accept the change with --accept ${facts.accept}.`,
  },
  'ledger/feed-missing': {
    severity: 'error',
    message: (facts: { id: string; url: string }) =>
      `The feed “${facts.id}” was published at ${facts.url}, and is no longer in podcast.yaml: its subscribers would get nothing more.`,
    hint: (facts: { id: string; url: string }) =>
      `Bring it back under \`feeds\`, or accept its end with --accept removed@${facts.id}.`,
  },
  'ledger/episode-left-feed': {
    severity: 'error',
    message: (facts: { slug: string; id: string }) =>
      `Episode "${facts.slug}" was published in the feed “${facts.id}”, and would vanish from it.`,
    hint: (facts: { slug: string; id: string }) =>
      `Correct \`only\`, \`without\` or \`enclosure\` of that feed, or accept the removal with --accept removed:${facts.slug}@${facts.id}.`,
  },
  'ledger/unused-accept': {
    severity: 'warning',
    message: (facts: { accept: string }) => `--accept ${facts.accept} had nothing to accept.`,
    hint: 'Leave it out of the next build, so that it does not hide a mistake.',
  },
} as const satisfies Catalogue

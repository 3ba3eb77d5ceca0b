import type { Catalogue } from '../model/diagnostic.ts'
import { cutAtWord } from '../text/words.ts'

interface SyntaxFacts {
  readonly problem: string
  readonly hint: string
}
const syntax = {
  severity: 'error',
  message: ({ problem }: SyntaxFacts) => `${problem[0]?.toUpperCase()}${problem.slice(1)}.`,
  hint: ({ hint }: SyntaxFacts) => hint,
} as const

interface ValueFacts {
  /** The key, by the name that the file uses: `audio.length`. */
  readonly key: string
  /** "must be text". */
  readonly problem: string
  /** "is a list". */
  readonly actual: string
  /** What the key is for. */
  readonly purpose: string | undefined
}
const wrongValue = {
  severity: 'error',
  message: ({ key, problem, actual }: ValueFacts) =>
    problem.endsWith('empty') ? `${key} ${problem}.` : `${key} ${problem}, but ${actual}.`,
  hint: ({ key, purpose }: ValueFacts) => (purpose === undefined ? `Correct ${key}.` : `${key}: ${purpose}`),
} as const

interface MissingFacts {
  readonly key: string
  readonly purpose: string | undefined
}
/** `persons[0].name` → `name`. */
const lastName = (key: string): string => key.slice(key.lastIndexOf('.') + 1)
const addIt = ({ key, purpose }: MissingFacts): string =>
  `Add a line “${lastName(key)}: …”.${purpose === undefined ? '' : ` ${purpose}`}`

interface KeyFacts {
  readonly key: string
  readonly suggestion: string | undefined
}
const didYouMean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `Did you mean “${suggestion}”? `

const unknownLanguage = {
  severity: 'error',
  message: ({ code }: { code: string; suggestion: string | undefined }) =>
    `“${code}” is not a language code that podcast apps know.`,
  hint: ({ suggestion }: { code: string; suggestion: string | undefined }) =>
    `${didYouMean(suggestion)}Use two letters such as en or de, with a country where it matters: pt-br.`,
} as const

/** What reading a show's files can report. */
export const codes = {
  'file/unreadable': {
    severity: 'error',
    message: 'This file cannot be read.',
    hint: 'Check that it still exists and that you are allowed to open it.',
  },
  'file/empty': { severity: 'error', message: 'This file is empty.', hint: 'Write something into it, or remove it.' },
  'file/not-utf-8': {
    severity: 'error',
    message: 'This file is not UTF-8: here is a letter in another encoding.',
    hint: 'Open it in your editor and save it again with the encoding UTF-8.',
  },
  'file/utf-16': {
    severity: 'error',
    message: ({ encoding }: { encoding: string }) => `This file is ${encoding}, not UTF-8.`,
    hint: 'Open it in your editor and save it again with the encoding UTF-8.',
  },
  'file/nul': {
    severity: 'error',
    message: 'This file has a zero byte here: it is not a text, or it is damaged.',
    hint: 'Restore it from a backup, or write it anew.',
  },

  'source/no-folder': {
    severity: 'error',
    message: ({ folder }: { folder: string }) => `There is no folder “${folder}”.`,
    hint: 'Name the folder that has podcast.yaml in it.',
  },
  'source/no-show-file': {
    severity: 'error',
    message: 'There is no podcast.yaml in this folder.',
    hint: ({ found }: { found: string | undefined }) =>
      found === undefined
        ? 'Create it beside the folder episodes, with the show’s title, description, baseUrl, language, image, categories and explicit.'
        : `There is “${found}”: rename it to podcast.yaml.`,
  },
  'source/no-episodes': {
    severity: 'error',
    message: 'There is no folder “episodes” beside podcast.yaml.',
    hint: 'Create it, and put one Markdown file for each episode into it.',
  },
  'source/outside': {
    severity: 'error',
    message: 'This link leads out of the show’s folder.',
    hint: 'Copy what it leads to into the folder: only what lies in the show is published.',
  },
  'source/broken-link': {
    severity: 'error',
    message: 'This link leads nowhere.',
    hint: 'Remove it, or link it to a file that exists.',
  },
  'source/not-markdown': {
    severity: 'warning',
    message: 'This file is left out, because its name does not end in “.md”.',
    hint: 'Rename it so that it ends in “.md”.',
  },

  'yaml/syntax': syntax,
  'yaml/duplicate-key': syntax,
  'yaml/forbidden-key': syntax,
  'yaml/too-complex': syntax,
  'yaml/several-documents': syntax,
  'toml/syntax': syntax,

  'frontmatter/none': {
    severity: 'error',
    message: 'This file has no frontmatter.',
    hint: 'Begin the file with a line “---”, then title, date and audio, each on its line, then another line “---”.',
  },
  'frontmatter/unclosed': {
    severity: 'error',
    message: ({ fence }: { fence: string }) => `The frontmatter is not closed by a line that is just “${fence}”.`,
    hint: ({ fence }: { fence: string }) => `Add a line “${fence}” between the last key and the show notes.`,
  },
  'frontmatter/language': {
    severity: 'error',
    message: ({ language }: { language: string }) => `Frontmatter cannot be written in “${cutAtWord(language, 40)}”.`,
    hint: 'Use YAML after “---”, JSON after “---json”, or TOML after “---toml” or “+++”. Code is never run.',
  },
  'frontmatter/too-long': {
    severity: 'error',
    message: 'The frontmatter is longer than any episode needs.',
    hint: 'Move the show notes below the second fence, and remove empty lines.',
  },
  'frontmatter/not-keys': {
    severity: 'error',
    message: 'The frontmatter is not made of lines like “title: My episode”.',
    hint: 'Write each key, a colon, a space and its value.',
  },
  'frontmatter/missing': {
    severity: 'error',
    message: ({ key }: MissingFacts) => `${key} is missing.`,
    hint: addIt,
  },
  'frontmatter/wrong-value': wrongValue,
  'frontmatter/unknown-key': {
    severity: 'warning',
    message: ({ key }: KeyFacts) => `“${key}” is not a key that castwright knows; it is left out.`,
    hint: ({ suggestion }: KeyFacts) =>
      `${didYouMean(suggestion)}If another tool uses it, list it under ignoreKeys in podcast.yaml.`,
  },
  'frontmatter/impossible-date': {
    severity: 'error',
    message: ({ key, value }: { key: string; value: string }) =>
      `${key} is not a date that exists, or is not written as one: “${cutAtWord(value, 60)}”.`,
    hint: 'Write it like 2026-02-23, 2026-02-23 10:00 or 2026-02-23T10:00:00+01:00.',
  },
  'frontmatter/unknown-language': unknownLanguage,
  'frontmatter/no-slug': {
    severity: 'error',
    message: 'The file’s name has no letter or digit that can stand in an address.',
    hint: 'Add a line “slug: my-episode” to the frontmatter, or rename the file.',
  },

  'show/not-keys': {
    severity: 'error',
    message: 'This file is not made of lines like “title: My show”.',
    hint: 'Write each key, a colon, a space and its value.',
  },
  'show/missing': {
    severity: 'error',
    message: ({ key }: MissingFacts) => `${key} is missing: podcast apps require it.`,
    hint: addIt,
  },
  'show/recommended': {
    severity: 'warning',
    message: ({ key }: MissingFacts) => `${key} is missing: podcast apps show it.`,
    hint: addIt,
  },
  'show/wrong-value': wrongValue,
  'show/unknown-key': {
    severity: 'warning',
    message: ({ key }: KeyFacts) => `“${key}” is not a key that castwright knows; it is left out.`,
    hint: ({ suggestion }: KeyFacts) => `${didYouMean(suggestion)}Otherwise remove it.`,
  },
  'show/no-address': {
    severity: 'error',
    message: 'It is not said where the show is published.',
    hint: 'Add “baseUrl: https://…”, the address at which the output folder can be reached.',
  },
  'show/feed-elsewhere': {
    severity: 'info',
    message: ({ feedUrl, written }: { feedUrl: string; written: string }) =>
      `The feed’s address is ${feedUrl}, but the build writes it where ${written} will be.`,
    hint: 'Let your server give feed.xml at the feed’s address. Subscribers know that one.',
  },
  'show/feed-id': {
    severity: 'error',
    message: ({ id }: { id: string }) => `A feed cannot be called “${id}”: another one has that name.`,
    hint: 'Give each feed an id of its own; `feed` is the show’s.',
  },
  'show/page-size': {
    severity: 'info',
    message: ({ pageSize }: { pageSize: number }) =>
      `Apple Podcasts and many apps read only the first page: they will show the newest ${pageSize} episodes.`,
    hint: 'Set pageSize only if the feed is too long for them to read whole (some megabytes).',
  },
  'show/unknown-timezone': {
    severity: 'error',
    message: ({ name }: { name: string; suggestion: string | undefined }) => `“${name}” is not a time zone.`,
    hint: ({ suggestion }: { name: string; suggestion: string | undefined }) =>
      `${didYouMean(suggestion)}Use a name such as Europe/Berlin, America/New_York or UTC.`,
  },
  'show/unknown-language': unknownLanguage,
  'show/unknown-category': {
    severity: 'error',
    message: ({ name }: { name: string; suggestion: string | undefined }) =>
      `“${name}” is not one of Apple’s categories.`,
    hint: ({ suggestion }: { name: string; suggestion: string | undefined }) =>
      `${didYouMean(suggestion)}Names must be written exactly as Apple has them.`,
  },
  'show/http-image': {
    severity: 'warning',
    message: 'The image has an http: address, which apps may refuse to load.',
    hint: 'Use its https: address.',
  },
  'show/long-description': {
    severity: 'error',
    message: ({ bytes, limit }: { bytes: number; limit: number }) =>
      `The description has ${bytes} bytes; apps accept ${limit}.`,
    hint: 'Shorten it. A letter with an accent counts as two bytes, an emoji as four or more.',
  },
  'show/bad-pattern': {
    severity: 'error',
    message: ({ problem }: { problem: string }) => `This is not a regular expression that can be used: ${problem}.`,
    hint: 'Correct it, or remove it from outline.tails.',
  },
  'show/unknown-mapping': {
    severity: 'error',
    message: ({ key }: KeyFacts) =>
      `“${key}” is not a key of an episode’s frontmatter, so nothing can be mapped to it.`,
    hint: ({ suggestion }: KeyFacts) =>
      `${didYouMean(suggestion)}On the left stands castwright’s key, on the right the key that your files use.`,
  },
  'show/guid': {
    severity: 'error',
    message: 'guid is not a UUID such as 9b024349-ccf0-5f69-a609-6b82873eab3c.',
    hint: 'Copy podcast:guid from the feed that is published now; if there is none, remove this line.',
  },
  'show/episode-guid': {
    severity: 'error',
    message: 'episodeGuid has no {slug} in it, so that all episodes would get the same guid.',
    hint: 'Write it like "example/episode/{slug}/".',
  },

  'ledger/syntax': {
    severity: 'error',
    message: 'The ledger is damaged here: it is not JSON.',
    hint: 'Restore it from your version control. It is written by the build, not by hand.',
  },
  'ledger/conflict': {
    severity: 'error',
    message: 'The ledger has an unresolved merge conflict.',
    hint: 'Keep the lines of both sides, remove the lines with <<<<<<<, ======= and >>>>>>>, and build again.',
  },
  'ledger/wrong-value': {
    ...wrongValue,
    hint: 'Restore the ledger from your version control. It is written by the build, not by hand.',
  },
  'ledger/version': {
    severity: 'error',
    message: 'The ledger was written by a newer castwright.',
    hint: 'Install the newest castwright.',
  },
  'ledger/duplicate': {
    severity: 'error',
    message: ({ key, value }: { key: string; value: string }) => `Two episodes have the ${key} “${value}”.`,
    hint: 'Restore the ledger from your version control, or remove the line that is wrong.',
  },
} as const satisfies Catalogue

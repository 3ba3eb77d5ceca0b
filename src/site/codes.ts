import type { Catalogue } from '../model/diagnostic.ts'

const didYouMean = (nearest: string | undefined): string =>
  nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`

/** What can be wrong with a show's own templates. */
export const codes = {
  'template/syntax': {
    severity: 'error',
    message: (facts: { reason: string }) => `This template cannot be read: ${facts.reason}.`,
    hint: 'Every `{{` needs its `}}`, and every `{{#if …}}` or `{{#each …}}` its own `{{/if}}` or `{{/each}}`.',
  },
  'template/unknown-partial': {
    severity: 'error',
    message: (facts: { name: string; nearest: string | undefined }) => `There is no partial \`${facts.name}\`.`,
    hint: (facts: { name: string; nearest: string | undefined }) =>
      `A partial is a file of templates/partials/, named without .html.${didYouMean(facts.nearest)}`,
  },
  'template/endless-partial': {
    severity: 'error',
    message: (facts: { chain: readonly string[] }) =>
      `This partial includes itself without end: ${facts.chain.join(' → ')}.`,
    hint: 'Take one of these `{{> …}}` out.',
  },
  'template/unknown-helper': {
    severity: 'error',
    message: (facts: { name: string; helpers: readonly string[] }) => `Templates have no helper \`${facts.name}\`.`,
    hint: (facts: { name: string; helpers: readonly string[] }) =>
      `These exist: ${facts.helpers.join(', ')}. To print a value, write its name alone: {{episode.title}}.`,
  },
  'template/helper-usage': {
    severity: 'error',
    message: (facts: { name: string; usage: string }) => `\`${facts.name}\` is not written like this.`,
    hint: (facts: { name: string; usage: string }) => `Write it as ${facts.usage}.`,
  },
  'template/not-supported': {
    severity: 'error',
    message: (facts: { what: string }) => `Templates cannot use ${facts.what}.`,
    hint: 'Put the repeated part into a file of templates/partials/ and include it with `{{> name}}`.',
  },
  'template/unknown-name': {
    severity: 'warning',
    message: (facts: { name: string; nearest: string | undefined }) => `\`${facts.name}\` is always empty here.`,
    hint: (facts: { name: string; nearest: string | undefined }) =>
      `The README of the default templates lists what each template knows.${didYouMean(facts.nearest)}`,
  },
  'template/unknown-file': {
    severity: 'warning',
    message: (facts: { name: string; nearest: string | undefined }) => `No page uses the template \`${facts.name}\`.`,
    hint: (facts: { name: string; nearest: string | undefined }) =>
      `A template replaces the default one of the same name; own partials go into templates/partials/.${didYouMean(facts.nearest)}`,
  },
} as const satisfies Catalogue

interface Helper {
  /** How many values it takes. */
  readonly values: number
  readonly isBlock: boolean
  readonly usage: string
}

/** All that a template can do beside printing values and including partials. None runs code or sees a prototype. */
export const helpers: Readonly<Record<string, Helper>> = {
  if: { values: 1, isBlock: true, usage: '{{#if value}} … {{else}} … {{/if}}' },
  unless: { values: 1, isBlock: true, usage: '{{#unless value}} … {{/unless}}' },
  each: { values: 1, isBlock: true, usage: '{{#each list}} … {{/each}}' },
  with: { values: 1, isBlock: true, usage: '{{#with value}} … {{/with}}' },
  lookup: { values: 2, isBlock: false, usage: '{{lookup list name}}' },
}

/**
 * How Handlebars compiles a template of ours.
 * @param file its path in the theme: HTML is escaped, Markdown is not
 * @param data whether a template of the theme uses `@root`, `@index` and the like, which make all of them slower
 */
export const compileOptions = (file: string, data: boolean) => ({
  // `log` would print, and the others are Handlebars' own affair: for us these are names as any other.
  knownHelpers: { log: false, helperMissing: false, blockHelperMissing: false } as Record<
    string,
    boolean
  > as KnownHelpers,
  knownHelpersOnly: true,
  preventIndent: true,
  noEscape: !file.endsWith('.html'),
  data,
})

/**
 * How deep blocks may lie in each other; the default templates need three. Handlebars' compiler calls itself for every
 * level, and so does the code that it makes.
 */
export const maxLevels = 100

import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import { placesIn } from '../text/place.ts'
import { nearest } from '../text/words.ts'
import { codes } from './codes.ts'
import { helpers } from './language.ts'
import { type PageName, pageNames } from './shape.ts'

const report = reporter(codes)

/** One template's text, and the file that it stands in, for diagnostics. */
export interface TemplateText {
  readonly text: string
  readonly file: string
}

/** A theme's files by their path in `templates/`: the default ones, each replaced by the show's own if it has one. */
export interface TemplateTexts {
  readonly [name: string]: TemplateText
}

/** A theme that is known to be right: rendering it cannot fail. */
export interface Templates {
  /** @param view plain data; which names it has, `shape.ts` tells */
  readonly render: (name: PageName, view: object) => string
  /** A file's text as it is. */
  readonly text: (name: string) => string
}

/** The theme's files that are published as they are, in `assets/`. */
export const assetNames: readonly string[] = ['style.css', 'player.js']

const partialFile = /^partials\/(.+)\.html$/

/** What `{{> name}}` calls a file of a theme; undefined if it is no partial. */
export const partialNameOf = (file: string): string | undefined => partialFile.exec(file)?.[1]

/** @throws if a file of the default theme is missing, as that is our own fault */
export function textOf(texts: TemplateTexts, name: string): TemplateText {
  const text = texts[name]
  if (text === undefined) throw new Error(`bug: the theme has no ${name}`)
  return text
}

/** Files in `templates/` that nothing uses: most likely a name that is misspelt. */
export function unknownFiles(texts: TemplateTexts): Diagnostic[] {
  const known = [...pageNames, ...assetNames, 'README.md']
  return Object.entries(texts)
    .filter(([name]) => !known.includes(name) && partialNameOf(name) === undefined)
    .map(([name, { file, text }]) =>
      report('template/unknown-file', { name, nearest: nearest(name, known) }, placesIn(file, text).at(0)),
    )
}

/** Handlebars, whole or its runtime alone. */
type Environment = Pick<
  typeof Handlebars,
  'decorators' | 'helpers' | 'registerPartial' | 'unregisterDecorator' | 'unregisterHelper'
>

// Said aloud, because Handlebars prints a warning where it has to assume it: only own properties can be read.
const noPrototypes = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false } as const

/**
 * A theme of compiled templates.
 * @param environment a Handlebars that nobody else uses, the one that compiled them
 * @param compiled by their path in the theme, the partials too
 */
export function assembleTheme(
  texts: TemplateTexts,
  environment: Environment,
  compiled: ReadonlyMap<string, HandlebarsTemplateDelegate>,
): Templates {
  const kept = [...Object.keys(helpers), 'helperMissing', 'blockHelperMissing']
  for (const name of Object.keys(environment.helpers)) if (!kept.includes(name)) environment.unregisterHelper(name)
  for (const name of Object.keys(environment.decorators)) environment.unregisterDecorator(name)
  for (const [file, template] of compiled) {
    const partial = partialNameOf(file)
    if (partial !== undefined) environment.registerPartial(partial, template)
  }
  return {
    render: (name, view) => (compiled.get(name) as HandlebarsTemplateDelegate)(view, noPrototypes),
    text: (name) => textOf(texts, name).text,
  }
}

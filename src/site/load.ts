import * as handlebars from 'handlebars/runtime.js'
import type { Outcome } from '../model/diagnostic.ts'
import { defaultTheme } from './default-theme.ts'
import { pageNames } from './shape.ts'
import { assembleTheme, partialNameOf, type Templates, type TemplateTexts, unknownFiles } from './theme.ts'

/** Compiled templates by their path in the theme, each with the text that it was made of. */
export type PrecompiledTheme = Readonly<Record<string, { readonly text: string; readonly spec: TemplateSpecification }>>

// The types of this file of Handlebars are empty; it exports a Handlebars that cannot compile.
const runtime = (handlebars as unknown as { readonly default: typeof Handlebars }).default

/**
 * Compiles a theme as `compileTemplates` does, but takes the default templates as they lie compiled in this package,
 * so that most builds need no compiler: that is some 60 ms less before the first page.
 */
export async function loadTemplates(texts: TemplateTexts): Promise<Outcome<Templates>> {
  if (!isDefault(texts)) return (await import('./templates.ts')).compileTemplates(texts)
  const environment = runtime.create()
  const compiled = new Map(Object.entries(defaultTheme).map(([file, { spec }]) => [file, environment.template(spec)]))
  return { value: assembleTheme(texts, environment, compiled), diagnostics: unknownFiles(texts) }
}

/** Whether the show has no template of its own, beside style and script. */
const isDefault = (texts: TemplateTexts): boolean =>
  pageNames.every((name) => texts[name] !== undefined) &&
  Object.entries(texts).every(
    ([file, { text }]) =>
      (!pageNames.some((name) => name === file) && partialNameOf(file) === undefined) ||
      defaultTheme[file]?.text === text,
  )

import Handlebars from 'handlebars'
import { type Outcome, reporter } from '../model/diagnostic.ts'
import { type Place, type PlaceTable, placesIn } from '../text/place.ts'
import { scanBlocks } from './blocks.ts'
import { codes } from './codes.ts'
import type { TemplateText } from './theme.ts'

const report = reporter(codes)

export const tooDeep = 'its blocks are nested too deeply'

/** A template whose syntax is right. */
export interface ParsedTemplate {
  readonly program: hbs.AST.Program
  readonly places: PlaceTable
}

/** Where a part of a template stands. Handlebars counts lines from 1 and columns from 0. */
export const placeOf = ({ loc }: hbs.AST.Node, places: PlaceTable): Place =>
  places.at(places.atLine(loc.start.line).offset + loc.start.column)

/** Reads one template. Its syntax can be wrong in one place only: what follows a mistake means nothing. */
export function parseTemplate({ text, file }: TemplateText): Outcome<ParsedTemplate> {
  const places = placesIn(file, text)
  const blocks = scanBlocks(text)
  // Said before Handlebars sees it: its parser needs minutes for some thousand levels.
  if (blocks.tooDeep !== undefined)
    return {
      value: undefined,
      diagnostics: [report('template/syntax', { reason: tooDeep }, places.at(blocks.tooDeep))],
    }
  try {
    return { value: { program: Handlebars.parse(text), places }, diagnostics: [] }
  } catch (error) {
    const { reason, offset } = explain(error, text, places, blocks.lastOpen)
    return { value: undefined, diagnostics: [report('template/syntax', { reason }, places.at(offset))] }
  }
}

/** What Handlebars knows about a mistake: its own exceptions have a place, those of its generated parser do not. */
interface HandlebarsError {
  readonly message: string
  readonly lineNumber?: number
  readonly column?: number
}

// The parser that all of Handlebars shares still stands where it stopped. Types do not tell of it.
const { lexer } = (
  Handlebars as unknown as { Parser: { lexer: { readonly matched?: string; readonly match?: string } } }
).Parser

function explain(error: unknown, text: string, places: PlaceTable, lastOpen: number | undefined) {
  if (error instanceof RangeError) return { reason: tooDeep, offset: 0 }
  const { message, lineNumber, column } = error as HandlebarsError
  if (lineNumber !== undefined)
    return { reason: message.replace(/ - \d+:\d+$/, ''), offset: places.atLine(lineNumber).offset + (column ?? 0) }
  const { matched = '', match = '' } = lexer
  const offset = matched.length - match.length
  if (message.startsWith('Lexical')) return { reason: 'what starts here is never closed', offset }
  if (offset >= text.length && lastOpen !== undefined) return { reason: 'this block is never closed', offset: lastOpen }
  return { reason: match === '' ? 'it ends too early' : `"${match}" is not expected here`, offset }
}

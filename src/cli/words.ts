import { styleText } from 'node:util'
import type { Severity } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'

export type Style = Parameters<typeof styleText>[0]
export type Paint = (style: Style, text: string) => string

export const severityStyles: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue' }

/** Whether there is colour, `main.ts` decides for each stream; Node would ask standard output only. */
export const painter = (color: boolean): Paint =>
  color ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text

export const at = ({ file, line, column }: Place): string => `${file}:${line}:${column}`

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`

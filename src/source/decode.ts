import { type Outcome, reporter } from '../model/diagnostic.ts'
import { placesIn } from '../text/place.ts'
import { codes } from './codes.ts'

const report = reporter(codes)
const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/**
 * The text of a user's file: UTF-8, with or without a byte order mark. Line ends become `\n`, so that a checkout on
 * Windows builds the same bytes; offsets count in the text as returned.
 */
export function decodeText(bytes: Uint8Array, file: string): Outcome<string> {
  const failed = (diagnostic: ReturnType<typeof report>): Outcome<string> => ({
    value: undefined,
    diagnostics: [diagnostic],
  })
  const start = { file, line: 1, column: 1, offset: 0 }
  const utf16 = utf16Name(bytes)
  if (utf16 !== undefined) return failed(report('file/utf-16', { encoding: utf16 }, start))
  let text: string
  try {
    text = strict.decode(bytes)
  } catch {
    const readable = lenient.decode(bytes)
    return failed(report('file/not-utf-8', {}, placesIn(file, readable).at(readable.indexOf('\uFFFD'))))
  }
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  const nul = text.indexOf('\0')
  if (nul !== -1) return failed(report('file/nul', {}, placesIn(file, text).at(nul)))
  if (text.trim() === '') return failed(report('file/empty', {}, start))
  return { value: text, diagnostics: [] }
}

/** UTF-16 by its byte order mark, or by the zero byte that each ASCII letter has in it. */
function utf16Name(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes
  if ((first === 0xff && second === 0xfe) || (second === 0 && fourth === 0 && first !== 0)) return 'UTF-16LE'
  if ((first === 0xfe && second === 0xff) || (first === 0 && third === 0 && second !== 0)) return 'UTF-16BE'
  return undefined
}

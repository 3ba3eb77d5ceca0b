import { SaxesParser, type SaxesTagNS } from 'saxes'
import { ampersandMender, type MendedText } from './ampersands.ts'

/** What is told of a single ampersand: the parser itself would take all that follows for its name. */
export const singleAmpersand = 'single ampersand'

/**
 * The parser, telling problems as words: it would make an Error of each, and a broken document has millions. It
 * expands no entities but those of XML itself, and never reads anything but what it is given. Single ampersands are
 * told, and read as what they are meant to be.
 */
export class FeedParser extends SaxesParser<{ readonly xmlns: true; readonly position: true }> {
  readonly #onProblem: (problem: string, offset?: number) => void
  readonly #ampersands = ampersandMender()

  /** @param onProblem takes a sentence, and where that is known the offset of what it is about */
  constructor(onProblem: (problem: string, offset?: number) => void) {
    super({ xmlns: true, position: true })
    this.#onProblem = onProblem
  }

  override fail(message: string): this {
    this.#onProblem(message)
    return this
  }

  override write(chunk: string | object | null): this {
    if (chunk !== null) return this.#parse(this.#ampersands.write(String(chunk)))
    this.#parse(this.#ampersands.end())
    return super.write(null)
  }

  /** Text as it was written. */
  asWritten(text: string): string {
    return this.#ampersands.restore(text)
  }

  /** The same for the values of a tag's attributes. */
  tagAsWritten(tag: SaxesTagNS): SaxesTagNS {
    for (const attribute of Object.values(tag.attributes)) attribute.value = this.asWritten(attribute.value)
    return tag
  }

  #parse({ readable, single }: MendedText): this {
    for (const offset of single) this.#onProblem(singleAmpersand, offset)
    return super.write(readable)
  }
}

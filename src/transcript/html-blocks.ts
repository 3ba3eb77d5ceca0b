/** HTML as the blocks of text that people see. Takes any HTML, in one pass. Pure. */

import { Tokenizer } from 'htmlparser2'
import type { EmphasisKind } from '../model/transcript.ts'
import { CueText, type StyledText } from './cue-text.ts'
import { readClock } from './seconds.ts'

/** What a block is: the words of somebody; or, if the podcast namespace's elements say so, a name or a time. */
export type BlockKind = 'words' | 'name' | 'time'

export interface HtmlBlock extends StyledText {
  readonly kind: BlockKind
  /** Where its first word stands. */
  readonly offset: number
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What a new paragraph starts and ends with. */
const blockNames = words(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul',
)
const headingNames = words('h1 h2 h3 h4 h5 h6')
/** Not meant for readers of a transcript. */
const hiddenNames = words('head title script style template noscript svg math iframe object nav select textarea button')
const emphasisNames: Readonly<Record<string, EmphasisKind>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
}
const kindNames: Readonly<Record<string, BlockKind>> = { cite: 'name', dt: 'name', time: 'time' }

/** The seconds that a `<time>` says: `0:09`, `[1:02:03]`. */
export const blockTime = (text: string): number | undefined => readClock(text.replace(/^[[(]|[\])]$/g, ''))

const endsName = /[:：]$/
const startsWithColon = /^\s*[:：]/
/** Just after an end tag's name. */
const colonBehind = /[^>]{0,20}>\s*[:：]/y

/** Builds blocks of what the tokenizer meets. */
class BlockReader {
  readonly blocks: HtmlBlock[] = []
  headings = 0
  readonly #html: string
  readonly #text = new CueText()
  #offset = 0
  #kind: BlockKind = 'words'
  #isInParagraph = false
  #isInHeading = false
  /** The element whose text nobody is to read, and how many of its name are open in it. */
  #hidden: { readonly name: string; depth: number } | undefined
  #breaks = 0

  constructor(html: string) {
    this.#html = html
  }

  #write(written: string, offset: number): void {
    if (this.#hidden !== undefined || this.#isInHeading) return
    const isBehindName = this.#text.isEmpty && this.blocks.at(-1)?.kind === 'name'
    const text = isBehindName ? written.replace(startsWithColon, '') : written
    if (this.#text.isEmpty) this.#offset = offset + (written.length - text.trimStart().length)
    if (text.trim() !== '') this.#breaks = 0
    this.#text.append(text)
  }

  #open(name: string): void {
    // The end tag of a head may be left out.
    if (name === 'body') this.#hidden = undefined
    if (this.#hidden !== undefined) {
      if (name === this.#hidden.name) this.#hidden.depth++
      return
    }
    const kind = kindNames[name]
    const emphasis = emphasisNames[name]
    if (name === 'br') this.#breakLine()
    else if (hiddenNames.has(name)) this.#hidden = { name, depth: 1 }
    else if (headingNames.has(name)) this.#openHeading()
    else if (blockNames.has(name)) this.#openBlock(name)
    if (kind !== undefined && this.#text.isEmpty) this.#kind = kind
    if (emphasis !== undefined) this.#text.open(emphasis)
  }

  #openHeading(): void {
    this.#end()
    this.#isInHeading = true
    this.headings++
  }

  #openBlock(name: string): void {
    this.#end()
    this.#isInHeading = false
    this.#isInParagraph = name === 'p'
  }

  /** @param at just after the tag's name */
  #close(name: string, at: number): void {
    if (this.#hidden !== undefined) {
      if (name === this.#hidden.name && --this.#hidden.depth === 0) this.#hidden = undefined
      return
    }
    const emphasis = emphasisNames[name]
    if (emphasis !== undefined) this.#text.close(emphasis)
    else if (headingNames.has(name)) this.#isInHeading = false
    else if (kindNames[name] !== undefined && kindNames[name] === this.#kind) this.#closeKind(at)
    else if (blockNames.has(name)) {
      this.#end()
      this.#isInParagraph = false
    }
  }

  /** A year is no time, and a book that somebody cites in a paragraph is no speaker: they are words. */
  #closeKind(at: number): void {
    const { text } = this.#text
    colonBehind.lastIndex = at
    const isWords =
      this.#kind === 'time'
        ? blockTime(text) === undefined
        : this.#isInParagraph && !endsName.test(text) && !colonBehind.test(this.#html)
    if (isWords) this.#kind = 'words'
    else this.#end()
  }

  /** Two in a row end a paragraph. */
  #breakLine(): void {
    this.#breaks++
    if (this.#breaks > 1) this.#end()
    else this.#text.breakLine()
  }

  #end(): void {
    const styled = this.#text.take()
    if (styled.text !== '') this.blocks.push({ ...styled, kind: this.#kind, offset: this.#offset })
    this.#kind = 'words'
    this.#breaks = 0
  }

  tokenize(): void {
    const nothing = (): void => {}
    const html = this.#html
    const tokenizer = new Tokenizer(
      { decodeEntities: true },
      {
        ontext: (start, end) => this.#write(html.slice(start, end), start),
        ontextentity: (codepoint, end) => this.#write(String.fromCodePoint(codepoint), end - 1),
        onopentagname: (start, end) => this.#open(html.slice(start, end).toLowerCase()),
        onclosetag: (start, end) => this.#close(html.slice(start, end).toLowerCase(), end),
        onattribdata: nothing,
        onattribentity: nothing,
        onattribend: nothing,
        onattribname: nothing,
        oncdata: nothing,
        oncomment: nothing,
        ondeclaration: nothing,
        onend: nothing,
        onopentagend: nothing,
        onprocessinginstruction: nothing,
        onselfclosingtag: nothing,
      },
    )
    tokenizer.write(html)
    tokenizer.end()
    this.#end()
  }
}

/** The blocks of a document or a fragment, and how many headings were left out. */
export function htmlBlocks(html: string): { readonly blocks: readonly HtmlBlock[]; readonly headings: number } {
  const reader = new BlockReader(html)
  reader.tokenize()
  return reader
}

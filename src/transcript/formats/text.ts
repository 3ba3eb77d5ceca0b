import type { TranscriptFormat } from '../../model/transcript-format.ts'
import { extensionOf } from '../../text/media-type.ts'
import { CueText, speakerField, styleFields } from '../cue-text.ts'
import { headAt, type Opening, openingsOf } from '../heads.ts'
import { labelled } from '../labels.ts'
import { paragraphsOf } from '../paragraphs.ts'
import { type TextLine, TranscriptReader } from '../transcript-reader.ts'

/** Extensions of files in which `# Roots` is a heading. */
const markdown = ['md', 'markdown']

/** In UTF-16 units: where lines are longer, each is a paragraph; else somebody wrapped them. */
const longestWrapped = 120

/** `**Ada:** Welcome`, as Markdown has it. */
const withoutBold = (line: string): string => line.replace(/^[ \t]*([*_]{1,3})([^*_\n]{1,80})\1/, '$2')

const isBlank = (line: string): boolean => line.trim() === ''
const isHeading = (line: string): boolean => /^#{1,6}[ \t]/.test(line)

/** Just after what a Markdown file says of itself. */
function bodyStart(text: string): number {
  if (!text.startsWith('---\n')) return 0
  const end = text.indexOf('\n---\n', 3)
  return end === -1 ? 0 : end + 5
}

/** A line that is not blank. */
interface Line extends TextLine {
  /** It is the first of a paragraph. */
  readonly isStart: boolean
}

function filledLines(text: string): Line[] {
  const lines: { text: string; offset: number; isStart: boolean }[] = []
  let longest = 0
  let isStart = true
  for (let offset = bodyStart(text); offset < text.length; ) {
    const end = text.indexOf('\n', offset)
    const to = end === -1 ? text.length : end
    const line = text.slice(offset, to)
    if (!isBlank(line)) lines.push({ text: line, offset, isStart })
    isStart = isBlank(line)
    longest = Math.max(longest, line.length)
    offset = to + 1
  }
  if (longest > longestWrapped) for (const line of lines) line.isStart = true
  return lines
}

class TextReader {
  readonly #reader: TranscriptReader
  readonly #isMarkdown: boolean
  readonly #text = new CueText()
  #offset = 0
  #opening: { speaker?: string | undefined; start?: number | undefined } = {}
  #speaker: string | undefined

  constructor(reader: TranscriptReader, isMarkdown: boolean) {
    this.#reader = reader
    this.#isMarkdown = isMarkdown
  }

  read(): void {
    const lines = filledLines(this.#reader.text)
    const plain = lines.map(({ text }) => withoutBold(text))
    const openings = openingsOf(plain.map(headAt), (index) => lines[index]?.isStart === true)
    for (const [index, line] of lines.entries()) {
      if (this.#isMarkdown && isHeading(line.text)) {
        this.#reader.omit('heading')
        this.#end()
      } else this.#readLine(plain[index] as string, line, openings[index])
    }
    this.#end()
  }

  #readLine(plain: string, { offset, isStart }: Line, opening: Opening | undefined): void {
    if (isStart || opening !== undefined) this.#end()
    if (opening !== undefined) {
      this.#speaker = opening.speaker ?? this.#speaker
      this.#opening = { start: opening.start ?? this.#opening.start }
    }
    if (this.#text.isEmpty) this.#offset = offset
    this.#text.append(` ${opening === undefined ? plain : plain.slice(opening.to)}`)
  }

  /** A name or a time alone belongs to the paragraph below it. */
  #end(): void {
    const styled = this.#text.take()
    if (styled.text === '') return
    const { start } = this.#opening
    const offset = this.#offset
    this.#reader.add(
      {
        ...(start === undefined ? {} : { start }),
        ...speakerField(this.#speaker),
        ...styleFields(styled),
        endsParagraph: true,
      },
      () => offset,
    )
    this.#opening = {}
  }
}

/** Plain text, with a name before what each person says. @see spec/transcripts.md §2, §3 */
export const text: TranscriptFormat = {
  id: 'text',
  name: 'plain text',
  extension: 'txt',
  otherExtensions: ['text', ...markdown],
  type: 'text/plain',
  isTimed: false,
  print: (transcript) => {
    const paragraphs = paragraphsOf(transcript)
    const labels = labelled(paragraphs.map(({ speaker }) => speaker))
    const written = paragraphs.map(({ speaker, text }, index) => (labels[index] ? `${speaker}: ${text}` : text))
    return `${written.join('\n\n')}\n`
  },
  // Any text is in it.
  detects: () => false,
  parse: (written, file) => {
    const reader = new TranscriptReader(written, file)
    new TextReader(reader, markdown.includes(extensionOf(file))).read()
    return reader.finish({ grain: 'segment' })
  },
}

import type { Cue } from '../../model/transcript.ts'
import type { TranscriptFormat } from '../../model/transcript-format.ts'
import { toClock } from '../../text/time.ts'
import { type StyledText, speakerField, speakerName, styleFields } from '../cue-text.ts'
import { headAt, openingsOf } from '../heads.ts'
import { blockTime, type HtmlBlock, htmlBlocks } from '../html-blocks.ts'
import { type Paragraph, paragraphsOf } from '../paragraphs.ts'
import { renderText } from '../print-text.ts'
import { cutText } from '../text-parts.ts'
import { TranscriptReader } from '../transcript-reader.ts'

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

function printParagraph({ speaker, start, text, emphases }: Paragraph): string {
  const cite = speaker === undefined ? '' : `<cite>${escapeText(speaker)}:</cite>\n`
  const time = start === undefined ? '' : `<time>${toClock(start)}</time>\n`
  return `${cite}${time}<p>${renderText({ text, emphases }, escapeText)}</p>\n`
}

/** `Kevin :` */
const nameOf = (written: string): string => speakerName(written).replace(/\s*[:：]$/, '')

/** Words, with what the blocks above them say of them. */
interface Spoken {
  readonly block: HtmlBlock
  readonly speaker: string | undefined
  readonly start: number | undefined
}

function spokenIn(blocks: readonly HtmlBlock[]): Spoken[] {
  const spoken: Spoken[] = []
  let speaker: string | undefined
  let start: number | undefined
  for (const block of blocks) {
    if (block.kind === 'time') start = blockTime(block.text)
    else if (block.kind === 'name') speaker = nameOf(block.text) || speaker
    else {
      spoken.push({ block, speaker, start })
      start = undefined
    }
  }
  return spoken
}

/** Names and times that stand in the words: `<p><b>Ada:</b> Welcome</p>`. */
function readHeads(spoken: readonly Spoken[], add: (cue: Cue, block: HtmlBlock) => void): void {
  const openings = openingsOf(
    spoken.map(({ block, speaker }) => (speaker === undefined ? headAt(block.text) : undefined)),
    (index) => spoken[index]?.speaker === undefined,
  )
  let named: string | undefined
  let time: number | undefined
  for (const [index, { block, speaker, start }] of spoken.entries()) {
    const opening = openings[index]
    named = speaker ?? opening?.speaker ?? named
    time = start ?? opening?.start ?? time
    const [words] = cutText(block, [{ from: opening?.to ?? 0, to: block.text.length }]) as [StyledText]
    // A name or a time alone belongs to the paragraph below it.
    if (words.text === '') continue
    add(
      {
        ...(time === undefined ? {} : { start: time }),
        ...speakerField(named),
        ...styleFields(words),
        endsParagraph: true,
      },
      block,
    )
    time = undefined
  }
}

const declared = /<html[^>]{0,500}?\slang=["']?([A-Za-z-]{2,35})/i

/** HTML, with the elements of the podcast namespace or plain paragraphs. @see spec/transcripts.md §2 HTML */
export const html: TranscriptFormat = {
  id: 'html',
  name: 'HTML',
  extension: 'html',
  otherExtensions: ['htm'],
  type: 'text/html',
  isTimed: false,
  print: (transcript) => paragraphsOf(transcript).map(printParagraph).join('') || '\n',
  detects: (text) =>
    /^\s*<(?:!doctype html|!--|(?:html|head|body|cite|time|p|div|h[1-6]|ul|ol|dl|section|article|main|blockquote|span|strong|b|br)[\s>/])/i.test(
      text,
    ),
  parse: (text, file) => {
    const reader = new TranscriptReader(text, file)
    const { blocks, headings } = htmlBlocks(reader.text)
    for (let count = 0; count < headings; count++) reader.omit('heading')
    readHeads(spokenIn(blocks), (cue, { offset }) => reader.add(cue, () => offset))
    return reader.finish({ grain: 'segment', language: declared.exec(reader.text.slice(0, 4000))?.[1] })
  },
}

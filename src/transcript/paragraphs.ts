/** Cues as a page shows them: what one person says, in paragraphs. Pure. @see spec/transcripts.md §3 */

import type { Cue, Emphasis, Transcript } from '../model/transcript.ts'
import { byPlace, type StyledText } from './cue-text.ts'
import { endsSentence, gapBetween } from './joining.ts'
import { moveEmphases } from './text-parts.ts'
import { tidyTranscript } from './tidy.ts'

export interface Paragraph extends StyledText {
  /** In seconds, if it is known. */
  readonly start: number | undefined
  readonly speaker: string | undefined
}

/** In UTF-16 units: a paragraph that is longer ends with its sentence. */
const longParagraph = 600

/** Joins cues; a paragraph may have thousands of them. */
class ParagraphWriter {
  readonly paragraphs: Paragraph[] = []
  #cues: Cue[] = []
  #length = 0

  add(cue: Cue): void {
    const before = this.#cues.at(-1)
    if (before !== undefined && this.#endsBefore(cue, before)) this.end()
    this.#cues.push(cue)
    this.#length += cue.text.length + 1
  }

  #endsBefore({ speaker }: Cue, before: Cue): boolean {
    if (speaker !== before.speaker || before.endsParagraph === true) return true
    return this.#length >= longParagraph && endsSentence(before.text)
  }

  end(): void {
    const [first] = this.#cues
    if (first === undefined) return
    const parts: string[] = []
    const emphases: Emphasis[] = []
    let length = 0
    let before = ''
    for (const cue of this.#cues) {
      const gap = gapBetween(before, cue.text)
      length += gap.length
      moveEmphases(emphases, cue.emphases ?? [], length)
      parts.push(gap, cue.text.replaceAll('\n', ' '))
      length += cue.text.length
      if (cue.text !== '') before = cue.text
    }
    this.paragraphs.push({
      start: first.start,
      speaker: first.speaker,
      text: parts.join(''),
      emphases: emphases.sort(byPlace),
    })
    this.#cues = []
    this.#length = 0
  }
}

/** What is said, in paragraphs. Cues without words are left out. */
export function paragraphsOf(transcript: Transcript): Paragraph[] {
  const writer = new ParagraphWriter()
  for (const cue of tidyTranscript(transcript).cues) if (cue.text !== '') writer.add(cue)
  writer.end()
  return writer.paragraphs
}

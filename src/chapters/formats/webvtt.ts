import type { Chapter } from '../../model/chapter.ts'
import type { ChapterFormat } from '../../model/chapter-format.ts'
import { decodeReferences } from '../../text/html-references.ts'
import { toFullClock } from '../../text/time.ts'
import { ChapterReader, shortened, type TextLine } from '../chapter-reader.ts'
import { readClock } from '../clock.ts'
import { endsOf, withoutImpliedEnds } from '../ends.ts'
import { titleLine } from '../title-line.ts'

const times =
  /^\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,9})\s*-->\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,9})(?:\s.*)?$/

const escapeCue = (title: string): string =>
  titleLine(title).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const cueText = (written: string): string => decodeReferences(written.replace(/<[^<>]*>/g, ''))

/** Lines without a blank one between. */
function blocksOf(lines: Iterable<TextLine>): TextLine[][] {
  const blocks: TextLine[][] = [[]]
  for (const line of lines) {
    if (line.text.trim() !== '') blocks.at(-1)?.push(line)
    else if (blocks.at(-1)?.length !== 0) blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}

interface Cue {
  readonly start: number
  readonly end: number
}

/** Cues stand inside of each other or one after the other. */
function reportOverlaps(cues: readonly (Cue & { offset: number })[], reader: ChapterReader): void {
  const open: number[] = []
  for (const { start, end, offset } of [...cues].sort((a, b) => a.start - b.start)) {
    while (open.length > 0 && (open.at(-1) as number) <= start) open.pop()
    if (open.length > 0 && (open.at(-1) as number) < end) reader.report('webvtt/overlap', {}, offset)
    else open.push(end)
  }
}

function readCue(block: readonly TextLine[], reader: ChapterReader): (Cue & { offset: number }) | undefined {
  const [first, second] = block as [TextLine, TextLine?]
  // Above its times a cue may have a name.
  const timing = first.text.includes('-->') || second === undefined ? first : second
  const [, from, to] = times.exec(timing.text) ?? []
  if (from === undefined || to === undefined) {
    reader.report('webvtt/bad-times', { line: shortened(timing.text) }, timing.offset)
    return undefined
  }
  const start = readClock(from) ?? Number.NaN
  const end = readClock(to) ?? Number.NaN
  const { offset, text } = timing
  const payload = block.slice(block.indexOf(timing) + 1).map((line) => line.text)
  const offsetOf = (part: string): number => offset + (part === 'end' ? text.lastIndexOf(to) : 0)
  reader.add({ offset, start, end, title: cueText(payload.join(' ')), offsetOf })
  return { start, end, offset }
}

const isHeader = (text: string): boolean => /^WEBVTT(?:[ \t\n]|$)/.test(text)

/** WebVTT with the kind “chapters”, for web players. @see spec/chapters.md §2 WebVTT */
export const webvtt: ChapterFormat = {
  id: 'webvtt',
  name: 'WebVTT chapters',
  extension: 'vtt',
  print: (chapters: readonly Chapter[], { duration }) => {
    const ends = endsOf(chapters, duration)
    const cues = chapters.map(
      ({ start, title }, index) =>
        `\n${toFullClock(start)} --> ${toFullClock(ends[index] as number)}\n${escapeCue(title)}\n`,
    )
    return `WEBVTT\n${cues.join('')}`
  },
  detects: isHeader,
  parse: (text, file) => {
    const reader = new ChapterReader(text, file)
    if (!isHeader(reader.text)) {
      reader.report('webvtt/no-header', {}, 0)
      return reader.finish()
    }
    const blocks = blocksOf(reader.lines()).slice(1)
    const cues = blocks
      .filter(([first]) => !/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(first?.text ?? ''))
      .flatMap((block) => readCue(block, reader) ?? [])
    reportOverlaps(cues, reader)
    const { value, diagnostics } = reader.finish()
    return { value: value && { ...value, chapters: withoutImpliedEnds(value.chapters) }, diagnostics }
  },
}

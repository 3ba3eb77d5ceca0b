import { readdirSync, readFileSync } from 'node:fs'
import type { Chapter } from '../../src/model/chapter.ts'
import { parseClock } from '../../src/text/time.ts'

/** Show notes, and what their author expects of them. See `tests/fixtures/outlines/README.md`. */
export interface OutlineCase {
  readonly name: string
  readonly text: string
  readonly chapters: readonly Chapter[]
  /** `<line> <code>`, in the order of the lines. */
  readonly diagnostics: readonly string[]
  readonly duration: number | undefined
  readonly labels: readonly string[]
  readonly tails: readonly string[]
}

const folder = new URL('../fixtures/outlines/', import.meta.url)

/** `0:10 to 1:20 A title | https://example.com | img=https://example.com/a.png` */
function readChapter(line: string): Chapter {
  const [head = '', ...extras] = line.split(' | ')
  const [, start = '', end, title = ''] = /^(\S+)(?: to ([\d:.]+))? (.+)$/.exec(head) ?? []
  const img = extras.find((extra) => extra.startsWith('img='))?.slice(4)
  const url = extras.find((extra) => !extra.startsWith('img='))
  return {
    start: parseClock(start) as number,
    ...(end === undefined ? {} : { end: parseClock(end) as number }),
    title,
    ...(url === undefined ? {} : { url }),
    ...(img === undefined ? {} : { img }),
  }
}

function readCase(file: string): OutlineCase {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const expectation = /<!-- expect\r?\n([\s\S]*?)-->\s*$/.exec(text)?.[1]
  if (expectation === undefined) throw new Error(`${file} ends without its expectation`)
  const lines = expectation.split(/\r?\n/).filter((line) => line !== '')
  const valuesOf = (key: string): string[] =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2))
  const [duration] = valuesOf('duration')
  return {
    name: file.replace(/\.md$/, ''),
    text,
    chapters: lines.filter((line) => /^\d/.test(line)).map(readChapter),
    diagnostics: lines.filter((line) => line.startsWith('! ')).map((line) => line.replace(/^! (\S+) (\d+)$/, '$2 $1')),
    duration: duration === undefined ? undefined : Number(duration),
    labels: valuesOf('labels'),
    tails: valuesOf('tails'),
  }
}

/** All cases, by name. */
export const outlineCases: readonly OutlineCase[] = readdirSync(folder)
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .sort()
  .map(readCase)

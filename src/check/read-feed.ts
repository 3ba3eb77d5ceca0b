/** Reads a feed as a stream: one item is in memory at a time, however large the feed is. Pure. */

import type { Spot } from '../model/feed-node.ts'
import type { SyntaxProblem } from '../model/rule.ts'
import { type Limits, limits as usualLimits } from './feed-limits.ts'
import { FeedParser } from './feed-parser.ts'
import { type FeedVisitor, feedTree } from './feed-tree.ts'
import { feedWindow } from './feed-window.ts'
import { keptText } from './kept-text.ts'
import { type CommentedRule, commentedRules } from './settings.ts'
import { segmentOf } from './xml-place.ts'
import { problemOffset, troubleFinder } from './xml-trouble.ts'

/** What comes of reading, in the order of the feed. */
export interface FeedHandlers extends FeedVisitor {
  readonly syntax: (problem: SyntaxProblem) => void
  /** A comment that speaks of a rule. */
  readonly comment?: (comment: CommentedRule, spot: Spot) => void
}

/** How a document ended, and what is known of its bytes. */
export interface FeedEnd {
  readonly encoding: string
  /** What is wrong with the encoding that it names: a sentence without its full stop. */
  readonly encodingProblem?: string | undefined
  readonly bytes?: number | undefined
  /** Whether there is more of it that was not read: then nothing is said of what seems to be missing. */
  readonly isCut?: boolean | undefined
}

export interface FeedReader {
  /**
   * Takes the next piece of the document's text. False: it is not read any further.
   * @param text without halves of surrogate pairs, but that a pair may be cut in two by the end of a piece
   * @param lostAt where in the piece a character stands that the bytes do not give
   */
  readonly write: (text: string, lostAt?: number) => boolean
  /** The document is over. */
  readonly end: (facts: FeedEnd) => void
}

/**
 * How many characters are parsed at once, in whatever pieces they come: after each the limits are looked at. The piece
 * that follows is at hand then, for the rest of a line that something is told of.
 */
const pieceLength = 16 * 1024

/** How far the start of a document is remembered, in characters. */
const openingLength = 512

/** Reads until the document ends, is broken beyond use, or goes beyond the limits. @param file how places call it */
export function feedReader(file: string, handlers: FeedHandlers, limits: Limits = usualLimits): FeedReader {
  const window = feedWindow(file)
  const tree = feedTree(window, handlers, limits, giveUp)
  const troubleOf = troubleFinder()
  const parser = new FeedParser(complain)
  const told = new Map<string, number>()
  let opening = ''
  /** What was given and is not in the window yet: less than a piece. */
  let coming = ''
  /** The last piece in the window: it waits for the next one to be parsed. */
  let waiting = ''
  /** Where in the document a character stands that the bytes do not give. */
  let lost = -1
  let tagStart = 0
  /** Where the parser last was between two things. */
  let mark = 0
  let state: 'reading' | 'over' | 'broken' = 'reading'

  const setMark = (): void => {
    mark = parser.position
  }
  parser.on('xmldecl', setMark)
  parser.on('processinginstruction', setMark)
  parser.on('doctype', () => {
    const start = (): number => mark + Math.max(0, window.slice(mark, parser.position).indexOf('<!DOCTYPE'))
    if (state === 'reading') tell('doctype', 'a document type (DTD) stands here', start)
    setMark()
  })
  parser.on('comment', (text) => {
    if (text.includes('castwright:')) readComment(parser.position)
    setMark()
  })
  parser.on('opentagstart', ({ name }) => {
    // The parser has read one character behind the name, or two where that is the end of a line.
    const start = parser.position - name.length - 2
    tagStart = window.charAt(start) === '<' ? start : start - 1
    if (state === 'reading') tree.begin()
    setMark()
  })
  parser.on('attribute', () => {
    if (state === 'reading') tree.attribute()
    setMark()
  })
  parser.on('opentag', (tag) => {
    if (state === 'reading') tree.open(parser.tagAsWritten(tag), tagStart, parser.position)
    setMark()
  })
  parser.on('closetag', () => {
    if (state === 'reading') tree.close(parser.position)
    setMark()
  })
  parser.on('text', (text) => {
    if (state === 'reading') tree.text(parser.asWritten(text))
  })
  parser.on('cdata', (text) => {
    if (state === 'reading') tree.text(text)
    setMark()
  })

  return {
    write: (text, lostAt = -1) => {
      if (state !== 'reading') return false
      if (opening.length < openingLength) opening = keptText(opening + text.slice(0, openingLength - opening.length))
      if (lostAt >= 0) lost = window.end() + coming.length + lostAt
      coming += text
      let at = 0
      for (; coming.length - at >= pieceLength && state === 'reading'; at += pieceLength)
        take(coming.slice(at, at + pieceLength))
      coming = coming.slice(at)
      return state === 'reading'
    },
    end: ({ encoding, encodingProblem, bytes, isCut = false }) => {
      if (encodingProblem !== undefined) tellOfEncoding(encodingProblem)
      if (state === 'reading') take(coming)
      if (state === 'reading') parser.write(waiting)
      if (state === 'reading' && isCut) state = 'broken'
      if (state === 'reading') parser.close()
      if (state !== 'broken') tree.finish({ beginsClean: opening.startsWith('<'), encoding, bytes })
    },
  }

  /** Takes the next piece, and parses the one before it. */
  function take(piece: string): void {
    const start = window.end()
    if (start + piece.length - window.start() > limits.length) {
      // What stands behind the feed is of no interest.
      if (tree.rootEnd() !== undefined) state = 'over'
      else giveUp(`one part of it is longer than ${limits.length / 1024 / 1024} MB`)
      return
    }
    window.add(piece)
    if (lost >= start && lost < window.end())
      tell('encoding', 'bytes stand here that are no character in the feed’s encoding', () => lost)
    parser.write(waiting)
    waiting = piece
  }

  /** @param offset where the problem is, or how to find that out: a hostile document has millions that are not told */
  function tell(kind: SyntaxProblem['kind'], problem: string, offset: () => number): void {
    // A prefix that is not declared is a problem at each of its elements.
    const topic = kind === 'prefix' && told.size < limits.problems ? problem : kind
    const count = (told.get(topic) ?? 0) + 1
    told.set(topic, count)
    if (count > limits.problems) return
    handlers.syntax({ kind, problem, ...window.spot(offset()) })
  }

  /** @param offset where the problem is, if that is known */
  function complain(complaint: string, offset?: number): void {
    if (state !== 'reading') return
    const { kind, problem, stops } = troubleOf(complaint)
    tell(kind, problem, () => offset ?? problemOffset(problem, window, mark, parser.position))
    if (!stops) return
    // A mistake behind the root leaves the feed whole, unless it is what closed the root.
    const rootEnd = tree.rootEnd()
    state = rootEnd !== undefined && rootEnd < parser.position ? 'over' : 'broken'
  }

  function giveUp(problem: string): void {
    if (state === 'reading') tell('limit', problem, window.start)
    state = 'broken'
  }

  function tellOfEncoding(problem: string): void {
    const start = segmentOf(file, opening, { offset: 0, line: 1, column: 1 })
    const offset = Math.max(0, opening.indexOf('encoding'))
    handlers.syntax({
      kind: 'encoding',
      problem,
      place: () => start.place(offset),
      excerpt: () => start.excerpt(offset),
    })
  }

  /** Tells of the rules that a comment names, at their places. @param end of the comment's text */
  function readComment(end: number): void {
    const count = (told.get('comment') ?? 0) + 1
    told.set('comment', count)
    if (handlers.comment === undefined || count > limits.problems || state !== 'reading') return
    const text = window.slice(window.start(), end)
    const start = Math.max(0, text.lastIndexOf('<!--', text.length - '<!--'.length))
    for (const comment of commentedRules(text.slice(start, start + limits.comment)))
      handlers.comment(comment, window.spot(window.start() + start + comment.offset))
  }
}

import { maxLevels } from './language.ts'

/** What the marks of a template tell before it is parsed. */
export interface Blocks {
  /** The offset of the innermost block that is opened and never closed. */
  readonly lastOpen: number | undefined
  /** The offset of the first thing that lies in too many others. */
  readonly tooDeep: number | undefined
}

const mark = /\{\{!--|\{\{|\}\}|[()]/g
/** What makes a tag open a block, close it, or add an alternative, which lies inside the one before. */
const blockMark = /~?(?:(#|\^(?!~?\}\}))|(\/)|\s*else\s+[^\s~}])/y

/** Follows blocks and parentheses by their marks alone. */
export function scanBlocks(text: string): Blocks {
  const open: { readonly offset: number; levels: number }[] = []
  let level = 0
  let isInTag = false
  let parentheses = 0
  let tooDeep: number | undefined
  let commentEnd = 0
  for (const { 0: found, index } of text.matchAll(mark)) {
    if (index < commentEnd) continue
    if (found === '{{!--') {
      commentEnd = text.indexOf('--}}', index)
      if (commentEnd === -1) break
    } else if (found === '(') parentheses += isInTag ? 1 : 0
    else if (found === ')') parentheses -= isInTag ? 1 : 0
    else {
      isInTag = found === '{{'
      parentheses = 0
    }
    if (found === '{{') {
      blockMark.lastIndex = index + 2
      const [tag, opens, closes] = blockMark.exec(text) ?? []
      if (opens !== undefined) open.push({ offset: index, levels: 0 })
      const block = closes === undefined ? open.at(-1) : open.pop()
      if (tag !== undefined && block !== undefined) {
        const change = closes === undefined ? 1 : -block.levels
        block.levels += change
        level += change
      }
    }
    if (level > maxLevels || parentheses > maxLevels) tooDeep ??= index
  }
  return { lastOpen: open.at(-1)?.offset, tooDeep }
}

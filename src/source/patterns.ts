/** How long a regular expression in the settings may be. */
export const maxPattern = 200

/**
 * Why a text cannot be used as a regular expression on chapter titles, if it cannot. Beside what does not compile, it
 * refuses a repeated group that has a repetition or alternatives in it, as in `(a+)+`: that can take exponential time.
 * What is left may still take time in a power of the title's length; titles are short.
 */
export function patternProblem(source: string): string | undefined {
  if (source.length > maxPattern) return `it is longer than ${maxPattern} characters`
  try {
    new RegExp(source, 'u')
  } catch (error) {
    return (error as SyntaxError).message.replace(/^Invalid regular expression: \/.*\/u?: /s, '')
  }
  return hasNestedRepetition(source)
    ? 'a repeated group has a repetition or “|” in it, which can take for ever'
    : undefined
}

/** `*`, `+`, `{2,}` or `{3}` at an index: what repeats the thing before it. */
const repetition = /[*+]|\{\d+(?:,\d*)?\}/y

function hasNestedRepetition(source: string): boolean {
  /** For each open group: whether something in it can match in several ways. */
  const groups: boolean[] = [false]
  let closedIsLoose = false
  for (let i = 0; i < source.length; i++) {
    const letter = source[i]
    repetition.lastIndex = i
    const repeated = repetition.exec(source)
    if (repeated !== null) {
      if (closedIsLoose) return true
      groups[groups.length - 1] = true
      i += repeated[0].length - 1
    } else if (letter === '|') groups[groups.length - 1] = true
    else if (letter === '(') groups.push(false)
    else if (letter === ')') {
      const isLoose = groups.pop() === true
      if (isLoose) groups[groups.length - 1] = true
      closedIsLoose = isLoose
      continue
    } else if (letter === '\\') i++
    else if (letter === '[') i = classEnd(source, i)
    closedIsLoose = false
  }
  return false
}

/** The index of the bracket that closes a character class. */
function classEnd(source: string, start: number): number {
  let end = start + 1
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1
  return end
}

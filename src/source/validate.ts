import type { z } from 'zod'
import { cutAtWord } from '../text/words.ts'
import { type Path, valueAt } from './located.ts'

/** A value that a schema refuses. */
export interface Finding {
  readonly path: Path
  readonly isMissing: boolean
  /** "must be text". */
  readonly problem: string
  /** "is a list". */
  readonly actual: string
}

export interface Validation<T> {
  /** Undefined if anything was found. */
  readonly value: T | undefined
  readonly findings: readonly Finding[]
}

type Issue = z.core.$ZodIssue

/** Checks data, and says of all that is wrong in it what it must be and what it is. */
export function validate<Schema extends z.ZodType>(schema: Schema, data: unknown): Validation<z.output<Schema>> {
  const result = schema.safeParse(data)
  if (result.success) return { value: result.data, findings: [] }
  const issues = result.error.issues.flatMap((issue) => innermost(issue, [], data))
  return { value: undefined, findings: issues.map(({ path, message }) => findingAt(path, message, data)) }
}

interface Located {
  readonly path: Path
  readonly message: string
}

/**
 * Of alternatives that all failed, the one that was meant: the one whose kind fits, so that only something inside of it
 * is wrong. If none fits, what the whole must be.
 */
function innermost(issue: Issue, parent: Path, data: unknown): Located[] {
  const path: Path = [...parent, ...(issue.path as (string | number)[])]
  if (issue.code !== 'invalid_union') return [{ path, message: wordsOf(issue) }]
  const meant = issue.errors.find((branch) => branch.length > 0 && branch.every((inner) => inner.path.length > 0))
  if (meant !== undefined) return meant.flatMap((inner) => innermost(inner, path, data))
  if (hasOwnWords(issue)) return [{ path, message: issue.message }]
  const branch = Array.isArray(valueAt(data, path)) ? issue.errors[0] : issue.errors.at(-1)
  return (branch ?? []).flatMap((inner) => innermost(inner, path, data))
}

const hasOwnWords = (issue: Issue): boolean => issue.message.startsWith('must ')

const expectedWords: Readonly<Record<string, string>> = {
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
}

/** The schema's own words; what has none is described by its kind. */
function wordsOf(issue: Issue): string {
  if (hasOwnWords(issue)) return issue.message
  const expected = issue.code === 'invalid_type' ? expectedWords[issue.expected] : undefined
  return expected === undefined ? 'must be written differently' : `must be ${expected}`
}

function findingAt(path: Path, problem: string, data: unknown): Finding {
  const value = valueAt(data, path)
  return { path, isMissing: value === undefined, problem, actual: `is ${kindOf(value)}` }
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of keys'
  if (typeof value !== 'string') return String(value)
  return `“${cutAtWord(value.replace(/\s+/g, ' '), 60)}”`
}

/** A path as podcasters read it: `persons[0].name`. */
export const pathName = (path: Path): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('')

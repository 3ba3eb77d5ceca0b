/** Recurrence rules of iCalendar: `FREQ=WEEKLY;BYDAY=MO`. Pure. @see RFC 5545 §3.3.10 */

export interface RecurrenceProblem {
  /** A whole sentence. */
  readonly problem: string
  /** The words that are meant. */
  readonly near: string
  /** Against RFC 5545, but in the podcast namespace's own examples. */
  readonly isTolerated: boolean
}

export interface Recurrence {
  /** Values by name, both in capitals. */
  readonly parts: ReadonlyMap<string, string>
  readonly problems: readonly RecurrenceProblem[]
}

const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
const weekday = /^(?:SU|MO|TU|WE|TH|FR|SA)$/
const numberedWeekday = /^[+-]?\d{1,2}(?:SU|MO|TU|WE|TH|FR|SA)$/
const basicDate = /^\d{8}(?:T\d{6}Z?)?$/
const extendedDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** Lists of whole numbers: from, to, and whether they may count from the end. */
const numberLists: Readonly<Record<string, readonly [number, number, boolean]>> = {
  BYSECOND: [0, 60, false],
  BYMINUTE: [0, 59, false],
  BYHOUR: [0, 23, false],
  BYMONTHDAY: [1, 31, true],
  BYYEARDAY: [1, 366, true],
  BYWEEKNO: [1, 53, true],
  BYMONTH: [1, 12, false],
  BYSETPOS: [1, 366, true],
}

const isCount = (value: string): boolean => /^\d{1,9}$/.test(value) && Number(value) > 0

const listed = (value: string, isFine: (one: string) => boolean): boolean => value.split(',').every(isFine)

function isNumberList(value: string, [from, to, fromEnd]: readonly [number, number, boolean]): boolean {
  const pattern = fromEnd ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/
  return listed(value, (one) => pattern.test(one) && Math.abs(Number(one)) >= from && Math.abs(Number(one)) <= to)
}

/** Whether a part's value is right; undefined if there is no such part. */
function isRight(name: string, value: string): boolean | undefined {
  if (name === 'FREQ') return frequencies.includes(value)
  if (name === 'INTERVAL' || name === 'COUNT') return isCount(value)
  if (name === 'UNTIL') return basicDate.test(value) || extendedDate.test(value)
  if (name === 'WKST') return weekday.test(value)
  if (name === 'BYDAY') return listed(value, (one) => weekday.test(one) || numberedWeekday.test(one))
  const range = Object.hasOwn(numberLists, name) ? numberLists[name] : undefined
  return range === undefined ? undefined : isNumberList(value, range)
}

/** Reads a rule, and says what is not right in it. Case does not count, as everywhere in iCalendar. */
export function readRecurrence(rule: string): Recurrence {
  const parts = new Map<string, string>()
  const problems: RecurrenceProblem[] = []
  const complain = (problem: string, near = '', isTolerated = false) => problems.push({ problem, near, isTolerated })
  for (const written of rule.trim().split(';')) {
    if (written.trim() === '') continue
    const [name = '', value = ''] = written.trim().toUpperCase().split('=', 2)
    const right = isRight(name, value)
    if (right === undefined) complain(`A recurrence rule has no part “${name.slice(0, 30)}”.`, written)
    else if (parts.has(name)) complain(`The recurrence rule says ${name} twice.`, written)
    else if (!right) complain(`“${value.slice(0, 30)}” is no value of ${name} in a recurrence rule.`, written)
    else if (name === 'UNTIL' && extendedDate.test(value))
      complain('Recurrence rules write the date of UNTIL without dashes and colons: 20231231T000000Z.', written, true)
    if (right !== undefined && !parts.has(name)) parts.set(name, value)
  }
  for (const one of clashes(parts)) complain(...one)
  return { parts, problems }
}

/** Parts that do not go together. */
function clashes(parts: ReadonlyMap<string, string>): [problem: string, near?: string, isTolerated?: boolean][] {
  const frequency = parts.get('FREQ')
  const found: [string, string?, boolean?][] = []
  if (frequency === undefined)
    return [['The recurrence rule does not say how often: it has no FREQ, such as FREQ=WEEKLY.']]
  const isOf = (...names: string[]): boolean => names.includes(frequency)
  if (parts.has('UNTIL') && parts.has('COUNT')) found.push(['A recurrence rule has UNTIL or COUNT, not both.', 'COUNT'])
  if (parts.has('BYWEEKNO') && !isOf('YEARLY')) found.push(['BYWEEKNO goes with FREQ=YEARLY only.', 'BYWEEKNO'])
  if (parts.has('BYYEARDAY') && isOf('DAILY', 'WEEKLY', 'MONTHLY'))
    found.push([`BYYEARDAY does not go with FREQ=${frequency}.`, 'BYYEARDAY'])
  if (parts.has('BYMONTHDAY') && isOf('WEEKLY'))
    found.push(['BYMONTHDAY does not go with FREQ=WEEKLY.', 'BYMONTHDAY', true])
  if (/\d/.test(parts.get('BYDAY') ?? '') && !isOf('MONTHLY', 'YEARLY'))
    found.push([`BYDAY has no numbers with FREQ=${frequency}.`, 'BYDAY'])
  if (parts.has('BYSETPOS') && ![...parts.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS'))
    found.push(['BYSETPOS needs another part such as BYDAY beside it.', 'BYSETPOS'])
  return found
}

import { parseDate } from '../text/date.ts'

/** `-0600` is not ISO 8601 beside `07:30`, but the podcast namespace's own examples have it. */
const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)$/i

/** The moment that an ISO 8601 time with its offset from UTC names, in epoch milliseconds. */
export const isoMoment = (text: string): number | undefined =>
  form.test(text.trim()) ? parseDate(text, 'UTC')?.ms : undefined

import { z } from 'zod'
import { webUrl } from '../text/url.ts'

/** The kinds of value that YAML keys share, each with the leniency that people expect of YAML. */

/** One line of text. A bare number or boolean, as in `title: 1984`, is the text that it looks like. */
export const line = z
  .union([z.string(), z.number(), z.boolean()], { error: 'must be text' })
  .transform((value) => String(value).replace(/\s+/g, ' ').trim())
  .refine((value) => value !== '', { error: 'must not be empty' })

/** Text that may have several lines. */
export const text = z
  .union([z.string(), z.number(), z.boolean()], { error: 'must be text' })
  .transform((value) => String(value).trim())
  .refine((value) => value !== '', { error: 'must not be empty' })

/** An absolute http(s) URL. */
export const url = z
  .string({ error: 'must be an absolute http(s) URL' })
  .refine((value) => webUrl(value.trim()) !== undefined, { error: 'must be an absolute http(s) URL' })
  .transform((value) => webUrl(value.trim()) as string)

export const email = z
  .string({ error: 'must be an e-mail address' })
  .regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, { error: 'must be an e-mail address' })

/** true/false, also as the `yes`/`no` of YAML 1.1; `clean` and `explicit` are iTunes' old words. */
export const flag = z.union(
  [
    z.boolean(),
    z
      .enum(['yes', 'no', 'Yes', 'No', 'true', 'false', 'clean', 'explicit'])
      .transform((value) => ['yes', 'Yes', 'true', 'explicit'].includes(value)),
  ],
  { error: 'must be true or false' },
)

/** A whole number of 1 or more; `"12"` counts as 12. */
export const positiveInteger = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ],
    { error: 'must be a whole number of 1 or more' },
  )
  .refine((value) => Number.isSafeInteger(value) && value > 0, { error: 'must be a whole number of 1 or more' })

/** One value or a list of them. */
export const listOf = <Schema extends z.ZodType>(item: Schema) =>
  z.union([z.array(item), item.transform((value) => [value])])

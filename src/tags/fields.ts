import { z } from 'zod'
import { parseDate, toIsoUtc, toRfc2822 } from '../text/date.ts'
import { parseClock } from '../text/time.ts'
import { webUrl } from '../text/url.ts'
import { isUuid } from '../text/uuid.ts'

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

/** The longest playing time that is believed: 100 hours, in seconds. */
export const maxDuration = 360_000

const secondsRule = 'must be seconds, m:ss or h:mm:ss, from 0 to 100 hours'

/** A time in seconds: a number, or a clock such as `43:21` or `1:02:03`. */
export const seconds = z
  .union([z.number(), z.string().transform((value) => parseClock(value) ?? Number.NaN)], { error: secondsRule })
  .refine((value) => value >= 0 && value <= maxDuration, { error: secondsRule })

/** Exact size in bytes; `"60946851"` counts as a number. */
export const bytes = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ],
    { error: 'must be a size in bytes' },
  )
  .refine((value) => Number.isSafeInteger(value) && value >= 0, { error: 'must be a size in bytes, 0 or more' })

/** A MIME type. */
export const mediaType = z
  .string({ error: 'must be a MIME type such as audio/mpeg' })
  .regex(/^[a-z]+\/[a-z0-9.+-]+$/i, { error: 'must be a MIME type such as audio/mpeg' })

/** ISO 8601, a date alone, RFC 2822, or epoch milliseconds. Read later, with the show's time zone. */
export const dateText = z.union([z.string(), z.number()], {
  error: 'must be a date such as 2026-02-23 or 2026-02-23T10:00:00+01:00',
})

/** A moment, kept as written: it is read with the show's time zone where it states none. */
export const moment = dateText.refine((value) => parseDate(value, 'UTC') !== undefined, {
  error: 'must be a date that exists, such as 2026-02-23 or 2026-02-23T10:00:00+01:00',
})

/** A {@link moment} as RSS dates it. */
export const toRssDate = (value: string | number, timeZone: string): string =>
  toRfc2822(parseDate(value, timeZone)?.ms ?? Number.NaN)

/** A {@link moment} as ISO 8601 in UTC. */
export const toIsoDate = (value: string | number, timeZone: string): string =>
  toIsoUtc(parseDate(value, timeZone)?.ms ?? Number.NaN)

/** A whole number of 0 or more. */
export const count = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ],
    { error: 'must be a whole number of 0 or more' },
  )
  .refine((value) => Number.isSafeInteger(value) && value >= 0, { error: 'must be a whole number of 0 or more' })

/** The path of a file in the show's folder, or an absolute URL. */
export const fileOrUrl = line

/** An address of any kind: https, ipfs, magnet, a mail address … */
export const uri = line.refine((value) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(value), {
  error: 'must be an address such as https://… or magnet:…',
})

/** The identity of a feed: a UUID. */
export const uuid = line.refine(isUuid, { error: 'must be a UUID such as 9b024349-ccf0-5f69-a609-6b82873eab3c' })

/** A decimal number of 0 or more, as text without an exponent: JavaScript would write 0.00000005 as 5e-8. */
export const decimalText = z
  .union([z.number().transform((value) => value.toFixed(15).replace(/\.?0+$/, '')), z.string()], {
    error: 'must be a number of 0 or more',
  })
  .refine((value) => /^\d{1,15}(\.\d{1,15})?$/.test(value), { error: 'must be a number of 0 or more' })

/** One value or a list of them. */
export const listOf = <Schema extends z.ZodType>(item: Schema) =>
  z.union([z.array(item), item.transform((value) => [value])])

/** A name and an e-mail address. */
export const mailbox = z.object(
  {
    name: line.meta({ description: 'The name.' }),
    email: email.meta({ description: 'The address. Everybody can read it in the feed.' }),
  },
  { error: 'must have a name and an email' },
)

/** As RSS wants it: `hello@example.com (Fern Fig)`. @see spec/rss-itunes-psp.md §2 managingEditor */
export const toMailbox = ({ name, email: address }: { readonly name: string; readonly email: string }): string =>
  `${address} (${name.replace(/[()]/g, '')})`

/** A number greater than 0; `"12.5"` counts as 12.5. */
export const positiveDecimal = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,9}(\.\d{1,6})?$/)
        .transform(Number),
    ],
    { error: 'must be a number greater than 0' },
  )
  .refine((value) => Number.isFinite(value) && value > 0 && value < 1e9, { error: 'must be a number greater than 0' })

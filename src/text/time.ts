/** Seconds ⇄ the clock notations that podcasters and podcast formats use. Pure; seconds may have decimals. */

const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?$/
const plain = /^\d{1,7}(?:\.\d{1,6})?$/

/**
 * Reads `90`, `90.5`, `1:30`, `89:51`, `1:02:03` or `01:02:03.500` as seconds.
 * @returns undefined if the text is none of these, or has 60 or more seconds, or, with hours, 60 or more minutes.
 */
export function parseClock(text: string): number | undefined {
  const trimmed = text.trim()
  if (plain.test(trimmed)) return Number(trimmed)
  const match = clock.exec(trimmed)
  if (match === null) return undefined
  const [, hours, minutes, seconds, fraction] = match
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined
  const milliseconds = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0'))
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + milliseconds / 1000
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Whole seconds as `M:SS`, or `H:MM:SS` from one hour on: what people read, and what YouTube and Spotify parse. */
export function toClock(seconds: number): string {
  const whole = Math.floor(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** `HH:MM:SS.mmm`: Normal Play Time as Podlove Simple Chapters and WebVTT write it. */
export function toFullClock(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const whole = Math.floor(ms / 1000)
  const clockPart = `${two(Math.floor(whole / 3600))}:${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`
  return `${clockPart}.${String(ms % 1000).padStart(3, '0')}`
}

/** An ISO 8601 duration such as `PT1H2M3S`, for HTML's `datetime`. */
export function toIsoDuration(seconds: number): string {
  const whole = Math.floor(seconds)
  const parts = [
    [Math.floor(whole / 3600), 'H'],
    [Math.floor((whole % 3600) / 60), 'M'],
    [whole % 60, 'S'],
  ] as const
  const text = parts.map(([value, unit]) => (value === 0 ? '' : `${value}${unit}`)).join('')
  return `PT${text === '' ? '0S' : text}`
}

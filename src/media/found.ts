import type { FormatId } from './format.ts'

/** What the reader of a container found out about a file. */
export interface Found {
  readonly format: FormatId
  /** Playing time, with all decimals that there are; absent where the file does not tell. */
  readonly seconds?: number | undefined
  /** In bits per second, of the sound and pictures without the tags. */
  readonly bitrate?: number | undefined
  /** Of the picture, in pixels as it is shown; absent where there is none. */
  readonly height?: number | undefined
  /** How much of it is there, from 0 to 1, where the file itself says that there was more; else 1 or absent. */
  readonly share?: number | undefined
}

/** Bits per second; undefined where there is no time to divide by. */
export const bitrateOf = (bytes: number, seconds: number | undefined): number | undefined =>
  seconds !== undefined && seconds > 0 ? (bytes * 8) / seconds : undefined

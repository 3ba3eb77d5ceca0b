import type { z } from 'zod'
import type { XmlElement } from '../text/xml.ts'

/** Where an element stands in the feed. */
export type Level = 'channel' | 'item'

/** What a tag may know of its surroundings when it is written. */
export interface WriteContext {
  readonly level: Level
  /** The other values of the same level. */
  readonly all: Readonly<Record<string, unknown>>
  /** The show's, as an IANA name: for dates that state none. */
  readonly timeZone: string
}

/** A file or address that a value names, as it will be public. */
export interface FoundFile {
  /** Absolute. */
  readonly url: string
  /** Size in bytes; known of files in the show's folder only, as is the rest. */
  readonly length?: number | undefined
  /** MIME type, by its name. */
  readonly type?: string | undefined
  /** Of an image, in pixels. */
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/**
 * Looks up a file in the show's folder that is to be published, or takes a URL as it is.
 * @param key where the reference stands inside of the tag's value
 * @returns undefined if it is not there, which is reported
 */
export type FindFile = (
  reference: string,
  key: readonly (string | number)[],
  kind: 'file' | 'image',
) => FoundFile | undefined

/**
 * One thing that a podcaster can write in YAML and that becomes elements of the feed. A definition serves five users:
 * validation, types, the feed, the generated schemas and the generated reference.
 */
export interface Tag<Key extends string = string, Schema extends z.ZodType = z.ZodType> {
  /** The key in `podcast.yaml` (channel) and frontmatter (item). */
  readonly key: Key
  readonly levels: readonly Level[]
  readonly schema: Schema
  /** Puts public addresses in the place of files that the value names. */
  files?(value: z.output<Schema>, find: FindFile): z.output<Schema>
  /** The elements for a value. An element of a list's entry says so in `from`, to be found in the user's file. */
  write(value: z.output<Schema>, context: WriteContext): readonly XmlElement[]
  readonly docs: {
    /** One sentence for the editor and the reference. */
    readonly summary: string
    /** Where the rule stands: `spec/<file> <section>`. */
    readonly spec: string
    /** What a podcaster writes, as YAML. */
    readonly example: string
    /** What it becomes. */
    readonly elements: readonly string[]
    /** Who reads it, as far as is known. */
    readonly usedBy: string
  }
}

/** Gives a definition its exact types. */
export const defineTag = <const Key extends string, Schema extends z.ZodType>(
  tag: Tag<Key, Schema>,
): Tag<Key, Schema> => tag

/** The elements of a list's entries, each with the place that it comes from. */
export const writeEach = <T>(values: readonly T[], write: (value: T, index: number) => XmlElement): XmlElement[] =>
  values.map((value, index) => ({ ...write(value, index), from: [index] }))

import type { z } from 'zod'
import type { XmlElement } from '../text/xml.ts'

/** Where an element stands in the feed. */
export type Level = 'channel' | 'item'

/**
 * One thing that a podcaster can write in YAML and that becomes elements of the feed. A definition serves four users:
 * validation, types, the feed, and the generated schemas and reference.
 */
export interface Tag<Key extends string = string, Schema extends z.ZodType = z.ZodType> {
  /** The key in `podcast.yaml` (channel) and frontmatter (item). */
  readonly key: Key
  readonly levels: readonly Level[]
  readonly schema: Schema
  /** The elements for a value; `all` are the other values of the same level. */
  write(value: z.output<Schema>, all: Readonly<Record<string, unknown>>, level: Level): readonly XmlElement[]
  readonly docs: {
    /** One sentence for the editor and the reference. */
    readonly summary: string
    /** Where the rule stands: `spec/<file> <section>`. */
    readonly spec: string
    /** What a podcaster writes, as YAML. */
    readonly example: string
  }
}

/** Gives a definition its exact types. */
export const defineTag = <const Key extends string, Schema extends z.ZodType>(
  tag: Tag<Key, Schema>,
): Tag<Key, Schema> => tag

import { z } from 'zod'
import { appleCategories, categoryNames } from '../model/apple-categories.ts'
import { frontmatterSchema } from '../model/frontmatter.ts'
import { showSchema } from '../model/show.ts'
import { keyPaths, knownKeys } from './keys.ts'
import { requiredTags } from './show.ts'

type JsonSchema = z.core.JSONSchema.JSONSchema

/** The JSON Schemas that editors read, by the file that each is written to, relative to the repository. */
export function renderSchemas(): Record<string, string> {
  return {
    'schemas/podcast.schema.json': render(completed(closed(toJsonSchema(showSchema)))),
    'schemas/episode.schema.json': render(toJsonSchema(frontmatterSchema)),
  }
}

const render = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`

/** What may be written, before defaults and conversions; draft 7 is what editors know best. */
const toJsonSchema = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input', target: 'draft-7' })

/**
 * Marks unknown keys of podcast.yaml, at every depth. Frontmatter stays open: other tools' keys, and those that a
 * mapping renames, have their place there.
 */
function closed(schema: JsonSchema): JsonSchema {
  const closeAll = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(closeAll)
    if (typeof value !== 'object' || value === null) return value
    const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closeAll(part)]))
    const isOpenGroup = inner.type === 'object' && 'properties' in inner && !('additionalProperties' in inner)
    return isOpenGroup ? { ...inner, additionalProperties: false } : inner
  }
  return closeAll(schema) as JsonSchema
}

/** Adds what the checks after the schema know: required tags, and the names that an editor can complete. */
function completed(schema: JsonSchema): JsonSchema {
  const { categories, frontmatter, ...properties } = schema.properties ?? {}
  if (typeof categories !== 'object' || typeof frontmatter !== 'object') throw new Error('bug: keys have been renamed')
  const { description } = categories
  const lists = {
    categories: { ...(description === undefined ? {} : { description }), anyOf: [category, listOf(category)] },
    frontmatter: { ...frontmatter, propertyNames: { enum: keyPaths(knownKeys(frontmatterSchema)) } },
  }
  return {
    ...schema,
    properties: { ...properties, ...lists },
    required: [...(schema.required ?? []), ...requiredTags],
  }
}

const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
const subcategory: JsonSchema = { enum: [...new Set(Object.values(appleCategories).flat())] }
const category: JsonSchema = {
  anyOf: [
    { enum: [...categoryNames] },
    {
      type: 'object',
      propertyNames: { enum: Object.keys(appleCategories) },
      additionalProperties: { anyOf: [subcategory, listOf(subcategory)] },
    },
  ],
}

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { categoryNames } from '../../src/model/apple-categories.ts'
import { renderSchemas } from '../../src/source/schemas.ts'

const schemas = renderSchemas()
type Part = Readonly<Record<string, unknown>>
const parsed = (path: string): Part => JSON.parse(schemas[path] ?? '')
const show = parsed('schemas/podcast.schema.json')
const episode = parsed('schemas/episode.schema.json')

describe('the JSON Schemas', () => {
  test.each(Object.entries(schemas))('%s is the one in the repository; else run: npm run schemas', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  test.each([
    ['podcast.yaml', show],
    ['frontmatter', episode],
  ])('document every key of %s', (_, schema) => expect(undocumented(schema)).toEqual([]))

  test('require what podcast apps require', () => {
    expect(show.required).toEqual(['title', 'description', 'language', 'image', 'categories', 'explicit'])
    expect(episode.required).toEqual(['title', 'date'])
  })

  test('mark unknown keys of podcast.yaml, but not those of frontmatter', () => {
    expect(show.additionalProperties).toBe(false)
    expect(episode).not.toHaveProperty('additionalProperties')
  })

  test('offer Apple’s categories and the keys that can be mapped', () => {
    expect(show).toHaveProperty('properties.categories.anyOf.0.anyOf.0.enum', categoryNames)
    expect(show).toHaveProperty(
      'properties.frontmatter.propertyNames.enum',
      expect.arrayContaining(['title', 'audio.url', 'audio.duration', 'episode', 'season.number']),
    )
  })
})

/** The paths of keys that no description tells about. */
function undocumented(part: unknown, path = ''): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) => {
    if (key !== 'properties') return undocumented(value, path)
    return Object.entries(value as Record<string, Part>).flatMap(([name, inner]) => [
      ...(typeof inner.description === 'string' ? [] : [`${path}.${name}`]),
      ...undocumented(inner, `${path}.${name}`),
    ])
  })
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug, slugOfFile, toSlug } from '../../src/text/slug.ts'

test.each([
  ['Über uns, Teil 2', 'uber-uns-teil-2'],
  ['Don’t panic!', 'dont-panic'],
  ['Straße & Øre', 'strasse-ore'],
  ['../../etc/passwd', 'etc-passwd'],
  ['日本', ''],
])('makes of %j the slug %j', (text, slug) => expect(toSlug(text)).toBe(slug))

test.each([
  ['episodes/2026-02-23-the-persona-selection-model.md', 'the-persona-selection-model'],
  ['episodes/s1/rust-1.38.0.md', 'rust-1.38.0'],
  ['episodes/Hello World.md', 'hello-world'],
  ['episodes/2026-02-23.md', '2026-02-23'],
])('names %s by %j', (path, slug) => expect(slugOfFile(path)).toBe(slug))

test.each(['a', 'rust-1.38.0', '001-ruma', 'A_b'])('takes %j as a slug', (slug) => expect(isSlug(slug)).toBe(true))

test.each(['', '.', '..', '../x', 'a/b', 'a\\b', '.hidden', '-x', 'a b', 'é', 'nul', 'con.txt', 'a.', 'a\u0000'])(
  'does not take %j as a slug',
  (slug) => expect(isSlug(slug)).toBe(false),
)

test('makes only slugs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const slug = toSlug(text)
      expect(slug === '' || /^[a-z0-9][a-z0-9._-]*$/.test(slug) || slug.startsWith('_')).toBe(true)
    }),
  )
})

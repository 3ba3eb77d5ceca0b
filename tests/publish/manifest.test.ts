import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOutputPath } from '../../src/publish/inside.ts'
import { type ManifestEntry, parseManifest, renderManifest } from '../../src/publish/manifest.ts'

const stamp = fc.record({ size: fc.nat(), modifiedMs: fc.maxSafeNat() })
const entry: fc.Arbitrary<ManifestEntry> = fc.record(
  {
    size: fc.nat(),
    modifiedMs: fc.maxSafeNat(),
    source: stamp,
    found: fc.constant(true as const),
    before: fc.array(stamp, { minLength: 1 }),
  },
  { requiredKeys: ['size', 'modifiedMs'] },
)
const path = fc.string({ unit: 'binary' }).filter(isOutputPath)

test('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.array(fc.tuple(path, entry)), fc.array(path), (serial, files, folders) => {
      const manifest = { serial, files: new Map(files), foreignFolders: new Set(folders) }
      const read = parseManifest(renderManifest(manifest))
      expect(read?.serial).toBe(serial)
      expect(read?.foreignFolders).toEqual(manifest.foreignFolders)
      expect(read?.files).toEqual(manifest.files)
    }),
  )
})

test('has one text, in whatever order the files came', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(path, entry), { selector: ([name]) => name }), (files) => {
      const render = (rows: typeof files) =>
        renderManifest({ serial: 1, files: new Map(rows), foreignFolders: new Set() })
      expect(render([...files].reverse())).toBe(render(files))
    }),
  )
})

const manifestWith = (row: string): string => `{"version":1,"serial":1,"foreignFolders":[],"files":[${row}]}`

test('takes a row of a plain file', () => {
  expect(parseManifest(manifestWith('["feed.xml",1,2]'))?.files.get('feed.xml')).toEqual({ size: 1, modifiedMs: 2 })
})

test.each([
  '',
  'nonsense',
  '{"version":1',
  'null',
  '[]',
  '"text"',
  '{}',
  '{"version":2,"serial":1,"foreignFolders":[],"files":[]}',
  '{"version":1,"serial":"1","foreignFolders":[],"files":[]}',
  '{"version":1,"serial":1,"foreignFolders":[],"files":{}}',
  '{"version":1,"serial":1,"files":[]}',
  manifestWith('7'),
  manifestWith('["a"]'),
  manifestWith('["a",1]'),
  manifestWith('["a","1",2]'),
  manifestWith('["a",1.5,2]'),
  manifestWith('[7,1,2]'),
  manifestWith('["../a",1,2]'),
  manifestWith('["/etc/passwd",1,2]'),
  manifestWith('[".castwright/lock",1,2]'),
  manifestWith('["",1,2]'),
])('does not take %j', (text) => {
  expect(parseManifest(text)).toBeUndefined()
})

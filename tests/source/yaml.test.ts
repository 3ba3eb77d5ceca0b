import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Path } from '../../src/source/located.ts'
import { maxAliases, parseYaml } from '../../src/source/yaml.ts'

const dataOf = (text: string): unknown => parseYaml(text).data

describe('values are what they look like', () => {
  test.each([
    ['7', 7],
    ['-3', -3],
    ['1.5', 1.5],
    ['0123', '0123'],
    ['1.10', '1.10'],
    ['1e5', '1e5'],
    ['+5', '+5'],
    ['0x10', '0x10'],
    ['.nan', '.nan'],
    ['.inf', '.inf'],
    ['12345678901234567890', '12345678901234567890'],
    ['43:21', '43:21'],
    ['2026-02-23', '2026-02-23'],
    ['2026-02-23 10:00:00+01:00', '2026-02-23 10:00:00+01:00'],
    ['yes', 'yes'],
    ['true', true],
    ['~', null],
    ['', null],
    ['"true"', 'true'],
  ])('%j', (written, value) => expect(dataOf(`key: ${written}`)).toEqual({ key: value }))

  test('no text at all is nothing', () => expect(parseYaml('# a comment\n')).toMatchObject({ data: undefined }))
  test('one pair of dashes around it is fine', () => expect(dataOf('---\na: 1\n---\n')).toEqual({ a: 1 }))
  test('CRLF does not become part of a value', () => expect(dataOf('a: b\r\nc: d\r')).toEqual({ a: 'b', c: 'd' }))
})

describe('aliases', () => {
  test('repeat a value', () => expect(dataOf('a: &x [1]\nb: *x')).toEqual({ a: [1], b: [1] }))

  test('are counted', () => {
    const repeated = (count: number): string => `a: &x 1\nb: [${Array(count).fill('*x').join(', ')}]`
    expect(parseYaml(repeated(maxAliases)).error).toBeUndefined()
    expect(parseYaml(repeated(maxAliases + 1)).error?.code).toBe('yaml/too-complex')
  })

  test('cannot multiply: ten levels of ten are refused at once', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`)
    const bomb = ['l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]', ...levels].join('\n')
    const { data, error } = parseYaml(bomb)
    expect(data).toBeUndefined()
    expect(error?.code).toBe('yaml/too-complex')
    expect(bomb[error?.offset ?? 0]).toBe('*')
  })
})

describe('keys are only keys', () => {
  test.each(['__proto__: { polluted: true }', '"__proto__": 1', '"\\u005f_proto__": 1', '{ a: { __proto__: 1 } }'])(
    'does not take %j',
    (text) => expect(parseYaml(text).error?.code).toBe('yaml/forbidden-key'),
  )
  test('constructor and toString are names like any other', () => {
    expect(dataOf('constructor: 1\ntoString: 2')).toEqual({ constructor: 1, toString: 2 })
    expect(Object.hasOwn({}, 'polluted')).toBe(false)
  })
})

describe('places', () => {
  const text = `title: "x"
audio:
  url: a
  length:   12
list:
  - name: b
  - [c, { d: 'e' }]
text: >-

   hello
empty:
anchored: &a v
alias: *a
`
  const { offsetOf } = parseYaml(text)
  const at = (path: Path, part?: 'key' | 'value') => text.slice(offsetOf(path, part)).split('\n')[0]

  test.each<[Path, string, string]>([
    [['title'], '"x"', 'title: "x"'],
    [['audio'], 'url: a', 'audio:'],
    [['audio', 'length'], '12', 'length:   12'],
    [['list', 0, 'name'], 'b', 'name: b'],
    [['list', 1], "[c, { d: 'e' }]", "[c, { d: 'e' }]"],
    [['list', 1, 1, 'd'], "'e' }]", "d: 'e' }]"],
    [['text'], 'hello', 'text: >-'],
    [['empty'], 'empty:', 'empty:'],
    [['anchored'], 'v', 'anchored: &a v'],
    [['alias'], '*a', 'alias: *a'],
  ])('%j', (path, value, key) => {
    expect(at(path)).toBe(value)
    expect(at(path, 'key')).toBe(key)
  })

  test.each<[Path, string]>([
    [['audio', 'type'], 'audio:'],
    [['list', 5, 'name'], 'list:'],
    [['alias', 'deeper'], 'alias: *a'],
    [['nowhere', 0], 'title: "x"'],
    [[], 'title: "x"'],
  ])('%j does not exist, so it is where its nearest parent is', (path, line) => expect(at(path)).toBe(line))
})

const word = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/)
const scalar = fc.oneof(fc.integer(), fc.boolean(), fc.string())
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
  ),
}))
const group = fc.dictionary(word, tree, { minKeys: 1, maxKeys: 5 })

/** Writes data as YAML, in blocks or on one line. */
function write(value: unknown, indent: string, flow: boolean): string {
  if (typeof value !== 'object' || value === null) return ` ${JSON.stringify(value)}`
  const entries = Object.entries(value)
  if (entries.length === 0 || flow) return ` ${JSON.stringify(value)}`
  const inner = `${indent}  `
  const lines = Array.isArray(value)
    ? entries.map(([, item]) => `${inner}-${write(item, inner, flow)}`)
    : entries.map(([key, item]) => `${inner}${key}:${write(item, inner, flow)}`)
  return `\n${lines.join('\n')}`
}

function* leaves(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value]
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key])
}

describe('properties', () => {
  test('JSON is read as JSON.parse reads it, however it is indented', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify({ value }, null, indent)
        fc.pre(!text.includes('__proto__'))
        expect(dataOf(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  test('the offset of each value is where the value is written', () => {
    fc.assert(
      fc.property(group, fc.boolean(), (data, flow) => {
        const text = write(data, '', flow)
        const { data: read, offsetOf } = parseYaml(text)
        expect(read).toEqual(data)
        for (const [path, value] of leaves(data))
          expect(text.slice(offsetOf(path)).startsWith(JSON.stringify(value))).toBe(true)
      }),
    )
  })

  test('no text makes it throw, and an error has its place in the text', () => {
    const piece = fc.constantFrom(
      ...'-:?&*!|>[]{},#"\'%@` \n\tab1.'.split(''),
      '- ',
      ': ',
      '\n  ',
      '---\n',
      '&a ',
      '*a ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const { error, offsetOf } = parseYaml(text)
        expect(error?.offset ?? 0).toBeGreaterThanOrEqual(0)
        expect(error?.offset ?? 0).toBeLessThanOrEqual(text.length)
        expect(offsetOf(['a', 0])).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Who may import whom. Every room may also import its own folder. */
const base = ['text', 'tags', 'model']
const mayImport: Record<string, readonly string[]> = {
  text: [],
  tags: ['text'],
  model: ['text', 'tags'],
  source: base,
  chapters: base,
  media: base,
  transcript: base,
  episode: [...base, 'chapters', 'transcript'],
  feed: base,
  site: base,
  check: base,
  publish: base,
  build: [...base, 'source', 'chapters', 'media', 'transcript', 'episode', 'feed', 'site', 'check', 'publish'],
  cli: [...base, 'source', 'chapters', 'media', 'transcript', 'episode', 'feed', 'site', 'check', 'publish', 'build'],
}

/** Rooms that only compute: no disk, no network, no clock, no chance, no environment, no console. */
const pure = ['text', 'tags', 'model', 'chapters', 'transcript', 'episode', 'feed', 'site', 'check']
const worldly = [
  // `node:module` is let through: it loads code of ours later, and touches nothing of the world.
  /from 'node:(?!module')/,
  /\bimport\('node:/,
  /\bconsole\./,
  /\bprocess\./,
  /\bfetch\(/,
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\bMath\.random\(/,
  /\bperformance\./,
  /\.toLocale\w*String\(\)/,
  /\.localeCompare\(/,
]

const sourceFiles = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort()

const roomOf = (name: string): string => (name.includes('/') ? name.slice(0, name.indexOf('/')) : 'index')
const codeOf = (name: string): string => readFileSync(join('src', name), 'utf8')

/** The files of ours that a file imports, relative to `src`; type imports only if asked for. */
function importsOf(name: string, code: string, types = true): string[] {
  const found = [
    ...code.matchAll(/^(?:import|export)( type)?[^'"]*?from '(\.[^']+)'/gms),
    ...code.matchAll(/import(\()'(\.[^']+)'\)/g),
  ]
  return found
    .filter(([, kind]) => types || kind !== ' type')
    .map(([, , to = '']) => posix.normalize(posix.join(posix.dirname(name), to)))
}

/** What is wrong with a file's imports. */
function forbiddenImports(name: string, code: string): string[] {
  const room = roomOf(name)
  if (room === 'index') return []
  const allowed = [room, ...(mayImport[room] ?? [])]
  return importsOf(name, code).filter((to) => !allowed.includes(roomOf(to)))
}

const worldlyUses = (code: string): string[] => worldly.filter((pattern) => pattern.test(code)).map(String)

describe('rooms import only what lies before them', () => {
  test.each(sourceFiles)('%s', (name) => expect(forbiddenImports(name, codeOf(name))).toEqual([]))

  test('a forbidden import is noticed', () => {
    expect(forbiddenImports('feed/order.ts', "import { x } from '../site/view.ts'\n")).toEqual(['site/view.ts'])
  })
})

describe('pure rooms leave the world alone', () => {
  const files = sourceFiles.filter((name) => pure.includes(roomOf(name)))
  test.each(files)('%s', (name) => expect(worldlyUses(codeOf(name))).toEqual([]))

  test('a clock is noticed', () => expect(worldlyUses('const now = Date.now()')).not.toEqual([]))
})

test('every room is in the table', () => {
  const rooms = new Set(sourceFiles.map(roomOf).filter((room) => room !== 'index'))
  expect([...rooms].filter((room) => mayImport[room] === undefined)).toEqual([])
})

test('no modules import each other’s values in a circle', () => {
  const graph = new Map(sourceFiles.map((name) => [name, importsOf(name, codeOf(name), false)]))
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): string[] => {
    if (path.includes(name)) return [[...path.slice(path.indexOf(name)), name].join(' → ')]
    if (done.has(name)) return []
    const circles = (graph.get(name) ?? []).flatMap((to) => visit(to, [...path, name]))
    done.add(name)
    return circles
  }
  expect(sourceFiles.flatMap((name) => visit(name, []))).toEqual([])
})

test('registries list every file of their folder', () => {
  for (const folder of ['tags', 'check/rules', 'chapters/formats', 'transcript/formats', 'feed/formats', 'cli/print']) {
    const index = codeOf(`${folder}/index.ts`)
    const files = sourceFiles.filter((name) => posix.dirname(name) === folder && !name.endsWith('/index.ts'))
    const missing = files.filter((name) => !index.includes(`'./${posix.basename(name)}'`))
    expect(
      missing.filter((name) => !['tags/fields.ts', 'tags/remote-item.ts', 'tags/vocabulary.ts'].includes(name)),
    ).toEqual([])
  }
})

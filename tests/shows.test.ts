import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import partytime from 'podcast-partytime'
import { afterAll, describe, expect, test } from 'vitest'

const shows = readdirSync('tests/shows', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
const place = mkdtempSync(join(tmpdir(), 'castwright-shows-'))
afterAll(() => rmSync(place, { recursive: true }))

/** The documents that a build wrote, and what it said. */
function build(name: string): { files: Record<string, string>; said: string } {
  const dir = join(place, name)
  cpSync(join('tests/shows', name), dir, { recursive: true, filter: (path) => !path.endsWith('/expected') })
  const { status, stderr } = spawnSync(process.execPath, [resolve('lib/cli/main.js'), 'build'], {
    cwd: dir,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ: process.env.TZ, SOURCE_DATE_EPOCH: '1800000000' },
  })
  expect([name, status, stderr]).toEqual([name, 0, expect.any(String)])
  const dist = join(dir, 'dist')
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .filter((path) => !/^(?:\.castwright|assets)\b/.test(path))
  const files = Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(dist, path), 'utf8')]))
  return {
    files: { ...files, 'podcast.ledger.json': readFileSync(join(dir, 'podcast.ledger.json'), 'utf8') },
    said: stderr,
  }
}

describe.each(shows)('the show %s', (name) => {
  const { files, said } = build(name)

  test('becomes the documents that are expected', async () => {
    for (const [path, text] of Object.entries(files))
      await expect(text).toMatchFileSnapshot(resolve('tests/shows', name, 'expected', path))
    const folder = resolve('tests/shows', name, 'expected')
    const expected = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    expect(expected.filter((path) => files[path] === undefined)).toEqual(['stderr.txt'])
  })

  test('says what is expected', () =>
    expect(said).toMatchFileSnapshot(resolve('tests/shows', name, 'expected', 'stderr.txt')))

  test('is read by another parser with the ledger’s guids and enclosures', () => {
    const feed = partytime.parseFeed(files['feed.xml'] ?? '')
    const ledger = JSON.parse(files['podcast.ledger.json'] ?? '') as { episodes: { guid: string; enclosure: string }[] }
    const read = feed?.items.map((item) => ({ guid: item.guid, enclosure: item.enclosure.url }))
    const remembered = ledger.episodes.map(({ guid, enclosure }) => ({ guid, enclosure }))
    expect(read).toHaveLength(remembered.length)
    expect(read).toEqual(expect.arrayContaining(remembered))
  })
})

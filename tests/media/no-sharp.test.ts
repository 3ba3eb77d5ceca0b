import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { inspectArtwork } from '../../src/media/artwork.ts'
import { renderArtwork } from '../../src/media/renditions.ts'

/** A kind of machine for which the library has no binary. */
vi.mock('sharp', () => {
  throw new Error('Could not load the "sharp" module using the plan9-mips runtime\nPossible solutions: …')
})

const cover = join(import.meta.dirname, '../fixtures/media/cover-1400.png')
const place = { file: 'podcast.yaml', line: 9, column: 8, offset: 200 }

test('makes no pictures where there is no library for the machine, and says so in a line', async () => {
  const { value, diagnostics } = await renderArtwork(cover, [{ side: 300, format: 'png' }], 'cover.png', place)
  expect(value).toEqual([])
  expect(diagnostics).toMatchObject([{ code: 'media/no-picture-engine', severity: 'warning', place }])
  expect(diagnostics[0]?.message).not.toContain('\n')
})

test('checks there what the first bytes of a picture say', async () => {
  const { value, diagnostics } = await inspectArtwork(cover, 'cover.jpg', place, 'episode')
  expect(value).toMatchObject({ type: 'image/png', width: 1400, isTransparent: false })
  expect(diagnostics.map(({ code }) => code)).toEqual(['media/artwork-extension', 'media/no-picture-engine'])
})

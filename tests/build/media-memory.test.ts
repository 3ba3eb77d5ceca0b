import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { mediaMemory, rememberMedia } from '../../src/build/media-memory.ts'
import { open } from '../publish/folders.ts'

test('measures a file once, and again when it is another', () => {
  const dir = mkdtempSync(join(tmpdir(), 'castwright-memory-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const file = join(dir, 'a.mp3')
  const { folder, release } = open(join(dir, 'dist'))
  onTestFinished(release)
  const measured: string[] = []
  const build = (duration: number) => {
    const memory = mediaMemory(dir, folder)
    const found = memory.measure('a.mp3', (path) => {
      measured.push(path)
      return { format: 'mp3', length: statSync(path).size, duration }
    })
    rememberMedia(folder, memory.used())
    return found
  }
  writeFileSync(file, 'sound')
  expect(build(1)).toEqual({ format: 'mp3', length: 5, duration: 1 })
  expect(build(2)).toEqual({ format: 'mp3', length: 5, duration: 1 })
  utimesSync(file, 1, 1)
  expect(build(3)).toMatchObject({ duration: 3 })
  writeFileSync(file, 'sounds')
  expect(build(4)).toMatchObject({ length: 6, duration: 4 })
  writeFileSync(join(dir, 'dist/.castwright/media.json'), 'broken')
  expect(build(5)).toMatchObject({ duration: 5 })
  expect(measured).toEqual([file, file, file, file])
})

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPart, readPart } from '../../src/publish/parts.ts'

function anOutput() {
  const root = mkdtempSync(join(tmpdir(), 'castwright-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const stage = join(root, 'stage')
  mkdirSync(stage)
  return { root, stage, empty: true }
}

test('gives back each piece, also those that are longer than the buffer', () => {
  const folder = anOutput()
  const texts = [
    '',
    'a',
    'ü😀',
    'x'.repeat(300_000),
    'é'.repeat(90_000),
    ...Array.from({ length: 500 }, (_, i) => `${i} `.repeat(i * 3)),
  ]
  const part = openPart(folder, 'items.rss')
  const pieces = texts.map((text) => part.append(text))
  part.close()
  const reader = readPart(folder, 'items.rss')
  const read = pieces.toReversed().map((piece) => Buffer.from(reader.read(piece)).toString())
  reader.close()
  expect(read.toReversed()).toEqual(texts)
})

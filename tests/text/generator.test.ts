import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatorName, generatorVersion } from '../../src/text/generator.ts'

test('name and version are the package’s', () => {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect({ name: generatorName, version: generatorVersion }).toEqual({ name, version })
})

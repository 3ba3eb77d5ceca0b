import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { renderReference } from '../build/reference.ts'
import { renderSchemas } from '../source/schemas.ts'

// Run by `npm run schemas` in the repository: renews what editors and people read.
for (const [path, text] of Object.entries({ ...renderSchemas(), ...renderReference() })) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.log(path)
}

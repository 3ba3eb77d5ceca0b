import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { renderSchemas } from '../source/schemas.ts'

// Run by `npm run schemas` in the repository: renews what editors read.
for (const [path, text] of Object.entries(renderSchemas())) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.log(path)
}

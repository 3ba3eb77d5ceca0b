import { expect, test } from 'vitest'
import { emailIn } from '../../src/check/email.ts'

test.each([
  ['ada@soil.example', 'ada@soil.example'],
  ['ada.fern+pod@mail.soil.example (Ada Fern)', 'ada.fern+pod@mail.soil.example'],
  ['Ada <ada@soil.example>', 'ada@soil.example'],
  ['mailto:ada@soil.example', 'ada@soil.example'],
  ['Write to ada@soil.example.', 'ada@soil.example'],
])('finds the address in %j', (text, email) => expect(emailIn(text)).toBe(email))

test.each([
  ['Ada Fern'],
  ['@soil'],
  ['ada@localhost'],
  ['a @ b.example'],
  ['@soil.example'],
  [''],
  [`${'x'.repeat(600)}@a.b`],
])('finds none in %j', (text) => expect(emailIn(text)).toBeUndefined())

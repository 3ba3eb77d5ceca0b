import { expect, test } from 'vitest'
import { statusWithReason } from '../../src/text/http-status.ts'

test.each([
  [404, '404 (there is nothing)'],
  [502, '502 (the server behind it has an error)'],
  [418, '418'],
])('%d is told as %s', (status, told) => expect(statusWithReason(status)).toBe(told))

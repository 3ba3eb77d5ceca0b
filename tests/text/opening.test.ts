import { expect, test } from 'vitest'
import { openingWord } from '../../src/text/opening.ts'

test.each([
  ['en', 'Intro'],
  ['de-at', 'Intro'],
  ['fr', 'Introduction'],
  ['PT-br', 'Introdução'],
  ['constructor', 'Intro'],
  ['', 'Intro'],
])('what comes first in a show in %j is %s', (language, word) => expect(openingWord(language)).toBe(word))

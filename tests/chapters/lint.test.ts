import { expect, test } from 'vitest'
import { lintOutline } from '../../src/chapters/lint.ts'
import { outlineOf } from '../../src/chapters/outline.ts'
import { placesIn } from '../../src/text/place.ts'

const findings = (text: string) =>
  lintOutline(outlineOf(text), placesIn('notes.md', text).at).map(
    ({ code, severity, place }) => `${place?.line} ${severity} ${code}`,
  )

test.each([
  ['- 0:10 A\n- 1:00 B\n- 2:00 C\n', ['1 info outline/late-start']],
  ['- 0:00 A\n- 1:00 B\n- 1:05 C\n- 2:00 D\n', ['2 info outline/short-chapter']],
  ['- 0:00 A\n- 1:00 B\n', ['1 info outline/few-chapters']],
])('tells what platforms miss in %j', (text, expected) => expect(findings(text)).toEqual(expected))

test.each(['- 0:00 A\n- 1:00 B\n- 2:00 C\n', 'No times at all.\n'])('has nothing to tell of %j', (text) =>
  expect(findings(text)).toEqual([]),
)

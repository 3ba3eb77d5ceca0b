import { expect, test } from 'vitest'
import { itemDescription } from '../../src/feed/description.ts'

const timestamps = ['0:00 Intro', '1:30 R&D <em>', '1:02:03 Bye']
const list = '0:00 Intro<br>\n1:30 R&amp;D &lt;em><br>\n1:02:03 Bye'

test.each([
  ['a summary and no lines', { summary: 'Soil & seeds.\nTwo lines.' }, 'Soil & seeds.\nTwo lines.'],
  ['lines after a blank one', { summary: 'Soil & seeds.', timestamps }, `Soil & seeds.<br>\n<br>\n${list}`],
  ['a summary’s own lines', { summary: 'One.\n\nTwo.\n', timestamps }, `One.<br>\n<br>\nTwo.<br>\n<br>\n${list}`],
  [
    'no second list after a summary that has the times',
    { summary: 'Soil.\n(00:00) Hello\n(01:30) R&D\n(01:02:03) Bye', timestamps },
    'Soil.<br>\n(00:00) Hello<br>\n(01:30) R&amp;D<br>\n(01:02:03) Bye',
  ],
  [
    'a list after a summary that has one of the times',
    { summary: 'Listen at 1:30.', timestamps },
    `Listen at 1:30.<br>\n<br>\n${list}`,
  ],
])('a description has %s', (_name, episode, description) => expect(itemDescription(episode)).toBe(description))

test('lines that would make it longer than 4000 bytes are left out whole', () => {
  const added = `<br>\n<br>\n${list}`.length
  const fitting = 'é'.repeat((4000 - added) / 2) + 'x'.repeat((4000 - added) % 2)
  expect(Buffer.byteLength(itemDescription({ summary: fitting, timestamps }))).toBe(4000)
  expect(itemDescription({ summary: `${fitting}x`, timestamps })).toBe(`${fitting}x`)
})

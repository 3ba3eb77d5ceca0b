import { expect, test } from 'vitest'
import { labelOf } from '../../src/chapters/labels.ts'

test.each([
  'Outline:',
  'Chapters',
  'CHAPTERS (approximate)',
  '⏱️ Timestamps',
  'Time stamps:',
  'Timestamps & referenced resources',
  'Here are the timestamps for today:',
  'Episode outline',
  'In this episode, we cover:',
  'Table of contents',
  'Kapitel',
  'Kapitelmarken',
  'Inhaltsverzeichnis',
  'Chapitres',
  "Sommaire de l'épisode",
  'Capítulos',
  'Índice',
  'Capitoli',
  'Hoofdstukken',
  'Rozdziały',
  'Таймкоды:',
  'Содержание',
  'Bölümler',
  'Κεφάλαια',
  '时间轴：',
  '本期时间线',
  'チャプター',
  '목차',
  'الفصول',
  'פרקים',
])('%j announces an outline', (text) => expect(labelOf(text, [])).toBe('outline'))

test.each(['Show notes', 'Shownotes:', 'Topics', 'Show Notes – Episode 12', 'Inhalt', 'Au programme', '本期内容'])(
  '%j announces show notes',
  (text) => expect(labelOf(text, [])).toBe('notes'),
)

test.each(['Transcript', 'Episode transcript', 'Transkript:', 'Transcripción', '逐字稿'])(
  '%j announces a transcript',
  (text) => expect(labelOf(text, [])).toBe('transcript'),
)

test.each([
  '',
  '---',
  'Links',
  'Credits',
  'Kapitel 3: Der Garten',
  'Babel',
  'Notebooks we like',
  'We met in a long, long sentence that goes on and mentions chapters at its very end',
])('%j announces nothing', (text) => expect(labelOf(text, [])).toBeUndefined())

test('a show’s own labels count, whatever their capitals and colons', () => {
  expect(labelOf('Fahrplan:', [])).toBeUndefined()
  expect(labelOf('FAHRPLAN:', ['Fahrplan'])).toBe('outline')
  expect(labelOf('Fahrplan der Woche', ['Fahrplan'])).toBeUndefined()
  expect(labelOf('…', ['…'])).toBeUndefined()
})

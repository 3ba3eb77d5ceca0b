import { expect, test } from 'vitest'
import type { Transcript } from '../../src/model/transcript.ts'
import { lossesOf } from '../../src/transcript/losses.ts'
import { readTranscript } from '../../src/transcript/read.ts'
import { fixture, formatOf, full } from './sample.ts'

const by = (id: string, transcript: Transcript) => Object.fromEntries(lossesOf(formatOf(id), transcript))
const read = (name: string): Transcript => {
  const { value } = readTranscript(fixture(name), name)
  if (value === undefined) throw new Error(name)
  return value.transcript
}

test.each([
  ['vtt', {}],
  ['srt', {}],
  ['json', { line: 1, emphasis: 1 }],
  ['html', { fraction: 2, end: 3, line: 1 }],
  ['text', { start: 4, end: 3, line: 1, emphasis: 1 }],
])('what %s cannot hold is counted', (id, losses) => expect(by(id, full)).toEqual(losses))

test.each([
  ['a speaker who stops', 'srt', 'voices', { speaker: 1 }],
  ['an end after the next start', 'srt', 'overlap', { end: 1 }],
  ['paragraphs within a turn', 'vtt', 'paragraphs', { paragraph: 1 }],
  ['a start that nobody knew', 'vtt', 'untimed', { estimated: 1, paragraph: 1 }],
  ['all times, where there are none', 'vtt', 'timeless', { text: 2 }],
])('%s, in %s', (_what, id, name, losses) => {
  const cues: Record<string, Transcript['cues']> = {
    voices: [
      { start: 0, end: 1, speaker: 'Ada', text: 'Listen.' },
      { start: 1, end: 2, speaker: 'Ada', text: 'Now.' },
      { start: 2, end: 3, text: '[rain]' },
    ],
    overlap: [
      { start: 0, end: 3, text: 'a' },
      { start: 1, end: 4, text: 'b' },
    ],
    paragraphs: [
      { start: 0, end: 1, text: 'a', endsParagraph: true },
      { start: 1, end: 2, text: 'b', endsParagraph: true },
    ],
    untimed: [
      { start: 0, text: 'a', endsParagraph: true },
      { text: 'b', endsParagraph: true },
      { start: 9, text: 'c', endsParagraph: true, speaker: 'Ada' },
    ],
    timeless: [{ text: 'a' }, { text: 'b' }],
  }
  expect(by(id, { grain: 'caption', cues: cues[name] ?? [] })).toEqual(losses)
})

test('words that become captions lose their own times', () => {
  expect(by('json', read('words.json'))).toEqual({})
  expect(by('vtt', read('words.json'))).toEqual({ start: 13, paragraph: 1 })
})

test('sentences that are too long for a screen get times that nobody told', () => {
  expect(by('vtt', read('bracketed.txt'))).toMatchObject({ estimated: 1 })
})

/**
 * The benchmark's show: as many episodes as wanted, the same bytes on every machine and in every year.
 * Episode 7 is the same in a show of 100 and in one of 10,000.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const vocabulary =
  'soil water light seed river garden machine memory letter signal voice island winter kitchen market teacher engine ' +
  'forest copper paper bridge number pattern weather harbour museum question answer history colour shadow window copy ' +
  'story method measure border village compass lantern orbit café naïve Übung language thread meadow glass pocket stone ' +
  'growing hidden quiet careful early common broken simple northern public slow bright wooden careless open distant ' +
  'learns carries finds keeps changes follows becomes explains remembers opens because while before after without under'
const words = vocabulary.split(' ')

/** Mulberry32: small, fast, the same everywhere. Values from 0 up to 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Writes prose from a source of randomness. */
function writerOf(random: () => number) {
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T
  const some = <T>(low: number, high: number, make: () => T): T[] => Array.from({ length: between(low, high) }, make)
  const phrase = (low = 2, high = 4): string => some(low, high, () => pick(words)).join(' ')
  const heading = (): string => phrase().replace(/^./, (letter) => letter.toUpperCase())
  const link = (): string => `[${phrase(1, 3)}](https://example.com/${pick(words)}/${between(1, 9999)}?a=1&b=2)`
  const dressed = [link, () => `*${phrase()}*`, () => `**${phrase()}**`, () => `\`${pick(words)}()\``, () => 'R&D 🌱 —']
  const sentence = (): string => `${heading()}${random() < 0.4 ? `, ${pick(dressed)()},` : ''} ${phrase(4, 12)}.`
  const paragraph = (): string => some(2, 5, sentence).join(' ')
  const entry = (): string => `- ${random() < 0.5 ? `${link()}: ` : ''}${phrase(3, 7)}`
  const list = (): string => `${heading()}:\n\n${some(3, 6, entry).join('\n')}`
  const blocks = [
    paragraph,
    paragraph,
    paragraph,
    paragraph,
    list,
    list,
    () => `## ${heading()}`,
    () => `> ${sentence()}`,
  ]
  return { between, pick, some, phrase, heading, paragraph, block: () => pick(blocks)() }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `mm:ss`, or `hh:mm:ss` from one hour on or when asked for. */
function clock(seconds: number, withHours = seconds >= 3600): string {
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return withHours ? `${two(Math.floor(seconds / 3600))}:${rest}` : rest
}

/** How outlines are written: their heading or label, and one line. */
const notations: readonly { head: string; line: (start: number, title: string) => string }[] = [
  { head: '## Chapters', line: (start, title) => `- (${clock(start)}) ${title}` },
  { head: 'Timestamps:', line: (start, title) => `[${clock(start, true)}] ${title}` },
  { head: 'Outline:', line: (start, title) => `${clock(start)} ${title}` },
  { head: '## Outline', line: (start, title) => `- [${clock(start)}](#t=${start}) ${title}` },
  { head: '## Chapters', line: (start, title) => `**${clock(start)}** ${title}` },
]

const firstDate = Date.UTC(2006, 0, 1, 6)
/** Between two episodes, in milliseconds. 100,000 of them end before today. */
const step = 97 * 60_000

/**
 * The episode of that number, from 0.
 * @returns its file below the show's folder (names sort by date), its text, and how many chapters its outline has.
 */
export function makeEpisode(index: number) {
  const { between, pick, some, phrase, heading, paragraph, block } = writerOf(randomFrom(index * 7919 + 1))
  const date = new Date(firstDate + index * step).toISOString()
  const duration = between(600, 7200)
  const chapters = between(8, 25)
  const { head, line } = pick(notations)
  const outline = Array.from({ length: chapters }, (_, k) => {
    const start = k === 0 ? 0 : Math.floor(((k + between(0, 80) / 100) / chapters) * duration)
    return line(start, heading())
  })
  const blocks = [paragraph(), head, outline.join('\n')]
  const size = between(2000, 5400)
  while (Buffer.byteLength(blocks.join('\n\n')) < size) blocks.push(block())
  const text = `---
title: ${JSON.stringify(index % 3 === 0 ? `${heading()}: “${phrase()}”` : heading())}
date: ${date}
audio:
  url: https://media.example.com/${index + 1}.mp3
  length: ${duration * 16_000}
  type: audio/mpeg
  duration: ${index % 2 === 0 ? duration : `"${clock(duration, true)}"`}
season: ${Math.floor(index / 100) + 1}
episode: ${(index % 100) + 1}
keywords: [${some(2, 5, () => phrase(1, 2)).join(', ')}]
authors:
  - Ada Fern
  - Bo Fig
summary: ${heading()} ${phrase(8, 16)}.
---

${blocks.join('\n\n')}
`
  const name = phrase(2, 3)
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase()
    .replaceAll(' ', '-')
  const file = `episodes/${date.slice(0, 10)}-${String(index + 1).padStart(6, '0')}-${name}.md`
  return { file, text, chapters }
}

/** The show's `podcast.yaml`, with all of castwright's outputs, or with those alone that the peers write too. */
export const makeShow = (allOutputs: boolean): string => `title: The Benchmark Garden
description: A show that nobody recorded, about soil, water and light.
baseUrl: https://podcast.example.com/
language: en
author: Ada Fern
owner: { name: Ada Fern, email: hello@example.com }
image: https://podcast.example.com/artwork.jpg
categories: [Technology]
explicit: false
type: episodic
output: { atom: ${allOutputs}, json: ${allOutputs}, simpleChapters: ${allOutputs}, timestamps: ${allOutputs} }
`

/** Writes the show into a folder below `root`, unless it is there already. @returns the show's folder. */
export function writeCorpus(root: string, count: number): string {
  const sample = Array.from({ length: 20 }, (_, index) => makeEpisode(index).text).join('')
  const folder = join(root, `show-${count}-${createHash('sha1').update(sample).digest('hex').slice(0, 8)}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(join(unfinished, 'episodes'), { recursive: true })
  writeFileSync(join(unfinished, 'podcast.yaml'), makeShow(false))
  for (let index = 0; index < count; index++) {
    const { file, text } = makeEpisode(index)
    writeFileSync(join(unfinished, file), text)
  }
  renameSync(unfinished, folder)
  return folder
}

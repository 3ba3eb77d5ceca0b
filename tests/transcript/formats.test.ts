import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TranscriptFormat } from '../../src/model/transcript-format.ts'
import { transcriptFormats } from '../../src/transcript/formats/index.ts'
import { type Loss, lossesOf } from '../../src/transcript/losses.ts'
import { detectTranscriptFormat, readTranscript } from '../../src/transcript/read.ts'
import { anyName, dialogues, fixture, full, hostile, readOnlyDocuments, transcripts } from './sample.ts'

/** What each format cannot hold, by its specification: a field that is not here must survive. */
const cannotHold: Record<string, readonly Loss[]> = {
  vtt: ['paragraph'],
  // Overlaps are cut, and nobody can stop speaking.
  srt: ['paragraph', 'end', 'speaker'],
  json: ['emphasis', 'line'],
  html: ['start', 'fraction', 'end', 'line', 'speaker'],
  text: ['start', 'end', 'line', 'emphasis', 'speaker'],
}

/** Any text is HTML or plain text, so none is nonsense. */
const takesAnything = ['html', 'text']

type Printing = TranscriptFormat & Required<Pick<TranscriptFormat, 'print'>>
const isPrinting = (format: TranscriptFormat): format is Printing => format.print !== undefined
const named = <F extends TranscriptFormat>(formats: readonly F[]): [string, F][] => formats.map((one) => [one.id, one])

const documentOf = (format: TranscriptFormat): string =>
  format.print?.(full, { duration: 4000 }) ?? fixture(readOnlyDocuments[format.id] as string)

describe.each(named(transcriptFormats))('%s', (id, format) => {
  const document = documentOf(format)

  test('takes a byte order mark, and the line ends of Windows and of old', () => {
    const { value } = format.parse(document, 't.txt')
    expect(value?.transcript.cues.length).toBeGreaterThan(0)
    for (const lineEnd of ['\r\n', '\r']) {
      const read = format.parse(`\ufeff${document.replaceAll('\n', lineEnd)}`, 't.txt')
      expect(read.value?.transcript).toEqual(value?.transcript)
      expect(read.diagnostics).toEqual([])
    }
  })

  test.skipIf(takesAnything.includes(id))('reports nonsense with a place', () => {
    for (const nonsense of ['\u0000nonsense', 'Roots\n\nAll about them, from A to Z.\n', '{}', '[]', '[1]', '7', '']) {
      const { value, diagnostics } = format.parse(nonsense, 't.txt')
      expect(value).toBeUndefined()
      expect(diagnostics[0]).toMatchObject({ severity: 'error', place: { file: 't.txt', line: 1 } })
    }
  })

  test('reports that nothing is said', () => {
    const { value, diagnostics } = format.parse('\n', 't.txt')
    expect(value).toBeUndefined()
    expect(diagnostics[0]).toMatchObject({ severity: 'error', place: { file: 't.txt' } })
  })

  test('never throws, whatever is done to a document', () => {
    const cut = fc.tuple(fc.nat(document.length), fc.nat(30), fc.oneof(fc.constantFrom(...hostile), fc.string()))
    fc.assert(
      fc.property(cut, ([from, length, insert]) => {
        const changed = document.slice(0, from) + insert + document.slice(from + length)
        const { value, diagnostics } = format.parse(changed, 't.txt')
        const errors = diagnostics.filter(({ severity }) => severity === 'error')
        expect(value === undefined).toBe(errors.length > 0)
        expect(diagnostics.filter(({ place }) => place?.file !== 't.txt')).toEqual([])
        expect(value?.transcript.cues.filter((_, index) => value.placeOf(index, 'end').file !== 't.txt') ?? []).toEqual(
          [],
        )
      }),
      { numRuns: 300 },
    )
  })

  test('gives the same for what the model has put in order, whatever is done to a document', () => {
    const cut = fc.tuple(fc.nat(document.length), fc.nat(9), fc.constantFrom(...hostile))
    fc.assert(
      fc.property(cut, ([from, length, insert]) => {
        const changed = document.slice(0, from) + insert + document.slice(from + length)
        const { value } = readTranscript(changed, 't.txt', { formatId: id, duration: 10, people: 2 })
        const starts = value?.transcript.cues.flatMap(({ start }) => start ?? []) ?? []
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        for (const { start = 0, end = Number.POSITIVE_INFINITY, text } of value?.transcript.cues ?? []) {
          expect(end).toBeGreaterThan(start)
          expect(text).not.toMatch(/^\s|\s$|\n\n|\r|\t/)
        }
      }),
    )
  })

  test.skipIf(id === 'text')('is told from all others by its content', () => {
    expect(detectTranscriptFormat(document, 'transcript')?.id).toBe(id)
    expect(transcriptFormats.filter((other) => other.detects(document)).map((other) => other.id)).toEqual([id])
  })
})

describe.each(named(transcriptFormats.filter(isPrinting)))('%s, written', (id, format) => {
  const document = documentOf(format)
  const any = transcripts({ name: anyName, isConsistent: false, overlaps: true })

  test('always prints the same, up to a line feed', () => {
    expect(format.print(full, { duration: 4000 })).toBe(document)
    expect(document).toMatch(/[^\n]\n$/)
    expect(document).not.toContain('\r')
  })

  test('reads what it wrote, without a complaint', () => {
    const { value, diagnostics } = format.parse(document, 't.txt')
    expect(diagnostics).toEqual([])
    expect(value?.transcript.cues.map(({ speaker }) => speaker)).toEqual(['Ada', 'Bo', 'Ada', 'Bo'])
  })

  test('loses nothing that it can hold, whatever is said', () => {
    fc.assert(
      fc.property(any, (transcript) => {
        const lost = [...lossesOf(format, transcript, {}).keys()]
        expect(lost.filter((loss) => !cannotHold[id]?.includes(loss))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('gives the same bytes for what it read of its own', () => {
    fc.assert(
      fc.property(dialogues, (transcript) => {
        const once = format.print(transcript, {})
        const { value, diagnostics } = readTranscript(once, 't.txt', { formatId: id })
        expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
        expect(format.print(value?.transcript ?? full, {})).toBe(once)
      }),
      { numRuns: 300 },
    )
  })

  test('is told from all others by its content, also where it is short and what is said hostile', () => {
    if (id === 'text') return
    fc.assert(
      fc.property(any, (transcript) => {
        fc.pre(transcript.cues.some(({ text }) => text !== ''))
        const printed = format.print(transcript, {})
        expect(transcriptFormats.filter((other) => other.detects(printed)).map((other) => other.id)).toEqual([id])
      }),
    )
  })
})

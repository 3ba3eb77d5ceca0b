import type { z } from 'zod'
import type { TranscriptFormat } from '../../model/transcript-format.ts'
import { styledText, styleFields } from '../cue-text.ts'
import { group, list, milliseconds, readJson, text } from '../json-source.ts'
import { toMilliseconds } from '../seconds.ts'
import { TranscriptReader } from '../transcript-reader.ts'
import { addPieces, gluedWords, type Piece } from '../words.ts'

const segment = group({ utf8: text.nullish(), tOffsetMs: milliseconds })
const event = group({ tStartMs: milliseconds, dDurationMs: milliseconds, segs: list(segment).nullish() })
const document = group({ events: list(event) })

type Event = z.infer<typeof event>
type OffsetOf = (path: (string | number)[]) => number

const hasText = ({ segs }: Event): boolean => (segs ?? []).some(({ utf8 }) => (utf8 ?? '').trim() !== '')

/** Captions that a machine made: each word says how long after its line it starts. A line starts a word. */
function wordsOf({ tStartMs, segs }: Event, index: number, offsetOf: OffsetOf): Piece[] {
  return (segs ?? []).flatMap(({ utf8, tOffsetMs }, at) => {
    if ((utf8 ?? '').trim() === '') return []
    const path = ['events', index, 'segs', at, 'utf8']
    return [
      {
        text: at === 0 ? ` ${utf8}` : (utf8 as string),
        start: (tStartMs ?? 0) + (tOffsetMs ?? 0),
        offsetOf: () => offsetOf(path),
      },
    ]
  })
}

/** Captions as YouTube sends them to its player. */
export const youtube: TranscriptFormat = {
  id: 'youtube',
  name: 'YouTube json3',
  extension: 'json3',
  isTimed: true,
  detects: (text) => /^\s*\{/.test(text) && /"events"\s*:\s*\[/.test(text) && /"tStartMs"\s*:/.test(text),
  parse: (text, file) => {
    const reader = new TranscriptReader(text, file)
    const source = readJson(reader, () => document)
    if (source === undefined) return reader.finish({ grain: 'caption' })
    const { offsetOf } = source
    const events = source.data.events.map((one, index) => ({ one, index })).filter(({ one }) => hasText(one))
    if (events.some(({ one }) => one.segs?.some(({ tOffsetMs }) => typeof tOffsetMs === 'number'))) {
      addPieces(reader, gluedWords(events.flatMap(({ one, index }) => wordsOf(one, index, offsetOf))))
      return reader.finish({ grain: 'word' })
    }
    for (const { one, index } of events) {
      const start = one.tStartMs ?? 0
      const end = start + (one.dDurationMs ?? 0)
      const written = (one.segs ?? []).map(({ utf8 }) => utf8 ?? '').join('')
      reader.add(
        {
          start: toMilliseconds(start),
          ...(end > start ? { end: toMilliseconds(end) } : {}),
          ...styleFields(styledText({ text: written })),
        },
        (part) => offsetOf(['events', index, part === 'text' ? 'segs' : 'tStartMs']),
      )
    }
    return reader.finish({ grain: 'caption' })
  },
}

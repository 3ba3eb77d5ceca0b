/** Transcripts in the one form that the model has: whoever made them. Pure. */

import type { Cue, Transcript } from '../model/transcript.ts'
import { speakerField, speakerName, styledText, styleFields } from './cue-text.ts'
import { isTime, toMilliseconds } from './seconds.ts'

/** Leaves out what cannot be: times before zero, ends before starts. */
export function tidyCue(cue: Cue): Cue {
  const start = isTime(cue.start) ? toMilliseconds(cue.start) : undefined
  const end = isTime(cue.end) ? toMilliseconds(cue.end) : undefined
  const styled = styledText(cue)
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined || (start !== undefined && end <= start) ? {} : { end }),
    ...speakerField(speakerName(cue.speaker ?? '')),
    ...styleFields(styled),
    ...(cue.endsParagraph === true && styled.text !== '' ? { endsParagraph: true } : {}),
  }
}

/**
 * Sorts the cues by their starts. One without a start stays behind the one that it stands behind. Cues that start
 * together keep their order.
 */
export function tidyTranscript({ language, grain, cues }: Transcript): Transcript {
  const tidy = cues.map(tidyCue)
  let last = 0
  const keyed = tidy.map((cue) => {
    last = cue.start ?? last
    return { cue, key: last }
  })
  const isSorted = keyed.every(({ key }, index) => index === 0 || key >= (keyed[index - 1]?.key ?? 0))
  const sorted = isSorted ? tidy : keyed.sort((a, b) => a.key - b.key).map(({ cue }) => cue)
  return { ...(language === undefined ? {} : { language }), grain, cues: sorted }
}

/** Whether it says when things are said: a time at the top alone does not. */
export const isTimed = ({ cues }: Transcript): boolean =>
  cues.some(({ start }, index) => start !== undefined && (start > 0 || (index === 0 && cues.length === 1))) ||
  (cues.length > 0 && cues.every(({ start }) => start !== undefined))

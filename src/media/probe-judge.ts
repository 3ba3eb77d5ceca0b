import { type Diagnostic, type Outcome, reporter } from '../model/diagnostic.ts'
import type { MediaFacts } from '../model/media.ts'
import { mediaTypeOfName } from '../text/media-type.ts'
import type { Place } from '../text/place.ts'
import { judgeAudio } from './audio.ts'
import { otherKind } from './format.ts'
import { isBusy } from './http-retry.ts'
import type { Measured } from './measure.ts'
import { probeCodes, withoutPassword } from './probe-codes.ts'
import type { Unmeasured } from './probe-measure.ts'
import type { RemoteFile } from './probe-remote.ts'
import { isServedAs } from './probe-served.ts'
import type { Trouble } from './probe-trouble.ts'
import type { ProbedMedia } from './probed.ts'
import type { Unreadable } from './unreadable.ts'

/** What was learnt about audio on the web, and what is wrong with it, for whoever wrote its address. Pure. */

const report = reporter(probeCodes)

/** An address, and where it is written. */
export interface At {
  readonly url: string
  readonly place: Place | undefined
}

type Read = Pick<RemoteFile, 'head' | 'size' | 'version' | 'servedType'>

/** @param headLength what HEAD said to be the length, if it did */
export function judgeRemote(
  file: Read,
  measured: Measured | Unmeasured | Unreadable,
  headLength: number | undefined,
  at: At,
): Outcome<ProbedMedia> {
  if ('why' in measured) return { value: undefined, diagnostics: [notAudio(file, measured.why, at)] }
  const { facts, diagnostics } = judgeByName(measured, at)
  const { etag, lastModified } = file.version
  const value: ProbedMedia = {
    ...(file.size === undefined ? {} : { length: file.size }),
    ...facts,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  }
  const missing = missingIn(value, at, 'unknown' in measured ? measured : undefined)
  return { value, diagnostics: [...judgeAnswer(file, headLength, value.type, at), ...diagnostics, ...missing] }
}

const nowhere: Place = { file: '', line: 1, column: 1, offset: 0 }

/** As of a file that lies in the show’s folder under the same name. */
function judgeByName(measured: Measured | Unmeasured, { url, place }: At) {
  const content: Measured = 'unknown' in measured ? { format: measured.format, length: 0 } : measured
  const judged = judgeAudio(content, withoutPassword(url), place ?? nowhere)
  if (judged.value === undefined) throw new Error('bug: what is audio is judged to be none')
  const { length: _, ...facts }: MediaFacts = judged.value
  // A name that says nothing is a matter of the address, not of the file.
  const isNamed = mediaTypeOfName(url) !== undefined
  const diagnostics = judged.diagnostics.filter(({ code }) => isNamed || code !== 'media/wrong-extension')
  return { facts, diagnostics: diagnostics.map((diagnostic) => placed(diagnostic, place)) }
}

/** The same at another place, or at none. */
export function placed({ place: _, ...diagnostic }: Diagnostic, place: Place | undefined): Diagnostic {
  return { ...diagnostic, ...(place === undefined ? {} : { place }) }
}

function judgeAnswer({ size, servedType }: Read, headLength: number | undefined, type: string, { url, place }: At) {
  const diagnostics: Diagnostic[] = []
  if (headLength !== undefined && size !== undefined && headLength !== size)
    diagnostics.push(report('probe/head-length', { url, head: headLength, length: size }, place))
  if (!isServedAs(servedType, type))
    diagnostics.push(report('probe/served-type', { url, served: servedType, type }, place))
  return diagnostics
}

/** What is still to be written beside the address. */
export function missingIn(
  { length, duration }: ProbedMedia,
  { url, place }: At,
  { unknown, estimate }: Partial<Unmeasured> = {},
): Diagnostic[] {
  const why = unknown ?? 'it does not say'
  return [
    ...(length === undefined ? [report('probe/no-length', { url }, place)] : []),
    ...(duration === undefined ? [report('probe/no-duration', { url, why, estimate }, place)] : []),
  ]
}

const pageTypes: readonly (string | undefined)[] = ['text/html', 'application/xhtml+xml']

function notAudio({ head, size, servedType }: Read, why: string, { url, place }: At): Diagnostic {
  if (size === 0) return report('probe/empty', { url }, place)
  const isPage = pageTypes.includes(servedType) || otherKind(head) === 'a web page'
  return isPage ? report('probe/web-page', { url }, place) : report('probe/not-audio', { url, why }, place)
}

/** @param file what had been read; undefined: nothing yet */
export function judgeTrouble(trouble: Trouble, file: Read | undefined, { url, place }: At): Diagnostic {
  switch (trouble.kind) {
    case 'failure':
      return report(file ? 'probe/broken-off' : 'probe/no-answer', { url, failure: trouble.failure }, place)
    case 'status':
      if (file) return report('probe/broken-off', { url, failure: `the server answers ${trouble.status}` }, place)
      return report(isBusy(trouble.status) ? 'probe/busy' : 'probe/status', { url, status: trouble.status }, place)
    case 'changed':
      return report('probe/changing', { url }, place)
    case 'wrong part':
      return report('probe/wrong-part', { url }, place)
    case 'too short':
      return report('probe/wrong-length', { url, length: file?.size ?? 0, end: trouble.end }, place)
    case 'no parts':
    case 'limit':
      throw new Error(`bug: “${trouble.kind}” leaves the kind of a file known`)
  }
}

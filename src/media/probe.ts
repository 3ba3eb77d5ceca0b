import type { Outcome } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { hopeless } from './ask.ts'
import { isSuccess, lengthOf } from './ask-start.ts'
import type { HttpClient } from './http.ts'
import { judgeRemote, judgeTrouble, missingIn } from './probe-judge.ts'
import { measureRemote } from './probe-measure.ts'
import { openRemote, type RemoteFile } from './probe-remote.ts'
import { type Trouble, Unreached } from './probe-trouble.ts'
import { isSameVersion, versionOf } from './probe-version.ts'
import type { ProbedMedia } from './probed.ts'

export interface ProbeOptions {
  /** Where the address is written. */
  readonly place?: Place | undefined
  /** What was found out before. While the server calls the file the same, it stays, and nothing more is read. */
  readonly known?: ProbedMedia | undefined
  /** So much of the file is read at most. Default: 4 MiB. */
  readonly maxBytes?: number | undefined
}

const KiB = 1024
const blockBytes = 64 * KiB

/** A file that is replaced while it is read is read once more; one that changes again is another for everybody. */
const maxTries = 2

/**
 * Finds out what apps need to know about audio on the web: length, type, playing time, bit rate. Asks by HEAD, then
 * reads as little of the file as tells. A playing time is exact, or absent.
 * @returns `known` itself where nothing has changed. All codes of `probe/` but those of the cache, and those of
 * `judgeAudio`; warnings say what is missing in the value.
 */
export async function probeAudio(
  client: HttpClient,
  url: string,
  { place, known, maxBytes = 4096 * KiB }: ProbeOptions = {},
): Promise<Outcome<ProbedMedia>> {
  const at = { url, place }
  const failed = (trouble: Trouble, file?: RemoteFile) => ({
    value: undefined,
    diagnostics: [judgeTrouble(trouble, file, at)],
  })
  const unchanged = (value: ProbedMedia) => ({ value, diagnostics: missingIn(value, at) })
  const head = await client.request(url, { method: 'HEAD', maxBytes: 0 })
  const { failure, failureCode } = head
  if (failure !== undefined && failureCode !== undefined && hopeless.includes(failureCode))
    return failed({ kind: 'failure', failure })
  if (known !== undefined && isSuccess(head) && isSameVersion(known, versionOf(head.headers, lengthOf(head))))
    return unchanged(known)
  for (let tries = 1; ; tries++) {
    const file = await openRemote(client, url, { maxBytes, blockBytes })
    if ('kind' in file) return failed(file)
    if (known !== undefined && isSameVersion(known, file.version)) return unchanged(known)
    try {
      // Of a file that was replaced, HEAD told about the one before.
      return judgeRemote(file, await measureRemote(file), tries === 1 ? lengthOf(head) : undefined, at)
    } catch (error) {
      if (!(error instanceof Unreached)) throw error
      if (error.trouble.kind !== 'changed' || tries === maxTries) return failed(error.trouble, file)
    }
  }
}

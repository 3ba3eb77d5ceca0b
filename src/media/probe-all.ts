import pLimit from 'p-limit'
import type { Outcome } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import type { HttpClient } from './http.ts'
import { type ProbeOptions, probeAudio } from './probe.ts'
import { placed } from './probe-judge.ts'
import type { ProbedMedia } from './probed.ts'

/** An address of audio. */
export interface ProbeTarget {
  readonly url: string
  /** Where it is written. */
  readonly place?: Place | undefined
}

export interface ProbeAllOptions extends Pick<ProbeOptions, 'maxBytes'> {
  /** What was found out before, by address. */
  readonly known?: ReadonlyMap<string, ProbedMedia> | undefined
  /** Called when an address is done, in the order of the network; with the number of different addresses. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** How many addresses are under way at once. How many requests, the client says. Default: 24. */
  readonly ahead?: number | undefined
}

/**
 * Probes many addresses, each once.
 * @returns in the order of the targets; each with diagnostics at its own place
 */
export async function probeAll(
  client: HttpClient,
  targets: readonly ProbeTarget[],
  { known, onProgress, maxBytes, ahead = 24 }: ProbeAllOptions = {},
): Promise<Outcome<ProbedMedia>[]> {
  // Parts of a file are kept while it is under way.
  const limit = pLimit(ahead)
  const urls = [...new Set(targets.map(({ url }) => url))]
  let done = 0
  const probe = async (url: string) => {
    const outcome = await probeAudio(client, url, { known: known?.get(url), maxBytes })
    onProgress?.(++done, urls.length)
    return [url, outcome] as const
  }
  const outcomes = new Map(await Promise.all(urls.map((url) => limit(probe, url))))
  return targets.map(({ url, place }) => {
    const { value, diagnostics } = outcomes.get(url) as Outcome<ProbedMedia>
    return { value, diagnostics: diagnostics.map((diagnostic) => placed(diagnostic, place)) }
  })
}

import type { Catalogue } from '../model/diagnostic.ts'
import { statusWithReason } from '../text/http-status.ts'
import { toClock } from '../text/time.ts'

/** What can be wrong with audio on the web, and with the file that remembers what was found out about it. */

interface At {
  readonly url: string
}

/** A password is nothing for a terminal, or for the log of a build. */
export const withoutPassword = (url: string): string => url.replace(/^(\w+:\/\/)[^/?#@]*@/, '$1')

/** Enough of an address to know it by. */
function named(url: string): string {
  const plain = withoutPassword(url)
  return `“${plain.length > 120 ? `${plain.slice(0, 119)}…` : plain}”`
}

const restoreCache = 'Or delete this file, and probe the audio again.'

export const probeCodes = {
  'probe/no-answer': {
    severity: 'error',
    message: ({ url, failure }: At & { failure: string }) => `The audio ${named(url)} does not answer: ${failure}.`,
    hint: 'Open the address in a browser. If it plays there, probe it again later.',
  },
  'probe/broken-off': {
    severity: 'error',
    message: ({ url, failure }: At & { failure: string }) =>
      `The audio ${named(url)} could not be read to where it says how long it is: ${failure}.`,
    hint: 'Probe it again later, or write its length and duration beside the address.',
  },
  'probe/status': {
    severity: 'error',
    message: ({ url, status }: At & { status: number }) =>
      `The address of the audio answers ${statusWithReason(status)}: ${named(url)}.`,
    hint: 'Correct the address, or put the file where it leads.',
  },
  'probe/busy': {
    severity: 'error',
    message: ({ url, status }: At & { status: number }) =>
      `The address of the audio answers ${statusWithReason(status)}, also when asked again: ${named(url)}.`,
    hint: 'Probe it again later.',
  },
  'probe/web-page': {
    severity: 'error',
    message: ({ url }: At) => `Under the address of the audio there is a web page: ${named(url)}.`,
    hint: 'Write the address of the file itself: what the download button leads to.',
  },
  'probe/not-audio': {
    severity: 'error',
    message: ({ url, why }: At & { why: string }) => `What lies under ${named(url)} can’t be played: ${why}.`,
    hint: 'Listen to it, and upload it again as MP3 or M4A (AAC).',
  },
  'probe/empty': {
    severity: 'error',
    message: ({ url }: At) => `The audio ${named(url)} is empty (0 bytes).`,
    hint: 'Upload it again; the last time was perhaps interrupted.',
  },
  'probe/changing': {
    severity: 'error',
    message: ({ url }: At) => `The server sends another file each time that it is asked for ${named(url)}.`,
    hint: 'If the host puts advertisements into the audio, write length and duration of the audio without them.',
  },
  'probe/wrong-part': {
    severity: 'error',
    message: ({ url }: At) => `The server sends other bytes of ${named(url)} than it was asked for.`,
    hint: 'Apps jump to wrong places in it: mend how the server answers byte ranges, or move the audio.',
  },
  'probe/wrong-length': {
    severity: 'error',
    message: ({ url, length, end }: At & { length: number; end: number }) =>
      `The server says that ${named(url)} has ${length} bytes, but sends none from byte ${end} on.`,
    hint: 'Upload it again; the last time was perhaps interrupted.',
  },
  'probe/head-length': {
    severity: 'warning',
    message: ({ url, head, length }: At & { head: number; length: number }) =>
      `The server says that ${named(url)} has ${head} bytes, then sends it as one of ${length} bytes.`,
    hint: 'The second number is taken. Let the server answer HEAD as it answers GET: directories ask so.',
  },
  'probe/served-type': {
    severity: 'warning',
    message: ({ url, served, type }: At & { served: string | undefined; type: string }) =>
      served === undefined
        ? `The server does not say what ${named(url)} is; it is ${type}.`
        : `The server says that ${named(url)} is ${served}; it is ${type}.`,
    hint: ({ type }: { type: string }) => `Let the server send “Content-Type: ${type}”: some apps go by it.`,
  },
  'probe/no-length': {
    severity: 'warning',
    message: ({ url }: At) => `The server does not say how many bytes ${named(url)} has.`,
    hint: 'Write the size of the file in bytes beside the address, as length.',
  },
  'probe/no-duration': {
    severity: 'warning',
    message: ({ url, why, estimate }: At & { why: string; estimate: number | undefined }) => {
      const guess = estimate === undefined ? '' : ` It may be about ${toClock(estimate)}.`
      return `How long ${named(url)} plays is not known: ${why}.${guess}`
    },
    hint: 'Write it beside the address, as duration: what a player shows at the end.',
  },

  'probe/cache-syntax': {
    severity: 'error',
    message: 'The file that remembers the audio on the web is damaged: it stops being JSON here.',
    hint: `Restore it from the last commit. ${restoreCache}`,
  },
  'probe/cache-conflict': {
    severity: 'error',
    message: 'The file that remembers the audio on the web has a merge conflict.',
    hint: `Keep the lines of both sides, each address once, and remove the marks. ${restoreCache}`,
  },
  'probe/cache-version': {
    severity: 'error',
    message: 'This file was written by a newer castwright.',
    hint: `Update castwright. ${restoreCache}`,
  },
  'probe/cache-value': {
    severity: 'error',
    message: ({ key, problem }: { key: string; problem: string }) => `${key} ${problem}.`,
    hint: `Restore it from the last commit. ${restoreCache}`,
  },
  'probe/cache-duplicate': {
    severity: 'error',
    message: ({ url }: At) => `The audio ${named(url)} is here twice.`,
    hint: `Remove one of the two lines. ${restoreCache}`,
  },
} as const satisfies Catalogue

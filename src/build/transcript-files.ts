import type { Document } from '../model/document.ts'
import type { TranscriptLink } from '../model/episode.ts'
import type { Transcript } from '../model/transcript.ts'
import type { TranscriptFormat } from '../model/transcript-format.ts'
import { decodeText } from '../source/decode.ts'
import { readBytes } from '../source/find.ts'
import { toSlug } from '../text/slug.ts'
import { encodePath } from '../text/url.ts'
import { transcriptFormats } from '../transcript/formats/index.ts'
import { canPrint, printTranscript } from '../transcript/print.ts'
import { readTranscript } from '../transcript/read.ts'
import type { FoundTranscripts, TranscriptFile, TranscriptSearch } from './transcripts.ts'

/** A file that was read. */
interface Read {
  readonly path: string
  readonly text: string
  readonly format: TranscriptFormat
  readonly transcript: Transcript
  readonly language: string | undefined
  /** Nothing was wrong with it, so that it can be published as it is. */
  readonly isClean: boolean
}

/**
 * Reads transcripts, and writes each in every format that the show wants. Of several in one language, the one that
 * tells most is converted; a format that the podcaster brought is taken as it is.
 * @param isNamed the episode names these files; else they only have its name, and JSON of another kind is passed over
 */
export function convertTranscripts(
  files: readonly TranscriptFile[],
  isNamed: boolean,
  search: TranscriptSearch,
): FoundTranscripts {
  const read = files.flatMap((file) => readFile(file, isNamed, search) ?? [])
  const byLanguage = new Map<string, Read[]>()
  for (const one of read) {
    const key = (one.language ?? '').toLowerCase()
    byLanguage.set(key, [...(byLanguage.get(key) ?? []), one])
  }
  const documents: Document[] = []
  const links: TranscriptLink[] = []
  // The show's own language first: apps take the first that they know.
  for (const [language, own] of [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = `transcripts/${search.source.slug}${language === '' ? '' : `.${toSlug(language)}`}`
    for (const format of transcriptFormats.filter(({ id }) => search.show.output.transcripts.includes(id as never))) {
      const body = bodyIn(format, own, search.duration)
      if (body === undefined) continue
      const path = `${name}.${format.extension}`
      documents.push({ path, wave: 'transcripts', body })
      const isTimed = format.isTimed && own.some((one) => one.format.isTimed)
      links.push(linkTo(format, `${search.show.baseUrl}${encodePath(path)}`, own[0]?.language, isTimed))
    }
  }
  const text = transcriptFormats.find(({ id }) => id === 'text')
  const main = byLanguage.get('') ?? []
  return {
    documents,
    links,
    parts: files.map(({ path }) => path),
    text: text === undefined ? undefined : bodyIn(text, main, search.duration),
  }
}

/** The language is the show's own where nothing else is said. */
function readFile({ path, language }: TranscriptFile, isNamed: boolean, search: TranscriptSearch): Read | undefined {
  const { showDir, show, source, duration, diagnostics } = search
  const decoded = decodeText(readBytes(showDir, path) ?? new Uint8Array(), path)
  const text = decoded.value
  if (text === undefined) {
    diagnostics.push(...decoded.diagnostics)
    return undefined
  }
  const isOther = path.endsWith('.json') && !transcriptFormats.some((format) => format.detects(text))
  if (!isNamed && isOther) return undefined
  const people = (source.frontmatter.persons ?? show.values.persons ?? []).length
  const outcome = readTranscript(text, path, { duration, people })
  diagnostics.push(...outcome.diagnostics)
  if (outcome.value === undefined) return undefined
  const { format, transcript } = outcome.value
  const own = language ?? documentLanguage(transcript, show.language)
  return {
    path,
    text,
    format,
    transcript,
    language: own?.toLowerCase() === show.language.toLowerCase() ? undefined : own,
    isClean: outcome.diagnostics.every(({ severity }) => severity === 'info'),
  }
}

/** What a machine says of a language counts only where it is another one than the show's: `en` is no other than `en-gb`. */
function documentLanguage({ language }: Transcript, ofShow: string): string | undefined {
  const primary = (code: string): string => code.toLowerCase().split(/[-_]/, 1)[0] ?? ''
  return language === undefined || primary(language) === primary(ofShow) ? undefined : language
}

/** Those that tell most first: captions, then what machines wrote, then what has no times. */
const fidelity = (read: Read): number => {
  const rank = transcriptFormats.findIndex(({ id }) => id === read.format.id)
  const untimed = read.transcript.cues.some(({ start }) => start === undefined)
  return untimed ? rank + transcriptFormats.length : rank
}

function bodyIn(format: TranscriptFormat, read: readonly Read[], duration: number | undefined): string | undefined {
  const brought = read.find((one) => one.format.id === format.id && one.isClean)
  if (brought !== undefined) return brought.text.replace(/\r\n?/g, '\n')
  const [best] = [...read].sort((a, b) => fidelity(a) - fidelity(b))
  return best !== undefined && canPrint(format, best.transcript)
    ? printTranscript(format, best.transcript, { duration })
    : undefined
}

/** @param isTimed its times are real: those of a page or a text are only near. @see spec/transcripts.md §3 */
const linkTo = (
  format: TranscriptFormat,
  url: string,
  language: string | undefined,
  isTimed: boolean,
): TranscriptLink => ({
  url,
  type: format.type ?? 'text/plain',
  language,
  rel: isTimed ? 'captions' : undefined,
})

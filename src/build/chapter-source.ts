import { chmodSync, existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { chooseChapters } from '../chapters/choose.ts'
import { lintOutline } from '../chapters/lint.ts'
import { withOpening } from '../chapters/opening.ts'
import { type Outline, parseOutline } from '../chapters/outline.ts'
import { detectChapterFormat, readChapterText } from '../chapters/read.ts'
import { readEmbeddedChapters } from '../media/embedded.ts'
import { findInShow, isLocalReference } from '../media/locate.ts'
import type { Chapter } from '../model/chapter.ts'
import type { ChapterDocumentFacts, ChapterFormat } from '../model/chapter-format.ts'
import { type Diagnostic, type Outcome, reporter } from '../model/diagnostic.ts'
import { frontmatterShape } from '../model/frontmatter.ts'
import type { Show } from '../model/show.ts'
import { writeAtomically } from '../publish/atomic.ts'
import { codes } from '../source/codes.ts'
import { decodeText } from '../source/decode.ts'
import { readShow, showFile } from '../source/find.ts'
import { parseFrontmatter, type WrittenEpisode } from '../source/frontmatter.ts'
import type { Path } from '../source/located.ts'
import { applyMapping, withDefaults } from '../source/mapping.ts'
import { type Finding, pathName, validate } from '../source/validate.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { type Place, placesIn } from '../text/place.ts'

const report = reporter(codes)

/** Show notes, taken apart. */
export interface ChapterNotes {
  /** The whole file, with line feeds only. */
  readonly text: string
  readonly body: string
  readonly bodyOffset: number
  readonly outline: Outline
  /** Reads other notes as these were read. */
  readonly reread: (body: string) => Outline
}

/** What chapters come from; `audio` carries them itself. */
export type Origin = 'frontmatter' | 'outline' | 'audio' | ChapterFormat

/** The chapters of a file, and where they come from. */
export interface ChapterSource {
  readonly chapters: readonly Chapter[]
  readonly facts: ChapterDocumentFacts
  readonly diagnostics: readonly Diagnostic[]
  /** What won. */
  readonly origin: Origin
  /** Of Markdown. */
  readonly notes: ChapterNotes | undefined
}

/** `--from` for a text that is no chapter document. */
export const markdownId = 'markdown'

const isMarkdownName = (name: string): boolean => /\.(?:md|markdown|mdown|mkd)$/i.test(name)
/** These may hold anything, so what is in no format is Markdown. */
const isPlainName = (name: string): boolean => name === '-' || /(?:\.txt|^[^.]*)$/i.test(basename(name))

/**
 * Finds the chapters in a file's content.
 * @param path absolute; undefined for standard input
 * @param name what the user calls it
 * @param from the format's id or `markdown`, if the user says so
 */
export async function readChapterSource(
  bytes: Uint8Array,
  path: string | undefined,
  name: string,
  from: string | undefined,
): Promise<ChapterSource | { readonly chapters: undefined; readonly diagnostics: readonly Diagnostic[] }> {
  if (path !== undefined && from === undefined && isAudioName(name)) return readAudioChapters(path, name)
  const text = decodeText(bytes, name)
  if (text.value === undefined) return { chapters: undefined, diagnostics: text.diagnostics }
  const isMarkdown =
    from === markdownId ||
    (from === undefined &&
      (isMarkdownName(name) || (isPlainName(name) && detectChapterFormat(text.value) === undefined)))
  if (isMarkdown) return readNotes(text.value, path, name)
  const { value, diagnostics } = readChapterText(text.value, name, from)
  if (value === undefined) return { chapters: undefined, diagnostics }
  const { chapters, facts, format } = value
  return { chapters, facts, diagnostics, origin: format, notes: undefined }
}

const isAudioName = (name: string): boolean => /\.(?:mp3|m4a|m4b|mp4)$/i.test(name)

/** The chapters that an audio file carries itself. */
async function readAudioChapters(path: string, name: string) {
  const place = { file: name, line: 1, column: 1, offset: 0 }
  const { readAudio } = await import('../media/audio.ts')
  const { value: chapters, diagnostics } = readEmbeddedChapters(path, name, place)
  if (chapters === undefined) return { chapters, diagnostics }
  const duration = (await readAudio(path, name, place)).value?.duration
  return { chapters, facts: { duration }, diagnostics, origin: 'audio' as const, notes: undefined }
}

/** The show that a file belongs to: that of the nearest folder with settings. */
function findShow(path: string | undefined): { readonly show: Show; readonly dir: string } | undefined {
  if (path === undefined) return undefined
  for (let dir = dirname(path); ; dir = dirname(dir)) {
    if (existsSync(join(dir, showFile))) {
      const { value, provisional } = readShow(dir)
      const show = value ?? provisional
      return show === undefined ? undefined : { show, dir }
    }
    if (dirname(dir) === dir) return undefined
  }
}

async function readNotes(text: string, path: string | undefined, name: string): Promise<ChapterSource> {
  const found = findShow(path)
  const places = placesIn(name, text)
  const written = split(text, name)
  const mapped = applyMapping(written.value.data, found?.show.mapping ?? {})
  const data = withDefaults(mapped.data, found?.show.defaults ?? {})
  const audio = data.audio === undefined ? undefined : validate(frontmatterShape.audio, data.audio).value
  const audioFile = locateBeside(audio?.url, path, found?.dir)
  const duration = audio?.duration ?? (await measure(audioFile))
  const { body, bodyOffset, offsetOf } = written.value
  const reread = (notes: string): Outline =>
    parseOutline(parseMarkdown(notes), notes, {
      ...(found?.show.outline ?? { labels: [], tails: [] }),
      ...(duration === undefined ? {} : { duration }),
      placeAt: (offset) => places.at(bodyOffset + offset),
    })
  const outline = reread(body)
  const placeOf = (key: Path): Place => {
    const { path: theirs, isExact } = mapped.find(key)
    return places.at(offsetOf(theirs, isExact ? 'value' : 'key'))
  }
  const list = data.chapters === undefined ? undefined : validate(frontmatterShape.chapters, data.chapters)
  const named =
    typeof list?.value === 'string' ? readNamed(list.value, path, found?.dir, placeOf(['chapters'])) : undefined
  const writtenList = typeof list?.value === 'string' ? named?.chapters : list?.value
  let embedded: readonly Chapter[] = []
  const readEmbedded = (): readonly Chapter[] => {
    embedded = audioFile === undefined ? [] : (readEmbeddedChapters(audioFile, name, placeOf(['audio'])).value ?? [])
    return embedded
  }
  const chosen = chooseChapters({ written: writtenList, outline, embedded: readEmbedded, duration, placeOf })
  return {
    chapters: withOpening(chosen.chapters, found?.show.outline.first),
    diagnostics: [
      ...written.diagnostics,
      ...refusedKeys(list?.findings ?? [], placeOf),
      ...asWarnings(named?.diagnostics ?? []),
      ...chosen.diagnostics,
      ...(writtenList === undefined ? lintOutline(outline, (offset) => places.at(bodyOffset + offset)) : []),
    ],
    facts: {
      title: typeof data.title === 'string' ? data.title : undefined,
      podcastName: found?.show.title,
      duration,
    },
    origin: named?.format ?? (writtenList !== undefined ? 'frontmatter' : embedded.length > 0 ? 'audio' : 'outline'),
    notes: { text, body, bodyOffset, outline, reread },
  }
}

/** Other tools have their own `chapters`: where it is no list of ours, the outline stands in. */
const refusedKeys = (findings: readonly Finding[], placeOf: (key: Path) => Place): Diagnostic[] =>
  asWarnings(
    findings.map(({ path, problem, actual }) => {
      const key: Path = ['chapters', ...path]
      return report(
        'frontmatter/wrong-value',
        { key: pathName(key), problem, actual, purpose: undefined },
        placeOf(key),
      )
    }),
  )

/** Frontmatter, where there is any; what cannot be read as such is told, and the rest is notes. */
function split(text: string, name: string): { value: WrittenEpisode; diagnostics: readonly Diagnostic[] } {
  const whole = { data: {}, offsetOf: () => 0, body: text, bodyOffset: 0 }
  if (!/^(?:---|\+\+\+)/.test(text)) return { value: whole, diagnostics: [] }
  const { value, diagnostics } = parseFrontmatter(text, name)
  // A rule at the top of a text is no frontmatter.
  if (value === undefined)
    return { value: whole, diagnostics: hasOpenFence(diagnostics) ? [] : asWarnings(diagnostics) }
  return { value, diagnostics: [] }
}

const hasOpenFence = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code }) => code === 'frontmatter/unclosed' || code === 'frontmatter/none')

const asWarnings = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.map((diagnostic) => ({ ...diagnostic, severity: 'warning' }))

const nowhere: Place = { file: '', line: 1, column: 1, offset: 0 }

/** A local file that the notes name, absolute; in a show it must lie inside it. */
function locateBeside(
  reference: string | undefined,
  path: string | undefined,
  showDir: string | undefined,
): string | undefined {
  if (reference === undefined || path === undefined || !isLocalReference(reference)) return undefined
  const root = showDir ?? dirname(path)
  const file = findInShow(root, relative(root, path).split(sep).join('/'), reference).path
  return file === undefined ? undefined : join(root, file)
}

/** The playing time of an audio file, in seconds. */
async function measure(file: string | undefined): Promise<number | undefined> {
  if (file === undefined) return undefined
  const { readAudio } = await import('../media/audio.ts')
  return (await readAudio(file, file, nowhere)).value?.duration
}

/** The chapter file that `chapters:` names; where it cannot be read, the outline stands in. */
function readNamed(reference: string, path: string | undefined, showDir: string | undefined, place: Place) {
  const file = locateBeside(reference, path, showDir)
  const bytes = file === undefined ? undefined : readInput(file)
  if (bytes === undefined || 'problem' in bytes) {
    const facts = {
      key: 'chapters',
      problem: 'must be the path of a chapter file',
      actual: 'is none',
      purpose: undefined,
    }
    return { chapters: undefined, format: undefined, diagnostics: [report('frontmatter/wrong-value', facts, place)] }
  }
  const text = decodeText(bytes, reference)
  const read = text.value === undefined ? undefined : readChapterText(text.value, reference)
  const { chapters, format } = read?.value ?? {}
  return { chapters, format, diagnostics: [...text.diagnostics, ...(read?.diagnostics ?? [])] }
}

/** A file's bytes, or why they cannot be had. */
export function readInput(path: string): Uint8Array | { readonly problem: string } {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return {
      problem: code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`,
    }
  }
}

/** Writes a user's own file anew: where a link leads to it, the link stays; and so do the permissions. */
export function overwrite(path: string, body: string): Outcome<unknown> {
  const file = realpathSync(path)
  const { mode } = statSync(file)
  const written = writeAtomically(file, body)
  if (written.value !== undefined) chmodSync(file, mode)
  return written
}

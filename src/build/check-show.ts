import { join } from 'node:path'
import { lintOutline } from '../chapters/lint.ts'
import { outlineOf } from '../chapters/outline.ts'
import { rules } from '../check/rules/index.ts'
import { startCheck } from '../check/run.ts'
import type { CheckSettings, Levels } from '../check/settings.ts'
import { targetsOf } from '../check/targets.ts'
import { addressOf } from '../episode/addresses.ts'
import { indexLedger } from '../episode/guid.ts'
import { namespacesOf } from '../feed/formats/rss.ts'
import { channelElements } from '../feed/rss-channel.ts'
import { itemElements, notesKey } from '../feed/rss-item.ts'
import { readImage } from '../media/image.ts'
import { type Diagnostic, hasError, sortDiagnostics } from '../model/diagnostic.ts'
import type { Episode, EpisodeSource } from '../model/episode.ts'
import type { FeedNode } from '../model/feed-node.ts'
import type { Answer, RuleLevel, Target } from '../model/rule.ts'
import type { LocalFile, Show } from '../model/show.ts'
import { renderFeedNotes } from '../site/render.ts'
import { decodeText } from '../source/decode.ts'
import { findEpisodes, readBytes, showFile } from '../source/find.ts'
import type { Place } from '../text/place.ts'
import { placesIn } from '../text/place.ts'
import { renderXml, type XmlElement } from '../text/xml.ts'
import type { Asker } from './check-feed.ts'
import {
  applyLevels,
  type CheckReport,
  isKnownCode,
  levelsInText,
  unknownRule,
  withoutRepeats,
} from './check-report.ts'
import { type CompileContext, type CompiledEpisode, compileEpisodes, type Selection } from './compile-episodes.ts'
import { type FindSource, placeOfKey, plainNode, toFeedNode } from './feed-nodes.ts'
import { type LoadedShow, loadShow } from './load-show.ts'
import { mediaMemory } from './media-memory.ts'
import { asPublished } from './pictures.ts'
import { folderIndex } from './siblings.ts'
import { checkTogether } from './together.ts'

export interface ShowCheckOptions {
  /** The show's folder, absolute. */
  readonly showDir: string
  /** How the user named it. */
  readonly label: string
  readonly selection: Selection
  /** What the command line says; it counts before what the show says. */
  readonly settings: CheckSettings
  /** Absent: nothing of what the feed points at is asked. */
  readonly ask?: Asker | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** The build puts the episodes into order, whatever that of their files. */
const needless: ReadonlySet<string> = new Set(['date-order'])

/** How many files go through each step at once. */
const chunk = 32

/** Checks a show: all that a build would report, and every rule, at the line that causes it. */
export async function checkShow(options: ShowCheckOptions): Promise<Omit<CheckReport, 'seconds'>> {
  const { showDir, label, selection } = options
  const loaded = await loadShow(showDir)
  if (loaded.value === undefined) return { checked: label, items: 0, diagnostics: sortDiagnostics(loaded.diagnostics) }
  const { show, templates } = loaded.value
  const settings = settingsFor(show, options.settings)
  const found = findEpisodes(showDir)
  const { probed } = loaded.value
  const context = {
    show,
    showDir,
    ledger: indexLedger(loaded.value.ledger),
    templates,
    selection,
    folders: folderIndex(showDir),
    memory: mediaMemory(showDir),
    probed: (url: string) => (Object.hasOwn(probed, url) ? probed[url] : undefined),
  }
  const session = startSession(loaded.value, context, settings, options)
  const diagnostics: Diagnostic[] = [...loaded.value.diagnostics, ...found.diagnostics]
  const files: Omit<CompiledEpisode, 'source' | 'episode' | 'tagged'>[] = []
  for (let start = 0; start < found.files.length; start += chunk) {
    for (const compiled of await compileEpisodes(found.files.slice(start, start + chunk), context)) {
      diagnostics.push(...compiled.file.diagnostics, ...session.take(compiled))
      files.push({ file: compiled.file })
    }
    options.onProgress?.(Math.min(start + chunk, found.files.length), found.files.length)
  }
  const published = files.flatMap(({ file }) =>
    // Whether an episode left a variant of the feed, a build says.
    file.record === undefined
      ? []
      : [{ path: file.path, record: file.record, variants: show.feeds.map(({ id }) => id) }],
  )
  diagnostics.push(
    ...checkTogether(
      loaded.value,
      files.map(({ file }) => file),
      published,
      showDir,
    ),
  )
  const unknown = unknownRules(show, loaded.value)
  const levels = fileLevels(showDir, [showFile, ...found.files], settings.levels)
  const ofRules = await session.finish((rule, file) => levels.of(file)?.get(rule) === 'off')
  const all = [...diagnostics, ...unknown, ...levels.unknown, ...withoutRepeats(ofRules, diagnostics)]
  return {
    checked: label,
    title: show.title,
    items: published.length,
    diagnostics: applyLevels(all, levels.of),
  }
}

/** The command line's word counts, then the show's. */
const settingsFor = ({ check }: Show, { profile, levels }: CheckSettings): CheckSettings => ({
  profile: profile ?? check.profile,
  levels: new Map([...Object.entries(check.rules), ...(levels ?? [])]),
})

const unknownRules = ({ check }: Show, { placeInShow }: LoadedShow): Diagnostic[] =>
  Object.keys(check.rules)
    .filter((name) => !isKnownCode(name))
    .map((name) => unknownRule(name, placeInShow(['check', 'rules', name])))

interface Session {
  /** Holds the rules against one episode's item; returns what platforms wish of its outline. */
  readonly take: (compiled: CompiledEpisode) => readonly Diagnostic[]
  /** What the rules found. @param isOff whether a rule is turned off in a file */
  readonly finish: (isOff: (rule: string, file: string) => boolean) => Promise<readonly Diagnostic[]>
}

function startSession(
  { show, placeInShow }: LoadedShow,
  context: CompileContext,
  settings: CheckSettings,
  { selection, ask }: ShowCheckOptions,
): Session {
  const wanted = rules.filter(({ id }) => !needless.has(id))
  const check = startCheck(wanted, settings, { nowMs: selection.nowMs })
  const namespaces = new Map(Object.entries(namespacesOf(show)))
  const start = placeInShow([])
  const targets: Target[] = []
  const media: LocalFile[] = [...show.media]
  let bytes = 0
  let items = 0
  const inShow: FindSource = (key) => placeOfKey((one) => placeInShow(one as readonly string[]), key)
  const channelOf = (elements: readonly XmlElement[]): FeedNode =>
    plainNode(
      'channel',
      elements.map((element) => toFeedNode(element, inShow, namespaces)),
      start,
    )
  let newestMs = 0
  // Rules for items look at what the channel says, never at its dates.
  const channel = withoutLiveItems(channelOf(channelElements(show, { updatedMs: 0 })))
  return {
    take: ({ file, source, episode }) => {
      // A broken episode is one, too: the show is not empty.
      if (hasError(file.diagnostics)) items++
      if (source === undefined || episode === undefined) return []
      items++
      newestMs = Math.max(newestMs, episode.date.ms, episode.updated?.ms ?? 0)
      media.push(...episode.media)
      const elements = itemElements(episode, show, renderFeedNotes(context.templates, show, episode))
      bytes += Buffer.byteLength(renderXml(elements, 3))
      const find = sourceFinder(source, episode)
      const item = plainNode(
        'item',
        elements.map((element) => toFeedNode(element, find, namespaces)),
        find([], undefined),
      )
      targets.push(...targetsOf(item))
      check.item(item, channel)
      return wishesFor(source, episode, show)
    },
    finish: async (isOff) => {
      const elements = channelElements(show, { updatedMs: newestMs })
      bytes += Buffer.byteLength(renderXml(elements, 2))
      const whole = channelOf(elements)
      const complete = withoutLiveItems(whole)
      for (const child of whole.children) {
        targets.push(...targetsOf(child))
        if (child.name === liveItem) check.liveItem(child, complete)
      }
      check.channel(complete, [])
      const root = plainNode('rss', [], start, { version: '2.0' })
      const { place } = root
      check.document(
        { root, channels: 1, items, namespaces, beginsClean: true, encoding: 'utf-8', bytes, place },
        complete,
      )
      answerLocally(targets, media, context, check.answer)
      await ask?.([{ kind: 'feed', url: show.feedUrl, node: root, place }, ...targets], check.answer)
      return check.findings(isOff)
    },
  }
}

const liveItem = 'podcast:liveItem'

/** The channel as rules see it, which look at live items one by one. */
const withoutLiveItems = (channel: FeedNode): FeedNode => ({
  ...channel,
  children: channel.children.filter(({ name }) => name !== liveItem),
})

/** Where what is in an item was written: the key, or else the words in the show notes. */
function sourceFinder(source: EpisodeSource, { summary }: Episode): FindSource {
  const { frontmatter, placeOf, placeInBody, body } = source
  const inNotes = (near: string | undefined): Place =>
    placeInBody(Math.max(0, body.indexOf(near ?? summary.slice(0, 20))))
  const at = (key: readonly (string | number)[]): Place => placeOfKey(placeOf, key)
  return (key, near) => {
    const [name, ...rest] = key
    if (name === notesKey) return inNotes(near)
    if (name === 'summary' && frontmatter.summary === undefined)
      return frontmatter.description === undefined ? inNotes(near) : at(['description'])
    if (name === 'transcripts' && frontmatter.transcripts === undefined) return at(['transcript', ...rest])
    if (name === 'persons') return at(personKey(rest, frontmatter.persons?.length ?? 0))
    return at(key)
  }
}

/** Authors follow the persons. @see itemValues */
const personKey = ([index, ...inner]: readonly (string | number)[], persons: number): (string | number)[] =>
  typeof index === 'number' && index >= persons
    ? ['authors', index - persons, ...inner]
    : ['persons', ...(index === undefined ? [] : [index]), ...inner]

/** What Spotify, YouTube and Apple wish of an outline. */
function wishesFor(source: EpisodeSource, { enclosure, chapters }: Episode, show: Show): Diagnostic[] {
  if (source.frontmatter.chapters !== undefined || chapters.length === 0) return []
  const { duration } = enclosure
  const outline = outlineOf(source.body, { ...show.outline, ...(duration === undefined ? {} : { duration }) })
  return lintOutline(outline, source.placeInBody)
}

/** Files that lie in the show need no network: they are what will be published. */
function answerLocally(
  targets: readonly Target[],
  media: readonly LocalFile[],
  { show, showDir }: Pick<CompileContext, 'show' | 'showDir'>,
  answer: (target: Target, answer: Answer) => void,
): void {
  const files = new Map(media.map((file) => [addressOf(file, show), file.from]))
  for (const target of targets) {
    const from = files.get(target.url)
    if (from === undefined || target.kind !== 'image') continue
    const { value: read } = readImage(join(showDir, from), from, target.place())
    if (read === undefined) continue
    const image = asPublished(read, show)
    answer(target, { url: target.url, redirects: [], status: 200, headers: {}, length: image.length, image })
  }
}

/** What comments in the show's files say of rules, each for its own file. */
function fileLevels(
  showDir: string,
  files: readonly string[],
  common: Levels | undefined,
): { of: (file: string) => Levels | undefined; unknown: readonly Diagnostic[] } {
  const byFile = new Map<string, Levels>()
  const unknown: Diagnostic[] = []
  for (const file of files) {
    const bytes = readBytes(showDir, file)
    const { value: text } = bytes === undefined ? { value: undefined } : decodeText(bytes, file)
    if (text?.includes('castwright:') !== true) continue
    const own = levelsInText(text)
    const places = placesIn(file, text)
    unknown.push(...own.unknown.map(({ rule, offset }) => unknownRule(rule, places.at(offset))))
    byFile.set(file, new Map<string, RuleLevel>([...(common ?? []), ...own.levels]))
  }
  return { of: (file) => byFile.get(file) ?? common, unknown }
}

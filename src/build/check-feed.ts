import { type DecodedPiece, feedDecoder } from '../check/decode.ts'
import { keptText } from '../check/kept-text.ts'
import { type FeedReader, feedReader } from '../check/read-feed.ts'
import { rules } from '../check/rules/index.ts'
import { startCheck } from '../check/run.ts'
import type { CheckSettings, Levels } from '../check/settings.ts'
import { targetsOf } from '../check/targets.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { childNamed, type FeedNode, textOf } from '../model/feed-node.ts'
import type { Answer, CheckFacts, PublishedBefore, RuleLevel, Target } from '../model/rule.ts'
import { applyLevels, type CheckReport, cutFeed, isKnownCode, unknownRule } from './check-report.ts'

/** Asks addresses of the web, and tells what they answered in the order of the targets. */
export type Asker = (targets: readonly Target[], onAnswer: (target: Target, answer: Answer) => void) => Promise<void>

export interface FeedCheckOptions {
  /** How places call the feed: its file, or its address. */
  readonly label: string
  readonly settings: CheckSettings
  readonly facts: CheckFacts
  /** Absent: nothing of what the feed points at is asked. */
  readonly ask?: Asker | undefined
}

/** What a feed's own address answered. */
export interface FeedAnswer extends Answer {
  /** Whether the feed is longer than what is read of one; `length` is what was read. */
  readonly isCut?: boolean | undefined
}

/** A check of a feed that comes in pieces. */
export interface FeedChecking {
  /** Takes the next bytes. False: the rest is not wanted. */
  readonly take: (bytes: Uint8Array) => boolean
  /** @param answer what the feed's own address answered, if it was asked */
  readonly finish: (answer?: FeedAnswer) => Promise<Omit<CheckReport, 'seconds'>>
}

/** How many names of rules that do not exist are told. */
const mostUnknown = 100

/** Checks anyone's feed, one item at a time. */
export function checkFeed({ label, settings, facts, ask }: FeedCheckOptions): FeedChecking {
  const check = startCheck(rules, settings, facts)
  const targets: Target[] = []
  const ownLevels = new Map<string, RuleLevel>()
  const unknown = new Map<string, Diagnostic>()
  let bytes = 0
  let items = 0
  let title: string | undefined
  let feed: FeedNode | undefined
  const collect = (node: FeedNode): void => {
    if (ask !== undefined) targets.push(...targetsOf(node))
  }
  const decoder = feedDecoder()
  const reader = feedReader(label, {
    ...check,
    comment: ({ rule, level }, spot) => {
      if (isKnownCode(rule)) ownLevels.set(rule, level)
      else if (unknown.size < mostUnknown && !unknown.has(rule)) unknown.set(rule, unknownRule(rule, spot.place()))
    },
    item: (item, channel) => {
      items++
      collect(item)
      check.item(item, channel)
    },
    liveItem: (item, channel) => {
      collect(item)
      check.liveItem(item, channel)
    },
    channel: (channel, late) => {
      title = textOf(childNamed(channel, 'title'))
      channel.children.forEach(collect)
      check.channel(channel, late)
    },
    document: (document, channel) => {
      feed = document.root
      check.document(document, channel)
    },
  })
  return {
    take: (chunk) => {
      bytes += chunk.length
      return piecesOf(chunk).every((piece) => writeTo(reader, decoder.write(piece)))
    },
    finish: async (answer) => {
      const isCut = answer?.isCut === true
      if (!isCut) writeTo(reader, decoder.end())
      reader.end({ encoding: decoder.encoding(), encodingProblem: decoder.problem(), bytes, isCut })
      if (feed !== undefined && answer !== undefined && facts.url !== undefined)
        check.answer({ kind: 'feed', url: facts.url, node: feed, place: feed.place }, answer)
      await ask?.(targets, check.answer)
      const levels: Levels = ownLevels
      const found = check.findings((rule) => levels.get(rule) === 'off')
      const others = [...unknown.values(), ...(isCut ? [cutFeed(label, bytes)] : [])]
      return { checked: label, title, items, diagnostics: applyLevels([...found, ...others], () => levels) }
    },
  }
}

/** How many bytes are decoded at once: their text takes twice as many, and a whole feed may come as one. */
const pieceLength = 64 * 1024

const piecesOf = (chunk: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(chunk.length / pieceLength) }, (_, index) =>
    chunk.subarray(index * pieceLength, (index + 1) * pieceLength),
  )

const writeTo = (reader: FeedReader, { text, lostAt }: DecodedPiece): boolean => reader.write(text, lostAt)

/** Reads what an earlier state of a feed says of identities. */
export function publishedIn(label: string, chunks: Iterable<Uint8Array>): PublishedBefore {
  const items: PublishedBefore['items'][number][] = []
  let guid: string | undefined
  const ignore = (): void => {}
  const decoder = feedDecoder()
  const reader = feedReader(label, {
    syntax: ignore,
    comment: ignore,
    liveItem: ignore,
    document: ignore,
    item: (item) =>
      items.push({
        guid: keptText(textOf(childNamed(item, 'guid'))),
        enclosure: keptText(childNamed(item, 'enclosure')?.attributes.url?.trim() ?? ''),
        title: keptText(textOf(childNamed(item, 'title'))),
      }),
    channel: (channel) => {
      guid = textOf(childNamed(channel, 'podcast:guid')) || undefined
    },
  })
  for (const chunk of chunks) if (!piecesOf(chunk).every((piece) => writeTo(reader, decoder.write(piece)))) break
  writeTo(reader, decoder.end())
  reader.end({ encoding: decoder.encoding() })
  return { guid, items }
}

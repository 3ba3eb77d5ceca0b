import type { Severity } from './diagnostic.ts'
import type { FeedDocument, FeedNode, NodePart, Spot } from './feed-node.ts'

/** Who cares about a rule. */
export const platforms = ['apple', 'spotify', 'psp-1', 'podcast-index', 'w3c'] as const
export type Platform = (typeof platforms)[number]

/** How much a rule counts. */
export type RuleLevel = Severity | 'off'

/** What a check knows beside the feed itself. */
export interface CheckFacts {
  /** What counts as now, epoch milliseconds. */
  readonly nowMs: number
  /** The address that the feed was read from, if it was. */
  readonly url?: string | undefined
  /** What was published before, if that is known. */
  readonly before?: PublishedBefore | undefined
}

/** An earlier state of the same feed. */
export interface PublishedBefore {
  /** podcast:guid. */
  readonly guid?: string | undefined
  readonly items: readonly { readonly guid: string; readonly enclosure: string; readonly title: string }[]
}

/** What is wrong with a document as XML. */
export interface SyntaxProblem extends Spot {
  readonly kind: 'syntax' | 'prefix' | 'entity' | 'doctype' | 'encoding' | 'limit'
  /** A sentence without its full stop. */
  readonly problem: string
}

/** What of the web a feed points at. */
export type TargetKind = 'feed' | 'enclosure' | 'image' | 'transcript' | 'chapters' | 'page'

/** An address in a feed that can be asked. */
export interface Target extends Spot {
  readonly kind: TargetKind
  readonly url: string
  /** The element that has the address. */
  readonly node: FeedNode
  /** The attribute that holds it; absent: the text does. */
  readonly attribute?: string | undefined
}

/** What came of asking an address, or of looking into a file of the show's own. */
export interface Answer {
  /** The final address after redirects. */
  readonly url: string
  /** What the way there was: every address that redirected. */
  readonly redirects: readonly string[]
  /** HTTP status; 200 for a file. Absent: no answer. */
  readonly status?: number | undefined
  /** Why there was no answer: a sentence without its full stop. */
  readonly failure?: string | undefined
  /** Of the answer, in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Size of the whole in bytes, as far as the server says. */
  readonly length?: number | undefined
  /** Whether a request for a range of bytes got just that. Absent: not tried. */
  readonly ranges?: boolean | undefined
  /** Whether HEAD was answered as GET was. Absent: not tried. */
  readonly head?: boolean | undefined
  /** The first bytes. */
  readonly bytes?: Uint8Array | undefined
  /** What the first bytes say of an image. */
  readonly image?: AnsweredImage | undefined
}

/** @see ImageFacts */
export interface AnsweredImage {
  /** MIME type, by its content. */
  readonly type: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly colours?: 'transparent' | 'cmyk' | undefined
}

/** What a rule looks at. Each is called in the order of the feed; `channel` when the channel is complete. */
export interface Visitor {
  readonly syntax?: (problem: SyntaxProblem) => void
  /** Each item. `channel` has what stood before it: normally all but the items. */
  readonly item?: (item: FeedNode, channel: FeedNode) => void
  /** Each live item. */
  readonly liveItem?: (item: FeedNode, channel: FeedNode) => void
  /** Every element inside of the channel, at any depth, with the elements around it, innermost last. */
  readonly element?: (node: FeedNode, parents: readonly FeedNode[]) => void
  /** The channel without its items; `late` are those of its children that stand after an item. */
  readonly channel?: (channel: FeedNode, late: readonly FeedNode[]) => void
  /** The document as a whole, last of all. */
  readonly document?: (document: FeedDocument, channel: FeedNode | undefined) => void
  /** What an address answered; only where a check goes online, or the file lies in the show. */
  readonly answer?: (target: Target, answer: Answer) => void
}

export interface FindingOptions {
  /** Default: the element, or where that is the subject, its text. */
  readonly part?: NodePart
  /** Words in the part that are meant. */
  readonly near?: string
  /** Default: the rule's `mend`. */
  readonly hint?: string
  /** Default: the rule's level. */
  readonly level?: Severity
  /**
   * What it comes from, where that is the same in many episodes, such as the server of an address: mending one is
   * mending all, so that many of one cause are told once.
   */
  readonly cause?: string
  /** Another place that matters, such as where a duplicate was first used. */
  readonly related?: { readonly message: string; readonly spot: Spot }
}

/** Says that something is wrong at a spot: a whole sentence. */
export type Report = (spot: Spot, message: string, options?: FindingOptions) => void

/** A feed to show a rule with: what differs from a feed with which nothing is wrong. */
export interface Example {
  /** Elements of the channel, in place of those of the same names. */
  readonly channel?: string
  /** Elements of its item, in place of those of the same names; of several items where it is a list. */
  readonly item?: string | readonly string[]
  /** Elements to leave out: `itunes:image` of the channel, `item/guid` of the item. */
  readonly without?: readonly string[]
  /** A whole document instead. */
  readonly document?: string
  readonly facts?: Partial<CheckFacts>
  /** What addresses answer; those not listed are fine. */
  readonly answers?: Readonly<Record<string, Partial<Answer>>>
}

/** One thing that can be wrong with a feed. One rule is one file in `src/check/rules/`. */
export interface Rule {
  /** Stable for ever. */
  readonly id: string
  readonly level: Severity
  /** Who cares; `all` where it is a rule of RSS or XML itself. */
  readonly platforms: readonly Platform[] | 'all'
  /** Where one of them is stricter or laxer than `level`. */
  readonly levels?: Partial<Record<Platform, Severity>>
  /** What must be so, in one sentence. */
  readonly summary: string
  /** What happens where it is not so. */
  readonly why: string
  /** How to mend it: what to write where. */
  readonly mend: string
  /** Public page that the rule comes from. */
  readonly source: string
  /** Diagnostics of a build that say the same, so that it is said once. */
  readonly sameAs?: readonly string[]
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] }
  readonly check: (report: Report, facts: CheckFacts) => Visitor
}

/** Gives a definition its type. */
export const defineRule = (rule: Rule): Rule => rule

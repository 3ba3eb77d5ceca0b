import { childNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { numberIn } from '../episodes.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** What of a title is looked at: numbers stand at its ends. */
const enough = 300

/** Between a number and the title itself. */
const separator = String.raw`(?= ?(?:$|[:|–—•·)\]]|\.(?: |$)| -|-(?: |$)))`
const words = 'episode|épisode|episodio|episódio|folge|aflevering|avsnitt|afsnit|odcinek'
const season = String.raw`s(?:eason ?|\. ?)?(?<season>\d{1,3}) ?[,:.|–-]? ?e(?:p(?:isode)?)?\.? ?(?<number>\d{1,5})`
/** `Ep. 4 of Andor`, `Ep. 12–14` are not this episode's number. */
const alone = String.raw`(?! of\b|[.,–-]\d|\w)`

/** How titles begin that have the episode's number in them. */
const beginnings = [
  new RegExp(`^[[(]?${season}${alone}`, 'iu'),
  new RegExp(String.raw`^[[(]?eps?(?:\. ?| |)#?(?<number>\d{1,5})${alone}`, 'iu'),
  new RegExp(String.raw`^[[(]?(?:${words}) ?#?(?<number>\d{1,5})${alone}${separator}`, 'iu'),
  new RegExp(String.raw`^[[(]?#(?<number>\d{1,5})${alone}${separator}`, 'iu'),
]

/** How they end, which counts if it is this episode's own number. */
const endings = [
  new RegExp(String.raw`[[(|:–-] ?(?<all>${season})[)\]]?$`, 'iu'),
  new RegExp(String.raw`[[(|:–-] ?(?<all>(?:eps?\.?|${words}|#) ?#?(?<number>\d{1,5}))[)\]]?$`, 'iu'),
]

/** A number alone at the start counts if it is this episode's own: `12. Roots`, `12 – Roots`, not `12 - 14 years old`. */
const bareNumber = new RegExp(String.raw`^(?<number>\d{1,5})(?!:\d)${separator}(?! ?[.:–—-] ?\d)(?=.*\p{L})`, 'u')

interface Own {
  readonly season: number | undefined
  readonly number: number | undefined
}

/** The episode's number as its title has it; undefined if there is none, or it numbers something else. */
function numberWords(title: string, own: Own): string | undefined {
  const isOwn = ({ groups }: RegExpExecArray): boolean =>
    Number(groups?.number) === own.number &&
    (groups?.season === undefined || own.season === undefined || Number(groups.season) === own.season)
  for (const pattern of beginnings) {
    const match = pattern.exec(title)
    if (match !== null && (own.number === undefined || isOwn(match))) return match[0].replace(/^[[(]/, '')
  }
  for (const pattern of [bareNumber, ...endings]) {
    const match = pattern.exec(title)
    if (match !== null && isOwn(match)) return match.groups?.all ?? match[0]
  }
  return undefined
}

/** Whether the title has the show's name before or behind a separator. Names of one word are words of titles, too. */
function hasShowName(title: string, show: string): boolean {
  if (!show.includes(' ') || title.length <= show.length) return false
  const [lowerTitle, lowerShow] = [title.toLowerCase(), show.toLowerCase()]
  if (lowerTitle.startsWith(lowerShow))
    return /^(?: ?[:|–—]| - | #\d| ep(?:isode|\.)? ?\d)/.test(lowerTitle.slice(show.length))
  return lowerTitle.endsWith(lowerShow) && /(?:[|–—] ?| - )$/.test(lowerTitle.slice(0, -show.length))
}

const folded = (node: FeedNode | undefined): string => textOf(node).replace(/\s+/g, ' ')

export const itemTitleNumber = defineRule({
  id: 'item-title-number',
  level: 'warning',
  platforms: ['apple', 'psp-1'],
  summary: 'Titles of episodes have neither the episode’s number nor the show’s name in them.',
  why: 'Apps show the number and the show’s name themselves, so that both appear twice, and the title is cut.',
  mend: 'Write numbers as `episode` and `season`, and leave them and the show’s name out of `title`.',
  source: sources.apple,
  examples: {
    bad: [
      { item: '<title>S1E2: Roots</title><itunes:episode>2</itunes:episode><itunes:season>1</itunes:season>' },
      { item: '<title>Ep. 12 Roots</title>', without: ['item/itunes:episode'] },
      { item: '<title>Episode 1: Roots</title>' },
      { item: '<title>#1 – Roots</title>' },
      { item: '<title>01. Roots</title>' },
      { item: '<title>Roots (Ep. 1)</title>' },
      { item: '<title>Roots | Soil and Seed</title>' },
    ],
    good: [
      { item: '<title>9/11</title><itunes:episode>9</itunes:episode>' },
      { item: '<title>10 tips</title><itunes:episode>10</itunes:episode>' },
      { item: '<title>Top 10 tips</title>' },
      { item: '<title>Chapter 7</title><itunes:episode>7</itunes:episode>' },
      { item: '<title>#1 Dad</title>' },
      { item: '<title>1984: a novel</title>' },
      { item: '<title>12 - 14 years old</title><itunes:episode>12</itunes:episode>' },
      { item: '<title>7:15 to Munich</title><itunes:episode>7</itunes:episode>' },
      { item: '<title>S2E10: The We We Are</title><itunes:episode>31</itunes:episode>' },
      { item: '<title>Ep. 4 of Andor, seen again</title>', without: ['item/itunes:episode'] },
      { item: '<title>Episode 100 is coming</title>', without: ['item/itunes:episode'] },
      { item: '<title>12: Roots</title><itunes:title>Roots</itunes:title><itunes:episode>12</itunes:episode>' },
      { item: '<title>Welcome to Soil and Seed</title>' },
    ],
  },
  check: (report) => ({
    item: (item, channel) => {
      // What Apple shows; where it is there, `title` may say more, for other readers.
      const shown = childNamed(item, 'itunes:title')
      const node = textOf(shown) === '' ? childNamed(item, 'title') : shown
      const title = folded(node)
      if (node === undefined || title === '' || title.length > enough) return
      const own = { season: numberIn(item, 'itunes:season'), number: numberIn(item, 'itunes:episode') }
      const number = numberWords(title, own)
      if (number !== undefined)
        report(node, `The title ${quoted(title)} has the episode’s number in it: ${quoted(number)}.`, {
          part: 'text',
          near: number,
          // Whoever numbers titles numbers all of them.
          cause: 'number',
          ...(number === title
            ? { hint: 'Write as `title` what the episode is about, and the number as `episode`.' }
            : {}),
        })
      else if (hasShowName(title, folded(childNamed(channel, 'title'))))
        report(node, `The title ${quoted(title)} has the show’s name in it.`, {
          part: 'text',
          level: 'info',
          cause: 'name',
        })
    },
  }),
})

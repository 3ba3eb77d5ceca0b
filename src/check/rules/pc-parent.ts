import { defineRule } from '../../model/rule.ts'
import { nearest } from '../../text/words.ts'
import { firstTime } from '../answers.ts'
import { podcastElements } from '../podcast-elements.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const spelled = new Map([...podcastElements.keys()].map((name) => [name.toLowerCase(), name]))

/** Where tags stand, in words. */
const places: Readonly<Record<string, string>> = { channel: 'the show itself', item: 'an episode' }
const inWords = (parent: string): string => places[parent] ?? parent

/** Tags of drafts and of single hosts, which nobody mistyped. @see spec/podcast-namespace.md §1, what others emit */
const foreign: ReadonlySet<string> = new Set(
  'id social socialSignUp comments previousUrl recommendations gateway liveValue verify complete tracker follow'.split(
    ' ',
  ),
)

export const pcParent = defineRule({
  id: 'pc-parent',
  level: 'error',
  platforms: ['podcast-index', 'psp-1'],
  summary: 'Each tag of the podcast namespace stands where it belongs.',
  why: 'Apps look for a tag only in its own place, and overlook it elsewhere.',
  mend: 'Move the tag to where it belongs, or remove it.',
  source: sources.namespace,
  examples: {
    bad: [
      { item: '<podcast:locked>yes</podcast:locked>' },
      { channel: '<podcast:transcript url="https://soil.example/1.vtt" type="text/vtt"/>' },
      { item: '<podcast:source uri="https://soil.example/1.opus"/>' },
      { item: '<podcast:socialinteract protocol="disabled"/>' },
      { item: '<podcast:comments>https://soil.example/comments</podcast:comments>' },
    ],
    good: [
      { item: '<podcast:person>Ada Fern</podcast:person>', channel: '<podcast:person>Ada Fern</podcast:person>' },
      {
        item: `<podcast:alternateEnclosure type="audio/opus" length="5">
          <podcast:source uri="https://soil.example/1.opus"/></podcast:alternateEnclosure>`,
      },
      {
        channel: `<podcast:liveItem status="ended" start="2026-01-05T10:00:00Z"><title>Live</title>
          <podcast:contentLink href="https://soil.example/live">Listen</podcast:contentLink>
          <podcast:soundbite startTime="5" duration="20"/></podcast:liveItem>`,
      },
    ],
  },
  check: (report) => {
    const isFirst = firstTime()
    return {
      element: (node, parents) => {
        const { name } = node
        if (!name.startsWith('podcast:')) return
        const parent = parents.at(-1)?.name ?? 'channel'
        const known = podcastElements.get(name)
        // What lies in a tag that nobody knows has its own rules.
        if (parent.startsWith('podcast:') && !podcastElements.has(parent)) return
        if (known !== undefined) {
          if (known.parents.includes(parent)) return
          const right = known.parents.filter((one) => one !== 'podcast:liveItem' || known.parents.length === 1)
          report(node, `${name} stands in ${inWords(parent)}; it belongs in ${right.map(inWords).join(' or ')}.`)
          return
        }
        const meant = spelled.get(name.toLowerCase())
        if (meant !== undefined) {
          report(node, `${quoted(name)} is written ${meant}: capital letters count.`, {
            level: 'warning',
            hint: `Write ${meant}.`,
          })
          return
        }
        if (!isFirst(name)) return
        const local = name.slice('podcast:'.length)
        const near = foreign.has(local)
          ? undefined
          : nearest(
              local,
              [...podcastElements.keys()].map((one) => one.slice('podcast:'.length)),
            )
        report(node, `The podcast namespace has no tag ${quoted(name)}; apps ignore it.`, {
          level: 'info',
          hint: near === undefined ? 'Leave it as it is, or remove it.' : `Did you mean podcast:${near}?`,
        })
      },
    }
  },
})

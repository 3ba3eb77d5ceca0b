import { textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { podcastElements } from '../podcast-elements.ts'
import { sources } from '../sources.ts'

/** Their text is one of a few words, for which they have rules of their own. */
const haveRules = new Set(['podcast:guid', 'podcast:medium', 'podcast:locked', 'podcast:block'])

/** What the text is. */
const meanings: Readonly<Record<string, string>> = {
  'podcast:person': 'the person’s name',
  'podcast:location': 'the place’s name',
  'podcast:season': 'the season’s number',
  'podcast:episode': 'the episode’s number',
  'podcast:trailer': 'the trailer’s title',
  'podcast:license': 'the licence’s name',
}

export const pcTextRequired = defineRule({
  id: 'pc-text-required',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'People, places, seasons, episodes, trailers and licences have their name or number.',
  why: 'Apps have nothing to show, and ignore the tag.',
  mend: 'Write the name or number between the start and the end of the tag, or remove the tag.',
  source: sources.namespace,
  examples: {
    bad: [
      { item: '<podcast:person role="guest"> </podcast:person>' },
      { item: '<podcast:season name="Autumn"/>' },
      { channel: '<podcast:location rel="creator" country="GB"></podcast:location>' },
    ],
    good: [
      { item: '<podcast:person><![CDATA[Ada Fern]]></podcast:person>' },
      { item: '<podcast:soundbite startTime="5" duration="20"/>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (podcastElements.get(node.name)?.text?.need !== 'required' || haveRules.has(node.name)) return
      if (textOf(node) === '') report(node, `${node.name} is empty: ${meanings[node.name] ?? 'its text'} is missing.`)
    },
  }),
})

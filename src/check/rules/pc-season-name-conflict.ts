import { childNamed, type Spot, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { keptSpot } from '../kept-spot.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const item = (guid: string, season: string): string => `<guid isPermaLink="false">${guid}</guid>
  <enclosure url="https://soil.example/${guid}.mp3" length="5" type="audio/mpeg"/>${season}`

export const pcSeasonNameConflict = defineRule({
  id: 'pc-season-name-conflict',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'A season has the same name in all of its episodes.',
  why: 'Apps that show the name instead of the number show one season as two, or under either name.',
  mend: 'Write the same name everywhere, or correct the season’s number.',
  source: namespaceTag('season'),
  examples: {
    bad: [
      {
        item: [
          item('a', '<podcast:season name="Autumn">1</podcast:season>'),
          item('b', '<podcast:season name="Winter">1</podcast:season>'),
        ],
      },
    ],
    good: [
      {
        item: [
          item('a', '<podcast:season name="Autumn">1</podcast:season>'),
          item('b', '<podcast:season name=" Autumn ">01</podcast:season>'),
          item('c', '<podcast:season>1</podcast:season>'),
          item('d', '<podcast:season name="Winter">2</podcast:season>'),
        ],
      },
    ],
  },
  check: (report) => {
    const named = new Map<number, { readonly name: string; readonly spot: Spot }>()
    return {
      item: (item) => {
        const season = childNamed(item, 'podcast:season')
        const name = season?.attributes.name?.trim() ?? ''
        const text = textOf(season)
        if (season === undefined || name === '' || !/^\d+$/.test(text)) return
        const number = Number(text)
        const first = named.get(number)
        if (first === undefined) named.set(number, { name, spot: keptSpot(season, '@name') })
        else if (first.name !== name)
          report(season, `Season ${number} is called ${quoted(name)} here, and ${quoted(first.name)} elsewhere.`, {
            part: '@name',
            related: { message: `called ${quoted(first.name)} here`, spot: first.spot },
          })
      },
    }
  },
})

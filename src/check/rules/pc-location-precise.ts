import { defineRule } from '../../model/rule.ts'
import { readGeo } from '../geo.ts'
import { namespaceTag } from '../sources.ts'

/** Four decimals are about ten metres. */
const mostDecimals = 4

const decimals = (number: string): number => (number.includes('.') ? number.length - number.indexOf('.') - 1 : 0)
const location = (rel: string, geo: string): string =>
  `<podcast:location rel="${rel}" geo="${geo}">Austin</podcast:location>`

export const pcLocationPrecise = defineRule({
  id: 'pc-location-precise',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'The place where a show is made is not given to the metre.',
  why: 'Everybody can read it, and it may be somebody’s home.',
  mend: 'Give the town’s coordinates, or fewer decimals: two are about a kilometre.',
  source: namespaceTag('location'),
  examples: {
    bad: [{ channel: location('creator', 'geo:30.2711286,-97.7436995') }],
    good: [
      { channel: location('creator', 'geo:30.27,-97.74') },
      { channel: location('subject', 'geo:30.2711286,-97.7436995') },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name !== 'podcast:location' || node.attributes.rel?.trim().toLowerCase() !== 'creator') return
      const coordinates = readGeo(node.attributes.geo ?? '')
      if (coordinates === undefined) return
      if (Math.max(decimals(coordinates.latitude), decimals(coordinates.longitude)) > mostDecimals)
        report(node, 'The place where the show is made is given to the metre: is it somebody’s home?', { part: '@geo' })
    },
  }),
})

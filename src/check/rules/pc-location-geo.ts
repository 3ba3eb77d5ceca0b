import { defineRule } from '../../model/rule.ts'
import { readGeo } from '../geo.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const location = (geo: string): string => `<podcast:location rel="subject" geo="${geo}">Austin</podcast:location>`

export const pcLocationGeo = defineRule({
  id: 'pc-location-geo',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'The coordinates of a place are written as geo:latitude,longitude.',
  why: 'Apps cannot show the place on a map.',
  mend: 'Write them like geo:30.2672,-97.7431: no spaces, south and west with a minus.',
  source: namespaceTag('location'),
  examples: {
    bad: [
      { channel: location('30.2672,-97.7431') },
      { channel: location('geo:30.2672, -97.7431') },
      { channel: location('geo:-97.7431,30.2672') },
      { channel: location('geo:30.2672,-197.7431') },
    ],
    good: [
      { channel: location('geo:30.2672,-97.7431') },
      { channel: location('geo:48.2010,16.3695,183;crs=wgs84;u=40') },
      { channel: '<podcast:location geo="">Middle-earth</podcast:location>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const geo = node.name === 'podcast:location' ? (node.attributes.geo?.trim() ?? '') : ''
      if (geo === '') return
      const coordinates = readGeo(geo)
      if (coordinates === undefined) {
        report(node, `The coordinates ${quoted(geo)} are not written as geo:latitude,longitude.`, { part: '@geo' })
        return
      }
      const { latitude, longitude } = coordinates
      if (Math.abs(Number(latitude)) > 90)
        report(node, `There is no latitude ${latitude}; it lies between -90 and 90.`, {
          part: '@geo',
          hint: 'The latitude comes first, then the longitude: are they swapped?',
        })
      if (Math.abs(Number(longitude)) > 180)
        report(node, `There is no longitude ${longitude}; it lies between -180 and 180.`, { part: '@geo' })
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const location = (osm: string): string => `<podcast:location osm="${osm}">Austin</podcast:location>`

export const pcLocationOsm = defineRule({
  id: 'pc-location-osm',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'The OpenStreetMap identifier of a place is N, W or R and a number.',
  why: 'Apps cannot find the place.',
  mend: 'Write N for a node, W for a way or R for a relation, then its number on openstreetmap.org: R113314.',
  source: namespaceTag('location'),
  examples: {
    bad: [
      { channel: location('113314') },
      { channel: location('r113314') },
      { channel: location('https://www.openstreetmap.org/relation/113314') },
    ],
    good: [{ channel: location('R113314') + location('W43678282#5') }, { channel: location('') }],
  },
  check: (report) => ({
    element: (node) => {
      const osm = node.name === 'podcast:location' ? (node.attributes.osm?.trim() ?? '') : ''
      if (osm !== '' && !/^[NWR]\d+(?:#\d+)?$/.test(osm))
        report(node, `${quoted(osm)} is no identifier of OpenStreetMap.`, { part: '@osm' })
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const location = (country: string): string => `<podcast:location country="${country}">Marlow</podcast:location>`

export const pcLocationCountry = defineRule({
  id: 'pc-location-country',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'The country of a place is its code of two capital letters.',
  why: 'Apps and directories that list shows by country do not find it.',
  mend: 'Write the code of ISO 3166, such as US, GB or DE.',
  source: namespaceTag('location'),
  examples: {
    bad: [{ channel: location('UK') }, { channel: location('gb') }, { channel: location('England') }],
    good: [{ channel: location('GB') + location('XK') }, { channel: location('') }],
  },
  check: (report) => ({
    element: (node) => {
      const country = node.name === 'podcast:location' ? (node.attributes.country?.trim() ?? '') : ''
      if (country === '') return
      const capitals = country.toUpperCase()
      if (capitals === 'UK')
        report(node, 'The code of the United Kingdom is GB, not UK.', { part: '@country', hint: 'Write GB.' })
      else if (!/^[A-Z]{2}$/.test(capitals))
        report(node, `${quoted(country)} is no code of a country.`, { part: '@country' })
      else if (country !== capitals)
        report(node, `The code of the country is written in small letters: ${quoted(country)}.`, {
          part: '@country',
          level: 'warning',
          hint: `Write ${capitals}.`,
        })
    },
  }),
})

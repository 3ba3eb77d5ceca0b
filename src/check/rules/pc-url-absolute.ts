import { defineRule } from '../../model/rule.ts'
import { webUrl } from '../../text/url.ts'
import { addressesIn } from '../podcast-elements.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** Whole: with its scheme, and if that is of the web, with its host. A drive such as `C:` is no scheme. */
const isWhole = (address: string): boolean =>
  /^[a-z][a-z0-9+.-]+:\S/i.test(address) && (!/^https?:/i.test(address) || webUrl(address) !== undefined)

export const pcUrlAbsolute = defineRule({
  id: 'pc-url-absolute',
  level: 'error',
  platforms: ['podcast-index', 'psp-1'],
  summary: 'Addresses in the podcast namespace are whole, from https:// on.',
  why: 'A feed has no place that a shorter address could start from, so apps find nothing.',
  mend: 'Write the whole address, beginning with https://.',
  source: sources.namespace,
  examples: {
    bad: [
      { item: '<podcast:transcript url="/1.vtt" type="text/vtt"/>' },
      { item: '<podcast:person href="soil.example/ada">Ada Fern</podcast:person>' },
      { item: '<podcast:person img="//soil.example/ada.jpg">Ada Fern</podcast:person>' },
      { item: '<podcast:images srcset="https://soil.example/1.jpg 1500w, 2.jpg 600w"/>' },
      { channel: '<podcast:funding url="https://">Support us</podcast:funding>' },
    ],
    good: [
      { item: '<podcast:person href="http://soil.example/ada" img="">Ada Fern</podcast:person>' },
      {
        item: `<podcast:alternateEnclosure type="audio/mpeg" length="5">
          <podcast:source uri="magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a"/>
          </podcast:alternateEnclosure>`,
      },
      { item: '<podcast:images srcset="https://soil.example/a,b.jpg 1500w,\n https://soil.example/2.jpg"/>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      for (const { attribute, address } of addressesIn(node))
        if (!isWhole(address))
          report(node, `${quoted(address)}, the “${attribute}” of ${node.name}, is not a whole address.`, {
            part: `@${attribute}`,
            near: address,
          })
    },
  }),
})

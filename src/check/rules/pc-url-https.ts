import { defineRule } from '../../model/rule.ts'
import { hostOf } from '../answers.ts'
import { addressesIn } from '../podcast-elements.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** Where people go by a click, who then see whether it is safe; all else is loaded by apps. */
const isPage = (name: string, attribute: string): boolean =>
  (name === 'podcast:person' && attribute === 'href') ||
  (name === 'podcast:license' && attribute === 'url') ||
  attribute === 'accountUrl'

export const pcUrlHttps = defineRule({
  id: 'pc-url-https',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'Addresses in the podcast namespace begin with https.',
  why: 'Web players and phones refuse to load what is not encrypted.',
  mend: 'Write https:// where the server answers there.',
  source: sources.namespace,
  examples: {
    bad: [
      { item: '<podcast:person img="http://soil.example/ada.jpg">Ada Fern</podcast:person>' },
      { channel: '<podcast:person href="http://soil.example/ada">Ada Fern</podcast:person>' },
      { item: '<podcast:transcript url=" HTTP://soil.example/1.vtt" type="text/vtt"/>' },
      { item: '<podcast:images srcset="https://soil.example/1.jpg 1500w, http://soil.example/2.jpg 600w"/>' },
    ],
    good: [
      { item: '<podcast:person img="https://soil.example/ada.jpg" href="">Ada Fern</podcast:person>' },
      {
        item: `<podcast:alternateEnclosure type="audio/mpeg" length="5"><podcast:source uri="http://soil.onion/1.mp3"/>
          <podcast:source uri="ipfs://QmX"/></podcast:alternateEnclosure>`,
      },
      { item: '<podcast:socialInteract protocol="nostr" uri="nostr:note1"/>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      for (const { attribute, kind, address } of addressesIn(node))
        if (kind !== 'any' && /^http:/i.test(address))
          report(node, `The address ${quoted(address)} of ${node.name} is not encrypted: it begins with http.`, {
            part: `@${attribute}`,
            near: address,
            ...(isPage(node.name, attribute)
              ? { level: 'info', cause: `${node.name} ${attribute}` }
              : { cause: `${node.name} ${attribute} ${hostOf(address)}` }),
          })
    },
  }),
})

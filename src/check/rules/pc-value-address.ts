import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

/** The public key of a lightning node, in hexadecimal digits. */
const nodeKey = /^[0-9a-f]{66}$/i

/** Whether it is written as an e-mail address is. */
function isLightningAddress(address: string): boolean {
  const [user = '', host = '', ...more] = address.split('@')
  return user !== '' && more.length === 0 && !/\s/.test(address) && /^[^.].*\.[^.]+$/.test(host)
}

const key = '02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52'
const value = (type: string, address: string): string =>
  `<podcast:value type="lightning" method="keysend">
  <podcast:valueRecipient type="${type}" address="${address}" split="1"/></podcast:value>`

export const pcValueAddress = defineRule({
  id: 'pc-value-address',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'Whoever is paid has an address of the type that is named.',
  why: 'Payments to a wrong address fail.',
  mend: 'Write the node’s public key of 66 hexadecimal digits for node, and user@host for lnaddress.',
  source: namespaceTag('value-recipient'),
  examples: {
    bad: [
      { channel: value('node', key.slice(1)) },
      { channel: value('node', 'ada@soil.example') },
      { channel: value('lnaddress', key) },
      { channel: value('lnaddress', 'ada@localhost') },
    ],
    good: [
      { channel: value('node', key.toUpperCase()) },
      { channel: value('lnaddress', 'ada.fern@pay.soil.example') },
      { channel: value('account', 'ada') },
      // Told by pc-attr-required.
      { channel: value('node', '') },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const address = node.name === 'podcast:valueRecipient' ? (node.attributes.address?.trim() ?? '') : ''
      const type = node.attributes.type?.trim().toLowerCase()
      if (address === '') return
      if (type === 'node' && !nodeKey.test(address))
        report(node, `${quoted(address)} is no public key of a lightning node.`, {
          part: '@address',
          ...(isLightningAddress(address) ? { hint: 'Write lnaddress as the type.' } : {}),
        })
      if (type === 'lnaddress' && !isLightningAddress(address))
        report(node, `${quoted(address)} is no lightning address.`, {
          part: '@address',
          level: 'error',
          hint: nodeKey.test(address) ? 'Write node as the type.' : 'Write it like ada@wallet.example.',
        })
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

/** How many characters of Base64 each kind of hash has. */
const lengths: Readonly<Record<string, number>> = { sha256: 44, sha384: 64, sha512: 88 }

/** One hash, perhaps with options behind `?`. */
function isHash(text: string): boolean {
  const [, kind = '', hash = ''] = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(?:\?\S*)?$/.exec(text) ?? []
  return hash !== '' && hash.length === lengths[kind]
}

const right = 'sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo'
const integrity = (value: string, type = 'sri'): string => `<podcast:alternateEnclosure type="audio/opus" length="5">
  <podcast:source uri="https://soil.example/1.opus"/>
  <podcast:integrity type="${type}" value="${value}"/></podcast:alternateEnclosure>`

export const pcIntegritySri = defineRule({
  id: 'pc-integrity-sri',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'The hash of a file is written as subresource integrity: sha384- and the hash in Base64.',
  why: 'Apps that compare it take the file for a forged one.',
  mend: 'Write sha256-, sha384- or sha512-, then the hash in Base64, not in hexadecimal digits.',
  source: namespaceTag('integrity'),
  examples: {
    bad: [
      { item: integrity(right.slice(0, -4)) },
      { item: integrity('sha256-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855') },
      { item: integrity('md5-1B2M2Y8AsgTpgAmY7PhCfg==') },
    ],
    good: [
      { item: integrity(right) },
      { item: integrity(`${right} sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=`) },
      { item: integrity('iQEzBAABCAAdFiEE', 'pgp-signature') },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const { name, attributes } = node
      if (name !== 'podcast:integrity' || attributes.type?.trim().toLowerCase() !== 'sri') return
      const value = attributes.value?.trim() ?? ''
      for (const hash of value === '' ? [] : value.split(/\s+/))
        if (!isHash(hash))
          report(node, `${quoted(hash)} is no hash with its kind before it.`, { part: '@value', near: hash })
    },
  }),
})

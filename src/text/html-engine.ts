import {
  type AddressKind,
  addressKinds,
  alignments,
  allowedAttributes,
  allowedElements,
  isSafeAbsolute,
  type ResolveAddress,
  safeAddress,
  voidElements,
} from './html-policy.ts'

/** A start tag exactly as the Markdown engine writes it, or as a careful author does. */
const startTag = /<([a-z][a-z0-9]*)((?: [a-z][a-z-]*(?:="[^"]*")?)*) ?(\/?)>/y
const attribute = / ([a-z][a-z-]*)(?:="([^"]*)")?/g
const alignment = new RegExp(`^text-align: ?(?:${alignments.join('|')})$`)

/** For each element that is allowed: the attributes that it may have. */
const policy: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  allowedElements.map((name) => [
    name,
    new Set([...(allowedAttributes['*'] ?? []), ...(allowedAttributes[name] ?? [])]),
  ]),
)

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

/** An attribute's value as text; undefined if it holds a character reference that the engine does not write. */
function decode(value: string): string | undefined {
  if (!value.includes('&')) return value
  if (/&(?!(?:amp|lt|gt|quot|#x27|#39);)/.test(value)) return undefined
  return value.replace(/&([a-z0-9#]+);/g, (_whole, name: string) => references[name] ?? '')
}

/** A relative address that every reader takes as relative: no scheme, no white space, no backslash. */
const relative = /^(?:[^\s:\\/?#]*)(?:[/?#][^\s\\]*)?$/

/** The address as it is to be written: '' to leave the attribute out, undefined if it cannot be judged here. */
function judgeAddress(value: string, kind: AddressKind, resolve: ResolveAddress): string | undefined {
  if (isSafeAbsolute(value, kind)) return value
  const url = decode(value)
  if (url === undefined || !relative.test(url)) return undefined
  const address = safeAddress(url, kind, resolve)
  if (address === undefined) return kind === 'link' ? '' : undefined
  return address.replace(/&/g, '&amp;').replace(/"/g, '&quot;')
}

/** A tag's attributes as they are to be written; undefined if one is not allowed or cannot be judged here. */
function judgeAttributes(element: string, text: string, resolve: ResolveAddress): string | undefined {
  const allowed = policy.get(element)
  let written = ''
  attribute.lastIndex = 0
  for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
    const [whole, name = '', value = ''] = match
    if (allowed?.has(name) !== true) return undefined
    const kind = addressKinds[name]
    if (kind !== undefined) {
      const address = judgeAddress(value, kind, resolve)
      if (address === undefined) return undefined
      if (address !== '') written += ` ${name}="${address}"`
    } else if (name !== 'style' || alignment.test(value)) written += whole
    else return undefined
  }
  return /[<>]/.test(written) ? written.replace(/</g, '&lt;').replace(/>/g, '&gt;') : written
}

/** Where a comment ends that every reader ends at the same place; undefined for any other, and for what is none. */
function commentEnd(html: string, at: number): number | undefined {
  const dashes = html.indexOf('--', at + 4)
  const isPlain = html.startsWith('<!--', at) && html[at + 4] !== '>' && html[at + 4] !== '-'
  return isPlain && dashes !== -1 && html[dashes + 2] === '>' ? dashes + 3 : undefined
}

/** What a tag does: it opens or closes an element, or is one without content. */
interface Step {
  readonly name: string
  readonly kind: 'open' | 'close' | 'void'
}

/** The tags without attributes, by what stands between `<` and `>`. Most are such, and this is the fastest way. */
const bareTags: ReadonlyMap<string, Step> = new Map(
  allowedElements.flatMap((name): [string, Step][] =>
    voidElements.has(name)
      ? [name, `${name}/`, `${name} /`].map((inside) => [inside, { name, kind: 'void' }])
      : [
          [name, { name, kind: 'open' }],
          [`/${name}`, { name, kind: 'close' }],
        ],
  ),
)

/**
 * HTML that needs no sanitiser: each tag stands in the engine's own notation, is allowed with all its attributes, and
 * is closed where it was opened. Addresses are made absolute; comments are left out. One pass, linear.
 * @returns undefined if the string does not prove this of itself.
 */
export function keepEngineHtml(html: string, resolve: ResolveAddress): string | undefined {
  const open: string[] = []
  let written = ''
  let copied = 0
  let end = 0
  const replace = (from: number, by: string): void => {
    written += html.slice(copied, from) + by
    copied = end
  }
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', end)) {
    if (html[at + 1] === '!') {
      const after = commentEnd(html, at)
      if (after === undefined) return undefined
      end = after
      replace(at, '')
      continue
    }
    end = html.indexOf('>', at) + 1
    if (end === 0) return undefined
    let step = bareTags.get(html.slice(at + 1, end - 1))
    if (step === undefined) {
      startTag.lastIndex = at
      const [, name = '', attributes = '', slash = ''] = startTag.exec(html) ?? []
      const judged = judgeAttributes(name, attributes, resolve)
      step = bareTags.get(`${name}${slash}`)
      if (judged === undefined || step === undefined) return undefined
      end = startTag.lastIndex
      if (judged !== attributes) replace(at, `<${name}${judged}>`)
    }
    if (step.kind === 'open') open.push(step.name)
    else if (step.kind === 'close' && open.pop() !== step.name) return undefined
  }
  if (open.length > 0) return undefined
  return copied === 0 ? html : written + html.slice(copied)
}

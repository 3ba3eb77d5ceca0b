import type { FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isLanguage, suggestLanguage } from '../../text/languages.ts'
import { bareType } from '../mime.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'
import { isCaptions, languageOf, transcriptsOf } from '../transcripts.ts'

/** BCP 47: a language of two or three letters, then script, region, variants. Not all languages are known here. */
function isTag(code: string): boolean {
  if (isLanguage(code)) return true
  const [, language = ''] = /^([a-z]{2,3})(?:-[a-z0-9]{1,8})*$/i.exec(code) ?? []
  if (language === '' || (language.length === 2 && !isLanguage(language))) return false
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(code)
    // A language that has a code of two letters has no other.
    return language.length === 2 || !/^[a-z]{2}(?:-|$)/.test(canonical)
  } catch {
    return false
  }
}

const transcript = (file: string, type: string, more: string): string =>
  `<podcast:transcript url="https://soil.example/${file}" type="${type}" ${more}/>`

export const trLanguage = defineRule({
  id: 'tr-language',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'The language of a transcript is a known code, and no two transcripts have the same language and type.',
  why: 'Apps choose a transcript by its language and type, and cannot tell which one is meant.',
  mend: 'Write a code such as en, de or pt-BR as `language` of each transcript.',
  source: namespaceTag('transcript'),
  examples: {
    bad: [
      { item: transcript('1.vtt', 'text/vtt', 'language="en_US"') },
      { item: transcript('1.vtt', 'text/vtt', 'language="English"') },
      { item: transcript('1.vtt', 'text/vtt', 'language="eng"') },
      { item: transcript('1.vtt', 'text/vtt', 'language="en"') + transcript('2.vtt', 'text/vtt', '') },
    ],
    good: [
      { item: transcript('1.vtt', 'text/vtt', '') + transcript('2.vtt', 'text/vtt', 'language="de"') },
      { item: transcript('1.srt', 'application/srt', '') + transcript('1.srt', 'application/x-subrip', '') },
      {
        item: transcript('1.json', 'application/json', '') + transcript('2.json', 'application/json', 'rel="captions"'),
      },
      {
        item: ['pt-BR', 'zh-Hant-TW', 'EN-us', 'yue', 'es-419', 'sl-rozaj-biske', '']
          .map((code) => transcript('1.vtt', 'text/vtt', `language="${code}"`))
          .join(''),
      },
    ],
  },
  check: (report) => {
    const check = (item: FeedNode, channel: FeedNode): void => {
      const first = new Map<string, FeedNode>()
      for (const node of transcriptsOf(item)) {
        const code = node.attributes.language?.trim() ?? ''
        if (code !== '' && !isTag(code)) {
          const near = suggestLanguage(code)
          report(node, `${quoted(code)} is no code of a language.`, {
            part: '@language',
            ...(near === undefined ? {} : { hint: `Did you mean “${near}”?` }),
          })
        }
        const type = bareType(node.attributes.type)
        const language = languageOf(node, channel)
        const key = `${type} ${language.toLowerCase()} ${isCaptions(node)}`
        const other = first.get(key)
        if (other === undefined) first.set(key, node)
        else if (type !== '')
          report(node, `Two transcripts of the episode have the type ${quoted(type)} and the same language.`, {
            related: { message: 'the first one', spot: other },
          })
      }
    }
    return { item: check, liveItem: check }
  },
})

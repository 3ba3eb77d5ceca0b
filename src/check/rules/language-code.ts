import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isLanguage, suggestLanguage } from '../../text/languages.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** Language, and whatever else: script, region, variant. @see RFC 5646 §2.1 */
const form = /^([a-z]{2,3})(?:-[a-z0-9]{1,8}){0,8}$/i

/** Whether a reader that goes by the language alone understands the code, such as `en-uk`, or `yue` of ISO 639-3. */
function isUnderstood(code: string): boolean {
  const [, language] = form.exec(code) ?? []
  if (language === undefined) return false
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  return isLanguage(language) || names.of(language) !== undefined
}

export const languageCode = defineRule({
  id: 'language-code',
  level: 'error',
  platforms: ['apple', 'w3c'],
  summary: 'The show’s language is a code of ISO 639, with a hyphen before a country.',
  why: 'Apple Podcasts refuses feeds with a code that it does not know.',
  mend: 'Write two letters such as en or de as `language` in podcast.yaml, with a country where it matters: pt-br.',
  source: sources.apple,
  sameAs: ['show/unknown-language'],
  examples: {
    bad: [
      { channel: '<language>en_US</language>' },
      { channel: '<language>English</language>' },
      { channel: '<language>xx</language>' },
      { channel: '<language>en-uk</language>' },
      { channel: '<language>en, de</language>' },
    ],
    good: [
      { channel: '<language>\nen-US </language>' },
      { channel: '<language>zh-Hant-TW</language>' },
      { channel: '<language>gsw</language>' },
      { channel: '<language>es-419</language>' },
      { channel: '<language/>' },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      const language = childNamed(channel, 'language')
      const code = textOf(language)
      if (language === undefined || code === '' || isLanguage(code)) return
      const suggestion = suggestLanguage(code)
      const hint = `${suggestion === undefined ? '' : `Did you mean ${suggestion}? `}Use two letters such as en or de, with a country where it matters: pt-br.`
      report(language, `${quoted(code)} is not a language code that podcast apps know.`, {
        part: 'text',
        hint,
        level: isUnderstood(code) ? 'warning' : 'error',
      })
    },
  }),
})

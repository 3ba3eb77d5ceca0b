import { childNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { webUrl } from '../../text/url.ts'
import { appleExtensions, isAppleExtension, urlExtension } from '../media-types.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const enclosureExtension = defineRule({
  id: 'enclosure-extension',
  level: 'error',
  platforms: ['apple'],
  summary: 'The path of the audio’s address ends in an extension that Apple Podcasts takes.',
  why: 'Apple Podcasts decides by the extension whether it can play an episode, and leaves others out.',
  mend: `Let the file’s name end in one of ${appleExtensions}; export other formats as MP3 or M4A (AAC).`,
  source: sources.apple,
  sameAs: ['media/not-apple-audio'],
  examples: {
    bad: [
      { item: '<enclosure url="https://soil.example/roots.ogg" length="5" type="audio/ogg"/>' },
      { item: '<enclosure url="https://soil.example/episodes/12" length="5" type="audio/mpeg"/>' },
      { item: '<enclosure url="https://soil.example/get.php?file=roots.mp3" length="5" type="audio/mpeg"/>' },
    ],
    good: [
      { item: '<enclosure url="https://soil.example/ROOTS.MP3?id=1.5" length="5" type="audio/mpeg"/>' },
      {
        item: '<enclosure url="https://pod.example/play/1/https%3A%2F%2Fsoil.example%2Froots.m4a" length="5" type="audio/x-m4a"/>',
      },
      { item: '<enclosure url="roots.ogg" length="5" type="audio/ogg"/>' },
    ],
  },
  check: (report) => ({
    item: (item) => {
      const enclosure = childNamed(item, 'enclosure')
      const url = enclosure?.attributes.url?.trim() ?? ''
      if (enclosure === undefined || webUrl(url) === undefined) return
      const extension = urlExtension(url)
      if (isAppleExtension(extension)) return
      const message =
        extension === ''
          ? `The path of the audio’s address has no extension: ${quoted(url)}.`
          : `The path of the audio’s address ends in .${extension}, which Apple Podcasts does not take.`
      // Whether a name behind the question mark counts is not written anywhere.
      const nameInQuery = /\.(?:mp3|m4a|mp4|m4v|mov|pdf)$/i.test(url)
      report(enclosure, message, {
        part: '@url',
        ...(extension === '' ? {} : { near: `.${extension}` }),
        ...(nameInQuery ? { level: 'warning' as const } : {}),
      })
    },
  }),
})

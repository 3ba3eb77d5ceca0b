import { childNamed } from '../../model/feed-node.ts'
import { defineRule, type FindingOptions } from '../../model/rule.ts'
import { mediaTypeOfName } from '../../text/media-type.ts'
import { appleTypeFor, isAppleType, isMediaType, sameKind, typesOfExtension, urlExtension } from '../media-types.ts'
import { bareType } from '../mime.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const enclosureType = defineRule({
  id: 'enclosure-type',
  level: 'error',
  platforms: ['apple', 'psp-1', 'w3c'],
  summary: 'The audio’s type is a MIME type that Apple Podcasts takes, and agrees with the address’s extension.',
  why: 'Apps choose their player by the type: by a wrong one they do not play the episode, or not all of them do.',
  mend: 'Write audio/mpeg for MP3, audio/x-m4a for M4A, video/mp4 for MP4 as the `type` below `audio`.',
  source: sources.apple,
  examples: {
    bad: [
      { item: '<enclosure url="https://soil.example/roots.mp3" length="5" type="mp3"/>' },
      { item: '<enclosure url="https://soil.example/roots.mp3" length="5" type="audio/mp3"/>' },
      { item: '<enclosure url="https://soil.example/roots.mp3" length="5" type="audio/x-m4a"/>' },
      { item: '<enclosure url="https://soil.example/roots.mp3" length="5" type="application/octet-stream"/>' },
    ],
    good: [
      { item: '<enclosure url="https://soil.example/roots.mp3" length="5" type="Audio/MPEG; charset=binary"/>' },
      { item: '<enclosure url="https://soil.example/roots.m4a" length="5" type="audio/mp4"/>' },
      { item: '<enclosure url="https://soil.example/roots" length="5" type="audio/mpeg"/>' },
      { item: '<enclosure url="https://soil.example/roots.m4v" length="5" type="video/mp4"/>' },
      { item: '<enclosure url="https://soil.example/roots.ogg" length="5" type="audio/ogg"/>' },
    ],
  },
  check: (report) => ({
    item: (item) => {
      const enclosure = childNamed(item, 'enclosure')
      const type = enclosure?.attributes.type?.trim() ?? ''
      if (enclosure === undefined || type === '') return
      const url = enclosure.attributes.url?.trim() ?? ''
      const say = (message: string, options?: FindingOptions): void =>
        report(enclosure, message, { part: '@type', cause: `${type} ${urlExtension(url)}`, ...options })
      const extension = urlExtension(url)
      const fitting = typesOfExtension(extension)
      const [first] = fitting ?? []
      const hint = first === undefined ? {} : { hint: `Write ${first} as the \`type\` below \`audio\`.` }
      if (!isMediaType(type)) say(`The audio’s type is no MIME type: ${quoted(type)}.`, hint)
      else if (fitting !== undefined && !fitting.some((one) => sameKind(one, type)))
        say(`The audio’s type is ${quoted(type)}, but its address ends in .${extension}.`, {
          level: 'warning',
          ...hint,
        })
      else if (!isAppleType(type)) {
        // The extension says as much, and another rule says so of it.
        if (fitting === undefined && sameKind(mediaTypeOfName(url) ?? '', type)) return
        const better = first ?? appleTypeFor(type)
        say(
          `The audio’s type is ${quoted(bareType(type))}, ${better === undefined ? 'which Apple Podcasts does not take' : `which Apple calls ${better}`}.`,
          {
            level: 'warning',
            ...(better === undefined ? {} : { hint: `Write ${better} as the \`type\` below \`audio\`.` }),
          },
        )
      }
    },
  }),
})

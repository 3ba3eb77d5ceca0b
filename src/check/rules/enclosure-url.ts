import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule, type FindingOptions } from '../../model/rule.ts'
import { webUrl } from '../../text/url.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** Hosts that only the machine or the house that they stand in can reach. */
const privateHost =
  /^(?:localhost|.*\.localhost|.*\.local|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|169\.254\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|0\.0\.0\.0|\[::1?\])$/

const isPrivate = (host: string): boolean => privateHost.test(host) || (!host.includes('.') && !host.startsWith('['))

export const enclosureUrl = defineRule({
  id: 'enclosure-url',
  level: 'error',
  platforms: 'all',
  summary: 'The audio’s address is a complete http(s) address of plain ASCII characters.',
  why: 'Apps download exactly what is written: they find nothing at any other address.',
  mend: 'Write the whole address of the file, with other characters percent-encoded, such as %20 for a space.',
  source: sources.appleRequirements,
  sameAs: ['episode/audio-url'],
  examples: {
    bad: [
      { item: '<enclosure url="audio/roots.mp3" length="5" type="audio/mpeg"/>' },
      { item: '<enclosure url="//soil.example/roots.mp3" length="5" type="audio/mpeg"/>' },
      { item: '<enclosure url="https://soil.example/my roots.mp3" length="5" type="audio/mpeg"/>' },
      { item: '<enclosure url="https://soil.example/Wurzeln-fürs-Leben.mp3" length="5" type="audio/mpeg"/>' },
      { item: '<enclosure url="http://localhost:8080/roots.mp3" length="5" type="audio/mpeg"/>' },
      { item: '<enclosure url="https://soil.example/100%.mp3" length="5" type="audio/mpeg"/>' },
      { item: '<enclosure url=" https://soil.example/roots.mp3" length="5" type="audio/mpeg"/>' },
    ],
    good: [
      { item: '<enclosure url="HTTPS://soil.example/a.mp3?x=1&amp;y=[2]" length="5" type="audio/mpeg"/>' },
      {
        item: '<enclosure url="https://pod.example/track/https%3A%2F%2Fsoil.example%2Fr%C3%BC.mp3" length="5" type="audio/mpeg"/>',
      },
      {
        item: '<enclosure url="https://track.example/e/https://soil.example:8443/a.mp3" length="5" type="audio/mpeg"/>',
      },
      { item: '<enclosure url="" length="5" type="audio/mpeg"/>' },
    ],
  },
  check: (report) => {
    const visit = (item: FeedNode): void => {
      for (const enclosure of childrenNamed(item, 'enclosure')) {
        const written = enclosure.attributes.url ?? ''
        const url = written.trim()
        if (url === '') continue
        const say = (message: string, options?: FindingOptions): void =>
          report(enclosure, message, { part: '@url', ...options })
        const normal = webUrl(url)
        const foreign = /[^\x21-\x7e]|[<>"]/u.exec(url)?.[0]
        if (normal === undefined) say(`The audio’s address is not a complete http(s) address: ${quoted(url)}.`)
        else if (foreign !== undefined) {
          const character = /\s/.test(foreign) ? 'a space' : `the character “${foreign}”`
          say(
            `The audio’s address has ${character} in it: ${quoted(url)}.`,
            /\s/.test(foreign) ? {} : { near: foreign },
          )
        } else if (isPrivate(new URL(normal).hostname))
          say(`Nobody else can reach the audio’s address: ${quoted(url)}.`)
        else if (/%(?![\da-f]{2})/i.test(url))
          say(`The audio’s address has a “%” in it that encodes nothing: ${quoted(url)}.`, {
            level: 'warning',
            hint: 'Write %25 for a percent sign.',
          })
        else if (written !== url)
          say(`There is white space around the audio’s address: ${quoted(url)}.`, {
            level: 'warning',
            hint: 'Remove the space.',
          })
      }
    }
    return { item: visit, liveItem: visit }
  },
})

import { childNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { webUrl } from '../../text/url.ts'
import { quoted } from '../quoted.ts'
import { w3cMessage } from '../sources.ts'

export const guidPermalink = defineRule({
  id: 'guid-permalink',
  level: 'warning',
  platforms: ['w3c'],
  levels: { w3c: 'error' },
  summary: 'A guid that is no web address says isPermaLink="false".',
  why: 'Otherwise readers of news take the guid for the address of the episode’s page, and link to nowhere; podcast apps do not mind.',
  mend: 'Add isPermaLink="false" to the guid, and leave the guid itself as it is.',
  source: w3cMessage('error/InvalidPermalink'),
  examples: {
    bad: [
      { item: '<guid>soil-and-seed-roots</guid>' },
      { item: '<guid isPermaLink="true">urn:uuid:0e3a7a9a-2ef5-5a26-8f6b-4fd7f1b6a0c5</guid>' },
      { item: '<guid isPermaLink="False">soil-and-seed-roots</guid>' },
      { item: '<guid ispermalink="false">soil-and-seed-roots</guid>' },
    ],
    good: [
      { item: '<guid>https://soil.example/?p=12</guid>' },
      { item: '<guid isPermaLink="true"> http://soil.example/roots </guid>' },
      { item: '<guid isPermaLink="false">tag:soil.example,2026:roots</guid>' },
      { item: '<guid/>' },
    ],
  },
  check: (report) => {
    const visit = (item: FeedNode): void => {
      const guid = childNamed(item, 'guid')
      const text = textOf(guid)
      if (guid === undefined || text === '') return
      const value = guid.attributes.isPermaLink?.trim()
      if (value !== undefined && value !== 'true' && value !== 'false')
        report(guid, `isPermaLink is neither “true” nor “false”: ${quoted(value)}.`, {
          part: '@isPermaLink',
          // Whatever makes the feed writes all guids in one way.
          cause: value,
          hint: `Write isPermaLink="${webUrl(text) === undefined ? 'false' : /^true$/i.test(value) ? 'true' : 'false'}".`,
        })
      else if (value !== 'false' && webUrl(text) === undefined) {
        const otherCase = Object.keys(guid.attributes).find(
          (name) => name !== 'isPermaLink' && name.toLowerCase() === 'ispermalink',
        )
        if (otherCase === undefined)
          report(guid, `The guid is no web address, but counts as one: ${quoted(text)}.`, {
            part: 'text',
            cause: 'absent',
          })
        else
          report(guid, `The attribute is written “${otherCase}”, so that readers do not see it.`, {
            part: `@${otherCase}`,
            cause: otherCase,
            hint: 'Write isPermaLink="false", with a capital P and L.',
          })
      }
    }
    return { item: visit, liveItem: visit }
  },
})

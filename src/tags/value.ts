import { z } from 'zod'
import type { XmlElement } from '../text/xml.ts'
import { count, decimalText, flag, line, listOf, seconds } from './fields.ts'
import { remoteItem, toRemoteItem } from './remote-item.ts'
import { defineTag, writeEach } from './tag.ts'

const recipient = z.object(
  {
    name: line.optional().meta({ description: 'Who gets it, as apps show it.' }),
    type: z.string().optional().meta({ description: 'node, or lnaddress. Default: by the address.' }),
    address: line.meta({ description: 'A Lightning address such as hello@example.com, or the public key of a node.' }),
    split: count.meta({ description: 'How many shares of the whole.' }),
    customKey: line.optional().meta({ description: 'For the wallet: which record names the account.' }),
    customValue: line.optional().meta({ description: 'For the wallet: the account.' }),
    fee: flag.optional().meta({ description: 'true: it is a fee, taken from the top.' }),
  },
  { error: 'must be { name, address, split }' },
)

const timeSplit = z
  .object({
    start: seconds.meta({ description: 'From when on it counts: seconds, m:ss or h:mm:ss.' }),
    duration: seconds.meta({ description: 'For how long.' }),
    remoteStart: seconds.optional().meta({ description: 'Where in the other item that is. Default 0.' }),
    remotePercentage: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .meta({ description: 'How much the others get, in per cent. Default 100.' }),
    remoteItem: remoteItem.optional().meta({ description: 'The item whose recipients get it, as of a song.' }),
    recipients: listOf(recipient).optional().meta({ description: 'Or who gets it instead.' }),
  })
  .refine((split) => (split.remoteItem === undefined) !== (split.recipients === undefined), {
    error: 'must have either a remoteItem or recipients',
  })

const one = z.object(
  {
    type: line.optional().meta({ description: 'The currency’s network. Default lightning.' }),
    method: line.optional().meta({ description: 'keysend or lnaddress. Default: by the first address.' }),
    suggested: decimalText.optional().meta({ description: 'A suggested amount for each minute, in bitcoin.' }),
    recipients: listOf(recipient).meta({ description: 'Who gets it.' }),
    timeSplits: listOf(timeSplit).optional().meta({ description: 'For parts of the audio: somebody else gets it.' }),
  },
  { error: 'must be { recipients, … }' },
)

type Recipient = z.output<typeof recipient>
type TimeSplit = z.output<typeof timeSplit>

const typeOf = ({ type, address }: Recipient): string => type ?? (address.includes('@') ? 'lnaddress' : 'node')

const toRecipient = (value: Recipient): XmlElement => ({
  name: 'podcast:valueRecipient',
  attributes: {
    name: value.name,
    type: typeOf(value),
    address: value.address,
    split: value.split,
    customKey: value.customKey,
    customValue: value.customValue,
    fee: value.fee === true ? 'true' : undefined,
  },
})

const toRecipients = (recipients: readonly Recipient[]): XmlElement[] =>
  recipients.map((one, index) => ({ ...toRecipient(one), from: ['recipients', index] }))

const toTimeSplit = (split: TimeSplit): XmlElement => ({
  name: 'podcast:valueTimeSplit',
  attributes: {
    startTime: split.start,
    duration: split.duration,
    remoteStartTime: split.remoteStart,
    remotePercentage: split.remotePercentage,
  },
  content: [
    ...(split.remoteItem === undefined ? [] : [{ ...toRemoteItem(split.remoteItem), from: ['remoteItem'] }]),
    ...toRecipients(split.recipients ?? []),
  ],
})

export const value = defineTag({
  key: 'value',
  levels: ['channel', 'item'],
  schema: listOf(one),
  write: (values) =>
    writeEach(values, ({ type = 'lightning', method, suggested, recipients, timeSplits = [] }) => ({
      name: 'podcast:value',
      attributes: {
        type,
        // Readers ignore the whole without it. @see spec/podcast-namespace.md §1 value
        method: method ?? (recipients[0] !== undefined && typeOf(recipients[0]) === 'node' ? 'keysend' : 'lnaddress'),
        suggested,
      },
      content: [
        ...toRecipients(recipients),
        ...timeSplits.map((split, index) => ({ ...toTimeSplit(split), from: ['timeSplits', index] })),
      ],
    })),
  docs: {
    summary: 'Where apps send money while people listen. That of an episode takes the place of the show’s.',
    spec: 'podcast-namespace.md §1 value, valueRecipient, valueTimeSplit',
    example: 'value: { suggested: 0.00000005, recipients: [{ name: Ada Fern, address: ada@example.com, split: 100 }] }',
    elements: ['podcast:value', 'podcast:valueRecipient', 'podcast:valueTimeSplit', 'podcast:remoteItem'],
    usedBy: '20 apps of the Podcast Index list, among them Fountain, Podverse, CurioCaster.',
  },
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf, readTag, renderTag } from '../../src/media/id3-tag.ts'
import { bytes, frame3, frame4, plainSize, safeSize, tag } from './id3.ts'

/** Its bytes look like audio, so that unsynchronised tags hold other ones. */
const content = bytes([0, 0xff, 0xe0, 0xff, 0x00, 0x41], 'x'.repeat(250))
const hidden = bytes([0, 0xff, 0x00, 0xe0, 0xff, 0x00, 0x00, 0x41], 'x'.repeat(250))
const after = bytes('TSSE', [0, 0, 0, 2, 0, 0, 0], 'L')

test.each([
  ['2.3', tag(3, bytes(frame3('PRIV', content), after))],
  ['2.3 with padding', tag(3, bytes(frame3('PRIV', content), after, new Array(64).fill(0)))],
  ['2.3 unsynchronised', tag(3, bytes('PRIV', plainSize(content.length), [0, 0], hidden, after), 0x80)],
  ['2.3 with an extended header', tag(3, bytes([0, 0, 0, 6, 0, 0, 0, 0, 0, 0], frame3('PRIV', content), after), 0x40)],
  ['2.4', tag(4, bytes(frame4('PRIV', content), after))],
  ['2.4 with an extended header', tag(4, bytes([0, 0, 0, 6, 1, 0], frame4('PRIV', content), after), 0x40)],
  ['2.4 with a footer', bytes(tag(4, bytes(frame4('PRIV', content), after), 0x10), '3DI', new Array(7).fill(0))],
  ['2.4 with an unsynchronised frame', tag(4, bytes(frame4('PRIV', hidden, [0, 2]), after))],
  ['2.4 unsynchronised as a whole', tag(4, bytes(frame4('PRIV', hidden), after), 0x80)],
  ['2.4 with the length noted', tag(4, bytes(frame4('PRIV', bytes([0, 0, 2, 0], content), [0, 1]), after))],
  ['2.4 with the sizes of 2.3', tag(4, bytes(frame3('PRIV', content), after))],
])('reads a tag of %s', (_name, head) => {
  const read = readTag(bytes(head, [0xff, 0xfb, 0x90, 0x64]))
  if (read === undefined || 'why' in read) throw new Error('not read')
  expect(read.length).toBe(head.length)
  expect(read.frames.map(({ id, flags }) => [id, flags])).toEqual([
    ['PRIV', 0],
    ['TSSE', 0],
  ])
  expect(bytes(read.frames[0]?.data ?? [])).toEqual(content)
})

test('finds no tag where there is none', () => {
  expect(readTag(bytes([0xff, 0xfb, 0x90, 0x64], 'ID3'))).toBeUndefined()
  expect(readTag(bytes('ID'))).toBeUndefined()
})

test.each([
  ['of version 2.2', tag(2, bytes('TT2', [0, 0, 2, 0], 'A')), undefined],
  ['of a version to come', tag(5, frame4('TIT2', bytes([0], 'A'))), undefined],
  ['with a frame that is longer than the tag', tag(3, bytes(after, 'TIT2', [0, 0, 9, 9, 0, 0, 0])), ['TSSE']],
  ['with a frame without a name', tag(3, bytes(after, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])), ['TSSE']],
  ['that is cut off', tag(3, bytes(after, frame3('TIT2', bytes([0], 'Abc')))).subarray(0, -1), ['TSSE']],
  ['with an extended header beyond its end', tag(3, bytes([0, 9, 9, 9, 0, 0], after), 0x40), []],
])('does not take a tag %s for whole', (_name, head, ids) => {
  const read = readTag(head)
  if (read === undefined || !('why' in read)) throw new Error('taken for whole')
  expect(read.found?.frames.map(({ id }) => id)).toEqual(ids)
})

test.each([
  ['packed, 2.3', 3, 0x80],
  ['encrypted, 2.3', 3, 0x40],
  ['in a group, 2.3', 3, 0x20],
  ['packed, 2.4', 4, 0x09],
  ['encrypted, 2.4', 4, 0x04],
  ['in a group, 2.4', 4, 0x40],
])('does not look into a frame that is %s, and keeps it', (_name, version, flag) => {
  const wrap = version === 3 ? frame3 : frame4
  const read = readTag(tag(version, wrap('PRIV', bytes([1, 2, 3, 4, 5, 6]), [0, flag])))
  if (read === undefined || 'why' in read) throw new Error('not read')
  const [frame] = read.frames
  expect(frame && contentOf(frame)).toBeUndefined()
  expect(bytes(frame?.data ?? [])).toEqual(bytes([1, 2, 3, 4, 5, 6]))
  expect(frame?.flags).toBe(flag)
})

const frames = fc.array(
  fc.record({
    id: fc.stringMatching(/^[A-Z][A-Z0-9]{3}$/),
    flags: fc.constant(0),
    data: fc.uint8Array({ maxLength: 300 }),
  }),
  { maxLength: 12 },
)

test.each([3, 4] as const)('reads back the frames that it writes, in 2.%s', (version) => {
  fc.assert(
    fc.property(frames, (written) => {
      const head = renderTag(version, written)
      const read = readTag(head)
      if (read === undefined || 'why' in read) throw new Error('not read')
      expect(read.frames.map((frame) => ({ ...frame, data: bytes(frame.data) }))).toEqual(
        written.map((frame) => ({ ...frame, data: bytes(frame.data) })),
      )
      expect(read.length).toBe(head.length)
    }),
  )
})

test('takes any bytes after a header', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(2, 3, 4),
      fc.integer({ min: 0, max: 255 }),
      fc.uint8Array({ maxLength: 400 }),
      (version, flags, body) => {
        const read = readTag(bytes('ID3', [version, 0, flags], safeSize(body.length), body))
        expect(read).toBeDefined()
      },
    ),
  )
})

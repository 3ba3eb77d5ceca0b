import { readdirSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commit, discard } from '../../src/publish/commit.ts'
import { type Staged, stageCopy } from '../../src/publish/stage.ts'
import { stageTagged } from '../../src/publish/stage-tagged.ts'
import { open, put, temporaryFolder } from './folders.ts'

const path = 'media/soil.mp3'

interface Show {
  readonly out: string
  readonly audio: string
}

/** A show with one recording, whose old tag is `OLD`. */
function newShow(content = 'OLDsound'): Show {
  const show = { out: temporaryFolder(), audio: join(temporaryFolder(), 'soil.mp3') }
  change(show, content, 1_000_000)
  return show
}

function change({ audio }: Show, content: string, seconds: number): void {
  put(audio, content)
  utimesSync(audio, seconds, seconds)
}

/** A build that publishes the recording under a new tag; or as it is. */
function publish({ out, audio }: Show, tag: string | undefined, skip = 3, tail = 0): Staged['state'] {
  const { folder, manifest, release } = open(out)
  try {
    const known = manifest.files.get(path)
    const staged =
      tag === undefined
        ? stageCopy(folder, 'a', path, 'media', audio, known)
        : stageTagged(folder, 'a', path, 'media', audio, Buffer.from(tag), { skip, tail }, known)
    const { value } = commit(folder, manifest, [staged], [])
    expect(value).toBeDefined()
    return staged.state
  } finally {
    discard(folder)
    release()
  }
}

const published = ({ out }: Show): string => readFileSync(join(out, path), 'utf8')

test('puts a new head in place of the old one', () => {
  const show = newShow()
  expect(publish(show, 'NEW TAG ')).toBe('new')
  expect(published(show)).toBe('NEW TAG sound')
  expect(readFileSync(show.audio, 'utf8')).toBe('OLDsound')
})

test('puts a head before a file that has none', () => {
  const show = newShow('sound')
  publish(show, 'TAG', 0)
  expect(published(show)).toBe('TAGsound')
})

test('leaves off what the end says', () => {
  const show = newShow('OLDsoundTAGold')
  expect(publish(show, 'NEW TAG ', 3, 6)).toBe('new')
  expect(published(show)).toBe('NEW TAG sound')
  expect(publish(show, 'NEW TAG ', 3, 6)).toBe('same')
  expect(publish(show, 'NEW TAG ', 3, 0)).toBe('new')
  expect(published(show)).toBe('NEW TAG soundTAGold')
})

test.each(['NEW TAG ', 'TAG'])('does not write again what is there, under %j', (tag) => {
  const show = newShow()
  publish(show, tag)
  expect(publish(show, tag)).toBe('same')
})

test.each([
  ['as long', 'TAG', 'GAT'],
  ['longer', 'TAG', 'LONGER'],
  ['shorter', 'TAG', 'T'],
])('writes again when the head is another, %s', (_name, one, other) => {
  const show = newShow()
  publish(show, one)
  expect(publish(show, other)).toBe('new')
  expect(published(show)).toBe(`${other}sound`)
})

test('trusts size and time of the recording, and reads it only when one of these has changed', () => {
  const show = newShow()
  publish(show, 'TAG')
  // The same size and time, but other bytes: nobody has looked inside if this counts as unchanged.
  change(show, 'OLDSOUND', 1_000_000)
  expect(publish(show, 'TAG')).toBe('same')
  change(show, 'OLDSOUND', 2_000_000)
  expect(publish(show, 'TAG')).toBe('new')
  expect(published(show)).toBe('TAGSOUND')
  // Another time, but the same bytes: compared, not copied.
  change(show, 'OLDSOUND', 3_000_000)
  expect(publish(show, 'TAG')).toBe('same')
})

test('writes again when the copy was changed', () => {
  const show = newShow()
  publish(show, 'TAG')
  put(join(show.out, path), 'TAGnoise')
  utimesSync(join(show.out, path), 1, 1)
  expect(publish(show, 'TAG')).toBe('new')
  expect(published(show)).toBe('TAGsound')
})

test('does not take a tagged copy for a plain one, nor the other way round, also if they are equally long', () => {
  const show = newShow()
  publish(show, 'TAG')
  expect(publish(show, undefined)).toBe('new')
  expect(published(show)).toBe('OLDsound')
  expect(publish(show, 'TAG')).toBe('new')
  expect(published(show)).toBe('TAGsound')
  // A plain copy of a file that starts with these very bytes is what a tagged one would be.
  expect(publish(show, undefined)).toBe('new')
  expect(publish(show, 'OLD')).toBe('same')
})

test('with an empty head is a plain copy', () => {
  const show = newShow()
  publish(show, '', 0)
  expect(published(show)).toBe('OLDsound')
  expect(publish(show, undefined)).toBe('same')
})

test('copies a recording of some megabytes to its last byte', () => {
  const show = newShow(`OLD${'0123456789'.repeat(300_001)}!`)
  publish(show, 'NEW TAG ')
  expect(published(show)).toBe(`NEW TAG ${'0123456789'.repeat(300_001)}!`)
  // Found by comparing all of it, as the time is another one.
  change(show, `OLD${'0123456789'.repeat(300_001)}?`, 5_000_000)
  expect(publish(show, 'NEW TAG ')).toBe('new')
})

test('says why a recording could not be staged, and leaves nothing in the output', () => {
  const { folder } = open(temporaryFolder())
  const head = Buffer.from('TAG')
  const gone = stageTagged(folder, 'a', path, 'media', join(folder.root, 'nowhere.mp3'), head, { skip: 3, tail: 0 })
  expect(gone.problem).toContain('ENOENT')
  expect(readdirSync(folder.stage)).toEqual([])
})

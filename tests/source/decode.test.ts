import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/source/decode.ts'
import { parseEpisode } from '../../src/source/episode.ts'
import { aShow, briefly, bytesOf } from './a-show.ts'

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('bytes that are no text', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', bytesOf(''), 'file/empty 1:1'],
    ['a byte order mark alone', Uint8Array.of(0xef, 0xbb, 0xbf), 'file/empty 1:1'],
    ['blank lines', bytesOf(' \r\n\n\t'), 'file/empty 1:1'],
    ['Latin-1', Buffer.from('---\ntitle: Füchse\n---\n', 'latin1'), 'file/not-utf-8 2:9'],
    ['half a letter at the end', Buffer.from('Farn ü').subarray(0, -1), 'file/not-utf-8 1:6'],
    ['a surrogate', Uint8Array.of(0x61, 0xed, 0xa0, 0x80), 'file/not-utf-8 1:2'],
    ['UTF-16 with its mark', utf16('\uFEFF---\n', false), 'file/utf-16 1:1'],
    ['UTF-16 the other way round', utf16('\uFEFF---\n', true), 'file/utf-16 1:1'],
    ['UTF-16 without a mark', utf16('---\ntitle: Ferns\n', false), 'file/utf-16 1:1'],
    ['UTF-16 the other way round without a mark', utf16('---\ntitle: Ferns\n', true), 'file/utf-16 1:1'],
    ['a zero byte', bytesOf('---\ntitle: Fe\0rns\n'), 'file/nul 2:10'],
  ])('%s', (_, bytes, expected) => {
    const { value, diagnostics } = decodeText(bytes, 'a.md')
    expect(value).toBeUndefined()
    expect(briefly(diagnostics)).toEqual([expected])
  })
})

const episode = '---\ntitle: Füchse 🦊\ndate: 2026-02-23\naudio: a.mp3\n---\nNotes.\n\nMore.\n'

describe('what editors on Windows write is the same text', () => {
  test.each([
    ['a byte order mark', `\uFEFF${episode}`],
    ['CRLF', episode.replaceAll('\n', '\r\n')],
    ['both', `\uFEFF${episode.replaceAll('\n', '\r\n')}`],
    ['the line ends of old Macs', episode.replaceAll('\n', '\r')],
  ])('%s', (_, text) => {
    expect(decodeText(bytesOf(text), 'a.md').value).toBe(episode)
    const { value, diagnostics } = parseEpisode(bytesOf(text), 'episodes/a.md', aShow())
    expect(diagnostics).toEqual([])
    expect(value?.frontmatter.title).toBe('Füchse 🦊')
    expect(value?.body).toBe('Notes.\n\nMore.\n')
  })

  test('and mistakes have the same place', () => {
    const broken = episode.replace('2026-02-23', '2026-02-30').replaceAll('\n', '\r\n')
    const { diagnostics } = parseEpisode(bytesOf(`\uFEFF${broken}`), 'episodes/a.md', aShow())
    expect(briefly(diagnostics)).toEqual(['frontmatter/impossible-date 3:7'])
  })
})

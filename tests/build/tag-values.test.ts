import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { channelValues, itemValues } from '../../src/build/tag-values.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { LocalFile } from '../../src/model/show.ts'
import { parseEpisode } from '../../src/source/episode.ts'
import type { ItemValues } from '../../src/tags/index.ts'
import { aShow, bytesOf } from '../source/a-show.ts'

const path = 'episodes/roots.md'

/** A show's folder in which there is a picture beside the episodes. */
function showDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'castwright-values-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  mkdirSync(join(dir, 'episodes'))
  copyFileSync('tests/fixtures/media/cover-1400.jpg', join(dir, 'episodes', 'ada.jpg'))
  return dir
}

/** What an episode's tags say, what is to be published for them, and what is wrong. */
async function valuesOf(frontmatter: string, artwork?: Parameters<typeof itemValues>[1]) {
  const show = aShow()
  const { value: source } = parseEpisode(
    bytesOf(`---\ntitle: Roots\ndate: 2026-01-05\n${frontmatter}---\n`),
    path,
    show,
  )
  if (source === undefined) throw new Error('the episode is broken')
  const media: LocalFile[] = []
  const diagnostics: Diagnostic[] = []
  const values: ItemValues = await itemValues({ source, show, showDir: showDir(), media, diagnostics }, artwork)
  return {
    values,
    media: media.map(({ from }) => from),
    found: diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`),
  }
}

const published = expect.stringMatching(/^https:\/\/example\.com\/ferns\/.*ada.*\.jpg$/)

describe('an episode', () => {
  test('says what its tags say, and nothing else', async () =>
    expect(await valuesOf('season: 2\nkeywords: [soil]\nimage: a.jpg\n')).toEqual({
      values: { season: { number: 2, name: undefined } },
      media: [],
      found: [],
    }))

  test('has the public address of its artwork', async () => {
    const artwork = { url: 'https://example.com/ferns/a.jpg', images: [] }
    expect(await valuesOf('image: a.jpg\n', artwork)).toMatchObject({ values: { image: artwork.url } })
    expect(await valuesOf('', artwork)).toMatchObject({ values: { image: artwork.url } })
  })

  test('has the artwork in its sizes before other pictures, unless it says itself which there is', async () => {
    const sizes = [{ href: 'https://example.com/ferns/a-600.jpg', purpose: 'artwork' }]
    const artwork = { url: 'https://example.com/ferns/a.jpg', images: sizes }
    const banner = { href: 'https://example.com/banner.jpg', purpose: 'banner' }
    const hrefs = async (frontmatter: string): Promise<unknown[]> =>
      ((await valuesOf(frontmatter, artwork)).values.images ?? []).map(({ href }) => href)
    expect(await hrefs('')).toEqual([sizes[0]?.href])
    expect(await hrefs(`images: [{ href: ${banner.href}, purpose: banner }]\n`)).toEqual([sizes[0]?.href, banner.href])
    expect(await hrefs(`images: [{ href: ${banner.href}, purpose: banner artwork }]\n`)).toEqual([banner.href])
  })

  test('names files of the show’s folder, which are to be published', async () => {
    const { values, media, found } = await valuesOf('persons: [{ name: Ada Fern, img: ada.jpg }]\n')
    expect(values).toEqual({ persons: [{ name: 'Ada Fern', img: published }] })
    expect([media, found]).toEqual([['episodes/ada.jpg'], []])
  })

  test('has its authors among the persons', async () => {
    const { values, media } = await valuesOf('persons: [Bo Fig]\nauthors: [{ name: Ada Fern, img: ada.jpg }, Cy Elm]\n')
    expect(values.persons).toEqual([
      { name: 'Bo Fig' },
      { name: 'Ada Fern', img: published, role: 'author', group: 'writing' },
      { name: 'Cy Elm', role: 'author', group: 'writing' },
    ])
    expect(media).toEqual(['episodes/ada.jpg'])
  })

  test.each([
    ['of a person', 'persons:\n  - Cy Elm\n  - name: Ada Fern\n    img: nowhere.jpg\n', '7:10'],
    ['of an author', 'persons: [Bo Fig]\nauthors:\n  - name: Ada Fern\n    img: nowhere.jpg\n', '7:10'],
    ['of a picture', 'images:\n  - nowhere.jpg\n', '5:5'],
  ])('that names a file that is not there is told so at the key %s', async (_name, frontmatter, at) =>
    expect(await valuesOf(frontmatter)).toMatchObject({ media: [], found: [`media/not-found ${at}`] }),
  )
})

describe('a show', () => {
  const place = { file: 'podcast.yaml', line: 9, column: 1, offset: 0 }
  const valuesOfShow = (yaml: string, sizes: Parameters<typeof channelValues>[4] = []) =>
    channelValues(aShow(yaml), showDir(), 'podcast.yaml', () => place, sizes)

  test('that names no files is left as it is', async () => {
    const show = aShow()
    expect(await valuesOfShow('')).toEqual({ values: show.values, media: [], diagnostics: [] })
  })

  test('has files, and the sizes of its artwork', async () => {
    const sizes = [{ href: 'https://example.com/ferns/artwork-600.jpg', purpose: 'artwork' }]
    const { values, media, diagnostics } = await valuesOfShow('images: episodes/ada.jpg\n', sizes)
    expect(values.images).toMatchObject([sizes[0], { href: published, width: 1400, height: 1400 }])
    expect([media.map(({ from }) => from), diagnostics]).toEqual([['episodes/ada.jpg'], []])
    expect((await valuesOfShow('', sizes)).values.images).toEqual(sizes)
  })

  test('that names a file that is not there is told so', async () =>
    expect((await valuesOfShow('images: nowhere.jpg\n')).diagnostics).toMatchObject([
      { code: 'media/not-found', place },
    ]))
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { imageSize } from 'image-size'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { episode, showFolder, showYaml } from './show-folder.ts'

const cover = (side: number, options: { channels?: 3 | 4; format?: 'jpeg' | 'png' } = {}): Promise<Buffer> => {
  const { channels = 3, format = 'jpeg' } = options
  const picture = sharp({
    create: { width: side, height: side, channels, background: { r: 40, g: 120, b: 60, alpha: 0.5 } },
  })
  return picture.toFormat(format).toBuffer()
}

const local = showYaml.replace('https://soil.example/artwork.jpg', 'artwork.jpg')
const roots = { 'episodes/roots.md': episode({}) }

/** Size of each picture in the feed, as the file itself has it and as the feed says. */
function sizesIn(show: ReturnType<typeof showFolder>) {
  const { podcast } = parseRssFeed(show.read('dist/feed.xml'))
  return podcast?.images?.map(({ href, width, height, purpose }) => {
    const file = readFileSync(join(show.dir, 'dist', (href ?? '').replace('https://soil.example/', '')))
    expect(imageSize(file)).toMatchObject({ width, height })
    return [width, height, purpose]
  })
}

test('artwork is published in the sizes that apps and pages ask for', async () => {
  const show = showFolder({ 'podcast.yaml': local, 'artwork.jpg': await cover(2000), ...roots })
  expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  expect(sizesIn(show)).toEqual([2000, 1400, 600, 300].map((side) => [side, side, 'artwork']))
  expect(parseRssFeed(show.read('dist/feed.xml')).itunes?.image).toBe('https://soil.example/media/artwork.jpg')
  expect(show.read('dist/index.html')).toMatch(/<img class="artwork" src="\.\/artwork\/artwork-600-[0-9a-f]{8}\.jpg"/)
  expect(show.run('build').stdout).toContain('0 files written')
})

test.each([
  ['too large', 3600, {}],
  ['transparent', 1500, { channels: 4, format: 'png' }],
] as const)('artwork that is %s is mended', async (_name, side, options) => {
  const yaml = local.replace('artwork.jpg', 'format' in options ? 'artwork.png' : 'artwork.jpg')
  const name = 'format' in options ? 'artwork.png' : 'artwork.jpg'
  const show = showFolder({ 'podcast.yaml': yaml, [name]: await cover(side, options), ...roots })
  expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  const image = parseRssFeed(show.read('dist/feed.xml')).itunes?.image ?? ''
  expect(image).toMatch(/\/artwork\/artwork-(?:3000|1500)-[0-9a-f]{8}\.jpg$/)
  const meta = await sharp(join(show.dir, 'dist', image.replace('https://soil.example/', ''))).metadata()
  expect(meta).toMatchObject({
    width: Math.min(side, 3000),
    height: Math.min(side, 3000),
    hasAlpha: false,
    space: 'srgb',
  })
  expect(show.exists(`dist/media/${name}`)).toBe(false)
})

test('an episode’s own artwork is published so, too, and named on its page', async () => {
  const show = showFolder({
    'podcast.yaml': local,
    'artwork.jpg': await cover(1400),
    'episodes/roots.jpg': await cover(1600),
    'episodes/roots.md': episode({ more: 'image: roots.jpg\n' }),
  })
  expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  const [item] = parseRssFeed(show.read('dist/feed.xml')).items ?? []
  expect(item?.podcast?.images?.map(({ width }) => width)).toEqual([1600, 1400, 600, 300])
  expect(show.read('dist/episodes/roots/index.html')).toMatch(/artwork\/roots-600-[0-9a-f]{8}\.jpg/)
})

test.each([['small', 900, 'media/artwork-size']])(
  'artwork that is too %s is refused, as nothing makes it larger',
  async (_name, side, code) => {
    const show = showFolder({ 'podcast.yaml': local, 'artwork.jpg': await cover(side), ...roots })
    expect(show.run('build').stderr).toMatch(new RegExp(`podcast\\.yaml:7:8 error .*\\[${code}\\]`))
  },
)

test('a show may keep its artwork as it is', async () => {
  const show = showFolder({
    'podcast.yaml': `${local}output: { artwork: false }\n`,
    'artwork.jpg': await cover(2000),
    ...roots,
  })
  expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  expect(sizesIn(show)).toBeUndefined()
  expect(show.exists('dist/artwork')).toBe(false)
})

test('pictures that the show names as artwork itself are the only ones', async () => {
  const show = showFolder({
    'podcast.yaml': `${local}images: { href: https://cdn.example/a.jpg, purpose: artwork }\n`,
    'artwork.jpg': await cover(2000),
    ...roots,
  })
  show.run('build')
  expect(parseRssFeed(show.read('dist/feed.xml')).podcast?.images?.map(({ href }) => href)).toEqual([
    'https://cdn.example/a.jpg',
  ])
})

test('a picture of a chapter is a file or an address, and is published with it', async () => {
  const chapters =
    'chapters: [{ start: 0, title: One, img: pics/one.jpg }, { start: 60, title: Two, img: "https://cdn.example/2.jpg" }]\n'
  const show = showFolder({
    'episodes/roots.md': episode({ more: chapters }),
    'episodes/pics/one.jpg': await cover(600),
  })
  expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  const read = JSON.parse(show.read('dist/chapters/roots.json')) as { chapters: { img?: string }[] }
  expect(read.chapters.map(({ img }) => img)).toEqual([
    'https://soil.example/media/episodes/pics/one.jpg',
    'https://cdn.example/2.jpg',
  ])
  expect(show.exists('dist/media/episodes/pics/one.jpg')).toBe(true)
  show.remove('episodes/pics/one.jpg')
  expect(show.run('build').stderr).toMatch(/roots\.md:8:\d+ error .*\[media\/not-found\]/)
})

const seasons =
  'seasons: [{ number: 1, name: Roots, image: art/one.jpg }, { number: 2, image: "https://cdn.example/2.jpg" }]\n'

test('a season’s name and artwork are those of its episodes that have none of their own', async () => {
  const show = showFolder({
    'podcast.yaml': `${showYaml}${seasons}`,
    'art/one.jpg': await cover(1500),
    'episodes/a.md': episode({ title: 'A', more: 'season: 1\n' }),
    'episodes/b.md': episode({
      title: 'B',
      more: 'season: { number: 1, name: Stems }\nimage: https://cdn.example/b.jpg\n',
    }),
    'episodes/c.md': episode({ title: 'C', more: 'season: 2\n' }),
    'episodes/d.md': episode({ title: 'D', more: 'season: 3\n' }),
  })
  const read = () =>
    Object.fromEntries(
      (parseRssFeed(show.read('dist/feed.xml')).items ?? []).map(({ title, itunes, podcast }) => [
        title,
        [itunes?.image, podcast?.season?.name, podcast?.images?.map(({ width }) => width)],
      ]),
    )
  expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  expect(read()).toEqual({
    A: ['https://soil.example/media/art/one.jpg', 'Roots', [1500, 1400, 600, 300]],
    B: ['https://cdn.example/b.jpg', 'Stems', undefined],
    C: ['https://cdn.example/2.jpg', undefined, undefined],
    D: ['https://soil.example/artwork.jpg', undefined, undefined],
  })
  expect(show.exists('dist/media/art/one.jpg')).toBe(true)
  show.write('podcast.yaml', `${showYaml}${seasons.replace('Roots', 'Leaves')}`)
  expect(show.run('build', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  expect(read().A?.[1]).toBe('Leaves')
})

test('what is wrong with a season’s artwork is told once, where it is named', async () => {
  const show = showFolder({
    'podcast.yaml': `${showYaml}${seasons}`,
    'art/one.jpg': await cover(900),
    'episodes/a.md': episode({ title: 'A', more: 'season: 1\n' }),
    'episodes/b.md': episode({ title: 'B', more: 'season: 1\n' }),
  })
  const codes = () => show.run('build').stderr.match(/podcast\.yaml:\d+:\d+ \w+ .*\[[\w/-]+\]/g) ?? []
  expect(codes()).toEqual([expect.stringMatching(/warning .*\[media\/artwork-size\]/)])
  show.remove('art/one.jpg')
  expect(codes()).toEqual([expect.stringMatching(/error .*\[media\/not-found\]/)])
})

test('a season is named once', () => {
  const show = showFolder({
    'podcast.yaml': `${showYaml}seasons: [{ number: 1, name: A }, { number: 1, name: B }]\n`,
    ...roots,
  })
  expect(show.run('build').stderr).toMatch(/podcast\.yaml:\d+:\d+ error .*each number once/)
})

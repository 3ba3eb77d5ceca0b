import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { episode, showFolder, showYaml } from './show-folder.ts'

const media = (name: string) => readFileSync(`tests/fixtures/media/${name}`)
const file = 'episodes/2026-01-05-roots.md'
const roots = episode({ title: 'Roots' })

/** What a user may get wrong, and the line that says so: file:line:column, severity and code. */
const problems: [string, Record<string, string | Uint8Array>, string][] = [
  ['podcast.yaml is missing', { 'podcast.yaml': '' }, 'podcast.yaml:1:1 error file/empty'],
  [
    'podcast.yaml is broken YAML',
    { 'podcast.yaml': `${showYaml}funding: [a\nb: c\n` },
    'podcast.yaml:10:12 error yaml/syntax',
  ],
  [
    'podcast.yaml lacks what Apple requires',
    { 'podcast.yaml': showYaml.replace(/^explicit.*\n/m, '') },
    'podcast.yaml:1:1 error show/missing',
  ],
  [
    'a category does not exist',
    { 'podcast.yaml': showYaml.replace('Earth Sciences', 'Earth sciences') },
    'podcast.yaml:8:13 error show/unknown-category',
  ],
  [
    'the language is written with an underscore',
    { 'podcast.yaml': showYaml.replace('language: en', 'language: en_US') },
    'podcast.yaml:3:11 error show/unknown-language',
  ],
  [
    'the show’s artwork is not encrypted',
    { 'podcast.yaml': showYaml.replace('https://soil.example/artwork', 'http://soil.example/artwork') },
    'podcast.yaml:7:8 warning show/http-image',
  ],
  [
    'the show’s artwork is not square',
    {
      'podcast.yaml': showYaml.replace('https://soil.example/artwork.jpg', 'wide.jpg'),
      'wide.jpg': media('not-square.jpg'),
    },
    'podcast.yaml:7:8 error media/artwork-not-square',
  ],
  [
    'the show’s artwork is a GIF',
    {
      'podcast.yaml': showYaml.replace('https://soil.example/artwork.jpg', 'cover.gif'),
      'cover.gif': media('cover.gif'),
    },
    'podcast.yaml:7:8 error media/artwork-format',
  ],
  [
    'a key is misspelt in podcast.yaml',
    { 'podcast.yaml': `${showYaml}copyrigth: us\n` },
    'podcast.yaml:10:1 warning show/unknown-key',
  ],
  [
    'frontmatter is broken YAML',
    { [file]: '---\ntitle: "Roots\ndate: 2026-01-05\n---\n' },
    `${file}:2:8 error yaml/syntax`,
  ],
  ['the title is missing', { [file]: roots.replace('title: Roots\n', '') }, `${file}:1:1 error frontmatter/missing`],
  ['the date is missing', { [file]: roots.replace('date: 2026-01-05\n', '') }, `${file}:1:1 error frontmatter/missing`],
  [
    'the audio is missing',
    { [file]: '---\ntitle: Roots\ndate: 2026-01-05\n---\n' },
    `${file}:1:1 error episode/no-audio`,
  ],
  [
    'the date does not exist',
    { [file]: roots.replace('2026-01-05', '2026-02-30') },
    `${file}:3:7 error frontmatter/impossible-date`,
  ],
  ['a key is misspelt', { [file]: episode({ more: 'seson: 2\n' }) }, `${file}:8:1 warning frontmatter/unknown-key`],
  [
    'a value has the wrong type',
    { [file]: episode({ more: 'season: spring\n' }) },
    `${file}:8:9 error frontmatter/wrong-value`,
  ],
  ['the duration is negative', { [file]: roots.replace('30:00', '-5') }, `${file}:7:13 error frontmatter/wrong-value`],
  ['the duration is huge', { [file]: roots.replace('30:00', '9000000') }, `${file}:7:13 error frontmatter/wrong-value`],
  [
    'a slug leaves the output folder',
    { [file]: episode({ more: 'slug: ../../evil\n' }) },
    `${file}:8:7 error frontmatter/wrong-value`,
  ],
  [
    'the outline is out of order',
    { [file]: episode({ notes: '- 0:00 A\n- 9:00 C\n- 5:00 B\n' }) },
    `${file}:12:3 warning outline/out-of-order`,
  ],
  [
    'the outline goes past the end',
    { [file]: episode({ notes: '- 0:00 A\n- 9:00 B\n- 31:00 C\n' }) },
    `${file}:12:3 warning outline/beyond-duration`,
  ],
  [
    'a written chapter starts before 0',
    { [file]: episode({ more: 'chapters: [{ start: -3, title: A }]\n' }) },
    `${file}:8:21 error frontmatter/wrong-value`,
  ],
  [
    'the image is not encrypted',
    { [file]: episode({ more: 'image: http://soil.example/a.jpg\n' }) },
    `${file}:8:8 warning episode/image-not-https`,
  ],
  [
    'the audio does not exist',
    { [file]: '---\ntitle: Roots\ndate: 2026-01-05\naudio: rots.mp3\n---\n', 'episodes/roots.mp3': media('tone.mp3') },
    `${file}:4:8 error media/not-found`,
  ],
  [
    'the audio lies outside the show',
    { [file]: '---\ntitle: Roots\ndate: 2026-01-05\naudio: ../../roots.mp3\n---\n' },
    `${file}:4:8 error media/outside-show`,
  ],
  [
    'the audio is empty',
    { [file]: '---\ntitle: Roots\ndate: 2026-01-05\naudio: roots.mp3\n---\n', 'episodes/roots.mp3': '' },
    `${file}:4:8 error media/empty-file`,
  ],
  [
    'the audio is no audio',
    {
      [file]: '---\ntitle: Roots\ndate: 2026-01-05\naudio: roots.mp3\n---\n',
      'episodes/roots.mp3': media('broken.mp3'),
    },
    `${file}:4:8 error media/unreadable-audio`,
  ],
  [
    'a picture in the notes does not exist',
    { [file]: episode({ notes: 'See:\n\n![Roots](rots.png)\n' }) },
    `${file}:12:10 warning episode/notes-file-missing`,
  ],
  [
    'the size of remote audio is not said',
    { [file]: roots.replace('  length: 1234567\n', '') },
    `${file}:4:1 error episode/audio-length-missing`,
  ],
  [
    'the duration of remote audio is not said',
    { [file]: roots.replace('  duration: 30:00\n', '') },
    `${file}:4:1 error episode/audio-duration-missing`,
  ],
  [
    'a file is not UTF-8',
    { [file]: Buffer.from(roots.replace('Roots', 'R\u00fcben'), 'latin1') },
    `${file}:2:9 error file/not-utf-8`,
  ],
  ['a file is empty', { [file]: '' }, `${file}:1:1 error file/empty`],
  [
    'YAML would grow without bound',
    {
      [file]: `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n---\n`,
    },
    `${file}:6:8 error yaml/too-complex`,
  ],
  [
    'two episodes have one slug',
    { [file]: roots, 'episodes/more/roots.md': episode({ title: 'Other' }) },
    'episodes/more/roots.md:1:1 error episode/duplicate-slug',
  ],
  [
    'two episodes have one number',
    {
      [file]: episode({ more: 'season: 1\nepisode: 1\n' }),
      'episodes/b.md': episode({ title: 'B', more: 'season: 1\nepisode: 1\n' }),
    },
    'episodes/b.md:9:10 warning episode/duplicate-number',
  ],
]

test.each(problems)('says where when %s', (_case, files, expected) => {
  const show = showFolder({ [file]: roots, ...files })
  const { code, stdout, stderr } = show.run('build', '--format', 'json')
  const report = JSON.parse(stdout) as { diagnostics: Record<string, string>[] }
  const found = report.diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.severity} ${d.code}`)
  expect(found).toContain(expected)
  expect(stderr).toBe('')
  for (const diagnostic of report.diagnostics) {
    expect(diagnostic.message).toMatch(/\S/)
    expect(diagnostic.hint).toMatch(/\S/)
  }
  const failed = report.diagnostics.some((d) => d.severity === 'error')
  expect(code).toBe(failed ? 1 : 0)
  expect(show.exists('dist/feed.xml')).toBe(!failed)
  expect(show.exists('podcast.ledger.json')).toBe(!failed)
})

test('says all problems of all files in one run, in order', () => {
  const show = showFolder({
    'podcast.yaml': showYaml.replace('language: en', 'language: english'),
    'episodes/a.md': '---\ntitle: A\n---\n',
    'episodes/b.md': episode({ title: 'B', date: 'soon', more: 'explicit: maybe\n' }),
    'episodes/c.md': 'No frontmatter at all.\n',
  })
  const { code, stderr } = show.run('build')
  expect(code).toBe(1)
  const lines = [...stderr.matchAll(/^(\S+?):(\d+):\d+ error .*\[(\S+)\]$/gm)].map(
    ([, path, line, id]) => `${path}:${line} ${id}`,
  )
  expect(lines).toEqual([
    'episodes/a.md:1 episode/no-audio',
    'episodes/a.md:1 frontmatter/missing',
    'episodes/b.md:3 frontmatter/impossible-date',
    'episodes/b.md:8 frontmatter/wrong-value',
    'episodes/c.md:1 frontmatter/none',
    'podcast.yaml:3 show/unknown-language',
  ])
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(stderr).toMatch(/6 errors: nothing was published\.\n$/)
})

test('accepts a byte order mark, CRLF, TOML and JSON', () => {
  const show = showFolder({
    'episodes/bom.md': `\ufeff${episode({ title: 'Bom' })}`,
    'episodes/crlf.md': episode({ title: 'Crlf' }).replaceAll('\n', '\r\n'),
    'episodes/toml.md':
      '+++\ntitle = "Toml"\ndate = 2026-01-05\n[audio]\nurl = "https://soil.example/toml.mp3"\nlength = 1\nduration = "1:00"\n+++\n',
    'episodes/json.md':
      '---json\n{ "title": "Json", "date": "2026-01-05", "audio": { "url": "https://soil.example/json.mp3", "length": 1, "duration": 60 } }\n---\n',
  })
  const { code, stderr } = show.run('build')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(show.read('dist/feed.xml').match(/<item>/g)).toHaveLength(4)
})

test('--strict publishes nothing when there is a warning', () => {
  const show = showFolder({ [file]: episode({ more: 'seson: 2\n' }) })
  expect(show.run('build', '--strict').code).toBe(1)
  expect(show.exists('dist/feed.xml')).toBe(false)
  expect(show.run('build').code).toBe(0)
})

test('without podcast.yaml, no folder is made', () => {
  const show = showFolder()
  show.remove('podcast.yaml')
  const { code, stderr } = show.run('build')
  expect(code).toBe(1)
  expect(stderr).toMatch(/^podcast\.yaml:1:1 error .*\[source\/no-show-file\]/m)
  expect(show.exists('dist')).toBe(false)
})

test.each([
  [[], /Usage: castwright/],
  [['bild'], /no command "bild"\. Did you mean "build"\?/],
  [['build', '--strickt'], /no option "--strickt"\. Did you mean "--strict"\?/],
  [['build', '--format', 'xml'], /does not take "xml"/],
  [['build', '--accept', 'everything'], /--accept takes/],
  [['build', '--out'], /--out/],
  [['build', 'one', 'two'], /One folder at a time/],
  [['new'], /Which title/],
])('%j is wrong usage', (args, words) => {
  const { code, stdout, stderr } = showFolder().run(...args)
  expect(code).toBe(2)
  expect(stdout + stderr).toMatch(words)
  expect(stderr).not.toMatch(/^\s+at /m)
})

test('SOURCE_DATE_EPOCH that is no number is wrong usage', () => {
  expect(showFolder({}, { SOURCE_DATE_EPOCH: 'today' }).run('build').code).toBe(2)
})

test('github annotates lines, and no control character breaks an annotation', () => {
  const show = showFolder({ [file]: episode({ more: 'seson: 2\n"a,b:c%0A\\n": 1\n' }) })
  const { stdout } = show.run('build', '--format', 'github')
  expect(stdout).toMatch(
    /^::warning file=episodes\/2026-01-05-roots\.md,line=8,col=1,title=frontmatter\/unknown-key::/m,
  )
  for (const line of stdout.split('\n').filter((text) => text.startsWith('::')))
    expect(line).toMatch(/^::warning file=[^,]+,line=\d+,col=\d+,title=[^,:]+::.+$/)
})

test('colours come only where they are wanted', () => {
  const files = { [file]: episode({ more: 'seson: 2\n' }) }
  const coloured = '\u001b['
  expect(showFolder(files).run('build').stderr).not.toContain(coloured)
  expect(showFolder(files, { FORCE_COLOR: '1' }).run('build').stderr).toContain(coloured)
  expect(showFolder(files, { FORCE_COLOR: '1', NO_COLOR: '1' }).run('build').stderr).not.toContain(coloured)
})

test('new starts an episode once, and the build takes it as a draft', () => {
  const show = showFolder({ [file]: roots })
  const { code, stdout } = show.run('new', 'Stems & "Leaves": a talk', '--date', '2026-02-01')
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'episodes/2026-02-01-stems-leaves-a-talk.md\n' })
  const written = show.read(stdout.trim())
  expect(written).toContain('title: "Stems & \\"Leaves\\": a talk"')
  expect(show.run('new', 'Stems & "Leaves": a talk', '--date', '2026-02-01').code).toBe(2)
  expect(show.read(stdout.trim())).toBe(written)
  expect(show.run('build').stderr).toBe('')
  expect(show.run('new', 'Bad date', '--date', '2026-02-30').code).toBe(2)
})

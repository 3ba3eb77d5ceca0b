import { spawnSync } from 'node:child_process'
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chapterFormats } from '../../src/chapters/formats/index.ts'
import { episode, type Run, type ShowFolder, showFolder } from './show-folder.ts'

const program = resolve('lib/cli/main.js')

/** Runs `castwright chapters` in a folder, with something on standard input. */
function chapters(show: ShowFolder, args: readonly string[], input = ''): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'chapters', ...args], {
    cwd: show.dir,
    encoding: 'utf8',
    input,
    env: { PATH: process.env.PATH, TZ: process.env.TZ },
  })
  return { code: status, stdout, stderr }
}

const notes = '# Roots\n\n- 0:00 Intro\n- 2:30 [Middle](https://soil.example/middle)\n- 20:00 End\n'
const dropped =
  'Notes.\n\n- **[0:00](#t=0)** Intro\n- **[59:49](#t=59:49)** Late\n- **[02:12](#t=02:12)** Later, at 02:12\n- **[05:03](#t=9)** Last\n'

describe('a file', () => {
  test('of show notes without frontmatter is listed', () => {
    const show = showFolder({ 'notes.md': notes })
    expect(chapters(show, ['notes.md'])).toEqual({
      code: 0,
      stdout: ' 0:00  Intro\n 2:30  Middle  <https://soil.example/middle>\n20:00  End\n',
      stderr: '',
    })
  })

  test('of a show is read with the show’s settings, and knows its names', () => {
    const yaml = 'outline: { tails: ["♪$"] }\nfrontmatter: { audio: sound }\n'
    const show = showFolder({
      'episodes/2026-01-05-roots.md': `---\ntitle: Roots\nsound: { url: https://soil.example/a.mp3, duration: 30:00 }\n---\n\n0:00 Intro ♪\n1:00 Next\n45:00 Too late\n`,
    })
    show.write('podcast.yaml', show.read('podcast.yaml') + yaml)
    const { code, stdout, stderr } = chapters(show, ['episodes/2026-01-05-roots.md', '--to', 'json'])
    expect(JSON.parse(stdout)).toEqual({
      version: '1.2.0',
      title: 'Roots',
      podcastName: 'Soil and Seed',
      chapters: [
        { startTime: 0, title: 'Intro' },
        { startTime: 60, title: 'Next' },
      ],
    })
    expect(code).toBe(0)
    expect(stderr).toMatch(/^episodes\/2026-01-05-roots\.md:8:1 warning .*\[outline\/beyond-duration\]/)
  })

  test('that names a local audio file is judged by its length', () => {
    const show = showFolder({
      'episodes/tone.mp3': readFileSync('tests/fixtures/media/tone.mp3'),
      'episodes/a.md': '---\naudio: tone.mp3\n---\n\n- 0:00 Intro\n- 0:01 Next\n- 45:00 Too late\n',
    })
    const { stdout, stderr } = chapters(show, ['episodes/a.md', '--explain'])
    expect(stdout).toMatch(/45:00 Too late\n {4}left out: it starts after the audio’s end\n/)
    expect(stderr).toMatch(/outline\/beyond-duration/)
  })

  test('gives the chapters that the build gives', () => {
    const path = 'episodes/2026-01-05-roots.md'
    const show = showFolder({ [path]: episode({ notes }) })
    expect(show.run('build').code).toBe(0)
    const { stdout } = chapters(show, [path, '--to', 'json'])
    expect(stdout).toBe(show.read('dist/chapters/roots.json'))
  })

  test('gets the first chapter that the show wishes for, in every channel', () => {
    const path = 'episodes/2026-01-05-roots.md'
    const show = showFolder({ [path]: episode({ notes: notes.replace('0:00 Intro', '1:00 Intro') }) })
    show.write('podcast.yaml', `${show.read('podcast.yaml')}outline: { first: Cold open }\n`)
    expect(show.run('build').code).toBe(0)
    const { stdout } = chapters(show, [path, '--to', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({
      chapters: [{ startTime: 0, title: 'Cold open' }, { startTime: 60 }, {}, {}],
    })
    expect(stdout).toBe(show.read('dist/chapters/roots.json'))
    expect(show.read('dist/chapters/roots.vtt')).toContain('00:00:00.000 --> 00:01:00.000\nCold open\n')
    expect(show.read('dist/feed.xml')).toContain('<psc:chapter start="00:00:00.000" title="Cold open"/>')
    expect(show.read('dist/feed.xml')).toContain('\n0:00 Cold open&lt;br&gt;\n1:00 Intro&lt;br&gt;\n')
  })

  test('whose frontmatter lists chapters is listed by it', () => {
    const more = 'chapters:\n  - { start: 1:00, title: Written }\n  - { start: 2:00, title: Again }\n'
    const show = showFolder({ 'a.md': episode({ more, notes }) })
    expect(chapters(show, ['a.md']).stdout).toBe('1:00  Written\n2:00  Again\n')
    expect(chapters(show, ['a.md', '--explain']).stdout).toMatch(
      /frontmatter; it wins over the outline in the notes \(3\)/,
    )
  })

  test('whose frontmatter has chapters of another kind falls back to its outline, with a warning', () => {
    const show = showFolder({ 'a.md': `---\nchapters: [one]\n---\n\n${notes}` })
    const { code, stdout, stderr } = chapters(show, ['a.md'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Intro/)
    expect(stderr).toMatch(/^a\.md:2:12 warning .*\[frontmatter\/wrong-value\]/)
  })

  test('without chapters, or that is not there, is an error', () => {
    const show = showFolder({ 'notes.md': 'All about roots.\n', 'bad.json': '{"chapters": [}', 'a.psc': 'Roots' })
    expect(chapters(show, ['notes.md'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/no chapters/),
    })
    expect(chapters(show, ['nothing.md', '--to', 'json'])).toMatchObject({ code: 1, stdout: '' })
    expect(chapters(show, ['bad.json'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^bad\.json:1:15 error .*json\/not-json/),
    })
    expect(chapters(show, ['a.psc'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^a\.psc:1:1 error .*unknown-format/),
    })
  })
})

describe('conversion', () => {
  test.each(chapterFormats.map(({ id }) => id))('goes from notes to %s and back, through pipes', (id) => {
    const show = showFolder({ 'notes.md': notes })
    const there = chapters(show, ['notes.md', '--to', id])
    expect(there.code).toBe(0)
    const back = chapters(show, ['-'], there.stdout)
    expect(back.code).toBe(0)
    expect(back.stdout.replace(/ {2}<.*>/, '')).toMatch(
      /^ 0:00(?:–\S+)? {2}Intro\n *2:30(?:–\S+)? {2}Middle\n *20:00(?:–\S+)? {2}End\n$/,
    )
    expect(chapters(show, ['-', '--to', id], there.stdout)).toMatchObject({ code: 0, stdout: there.stdout })
  })

  test('says on standard error what the format cannot hold', () => {
    const show = showFolder({ 'notes.md': notes })
    expect(chapters(show, ['notes.md', '--to', 'audacity'])).toEqual({
      code: 0,
      stdout: '0.000000\t0.000000\tIntro\n150.000000\t150.000000\tMiddle\n1200.000000\t1200.000000\tEnd\n',
      stderr: 'Audacity labels cannot hold everything: the link of 1 chapter.\n',
    })
    expect(chapters(show, ['notes.md', '--to', 'json'])).toMatchObject({ stderr: '' })
  })

  test('from a description says what YouTube wants', () => {
    const show = showFolder()
    const input = 'My day.\n\n0:05 One\n0:09 Two\n'
    const { code, stdout, stderr } = chapters(show, ['-', '--from', 'youtube', '--to', 'youtube'], input)
    expect({ code, stdout }).toEqual({ code: 0, stdout: '0:00 Intro\n0:05 One\n0:09 Two\n' })
    expect(stderr).toMatch(/1 chapter added at 0:00/)
    expect(stderr).toMatch(/10 seconds/)
  })

  test('takes Markdown and plain text on standard input', () => {
    const show = showFolder()
    expect(chapters(show, ['-'], notes).stdout).toMatch(/Middle/)
    expect(chapters(show, ['-'], '0:00 a\r\n1:00 b\r\n').stdout).toBe('0:00  a\n1:00  b\n')
    expect(chapters(show, ['-', '--from', 'markdown'], '0:00 *a*\n1:00 b\n').stdout).toBe('0:00  a\n1:00  b\n')
  })
})

test('--explain says of each time what became of it', () => {
  const show = showFolder({ 'notes.md': `${notes}\nWe meet at 9:30 am.\n\n\`\`\`\n0:10 code\n\`\`\`\n` })
  const { code, stdout } = chapters(show, ['notes.md', '--explain'])
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /^The chapters come from the outline in the notes\.\n3:3 {2}- 0:00 Intro\n {4}a chapter at 0:00\n/,
  )
  expect(stdout).toMatch(/\n10:1 {2}0:10 code\n {4}not taken: it stands in a code block\n/)
  expect(chapters(show, ['notes.md', '--explain', '--to', 'youtube']).stdout).toMatch(/^0:00 Intro\n/)
})

describe('--fix', () => {
  const mended = dropped.replace('[02:12](#t=02:12)', '[1:02:12](#t=1:02:12)').replace('[05:03]', '[1:05:03]')

  test('writes the hour that was left out, and nothing else', () => {
    const show = showFolder({ 'notes.md': dropped })
    const { code, stdout } = chapters(show, ['notes.md', '--fix'])
    expect(code).toBe(0)
    expect(stdout).toBe(
      '--- notes.md\n+++ notes.md\n' +
        '@@ -5 +5 @@\n-- **[02:12](#t=02:12)** Later, at 02:12\n+- **[1:02:12](#t=1:02:12)** Later, at 02:12\n' +
        '@@ -6 +6 @@\n-- **[05:03](#t=9)** Last\n+- **[1:05:03](#t=9)** Last\n',
    )
    expect(show.read('notes.md')).toBe(mended)
    expect(chapters(show, ['notes.md', '--fix'])).toMatchObject({ code: 0, stdout: '' })
    expect(show.read('notes.md')).toBe(mended)
  })

  test('with --dry-run writes nothing', () => {
    const show = showFolder({ 'notes.md': dropped })
    expect(chapters(show, ['notes.md', '--fix', '--dry-run']).stdout).toMatch(/\+- \*\*\[1:05:03\]/)
    expect(show.read('notes.md')).toBe(dropped)
  })

  test('leaves frontmatter, byte order mark and line ends as they are', () => {
    const written = `\ufeff---\r\ntitle: At 02:12\r\n---\r\n\r\n${dropped.replaceAll('\n', '\r\n')}`
    const show = showFolder({ 'notes.md': written })
    expect(chapters(show, ['notes.md', '--fix']).code).toBe(0)
    expect(show.read('notes.md')).toBe(`\ufeff---\r\ntitle: At 02:12\r\n---\r\n\r\n${mended.replaceAll('\n', '\r\n')}`)
  })

  test('keeps a link and the permissions of the file', () => {
    const show = showFolder({ 'real/notes.md': dropped })
    symlinkSync('real/notes.md', join(show.dir, 'notes.md'))
    chmodSync(join(show.dir, 'real/notes.md'), 0o600)
    expect(chapters(show, ['notes.md', '--fix']).code).toBe(0)
    expect(lstatSync(join(show.dir, 'notes.md')).isSymbolicLink()).toBe(true)
    expect(statSync(join(show.dir, 'real/notes.md')).mode & 0o777).toBe(0o600)
    expect(show.read('real/notes.md')).toBe(mended)
  })

  test('gives seconds a second digit', () => {
    const { stdout } = chapters(showFolder(), ['-', '--fix'], '- [@0:00] a\n- [@10:3] b\n- [@12:00] c\n')
    expect(stdout).toBe('- [@0:00] a\n- [@10:03] b\n- [@12:00] c\n')
  })

  test('removes frames', () => {
    const frames = '- [00:00:00](#t=00:00) a\n- [24:24:18](#t=24:24:18) b\n- [48:10:03](#t=48:10:03) c\n'
    const { code, stdout, stderr } = chapters(showFolder(), ['-', '--fix'], frames)
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: '- [00:00:00](#t=00:00) a\n- [24:24](#t=24:24) b\n- [48:10](#t=48:10) c\n',
    })
    expect(stderr).toMatch(/^\+- \[24:24\]/m)
  })

  test('does not touch what has no sure mending', () => {
    const show = showFolder({ 'notes.md': '- 0:00 a\n- 5:00 b\n- 3:00 c\n- 6:00 d\n' })
    expect(chapters(show, ['notes.md', '--fix'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/nothing to correct/),
    })
  })

  test('is refused for a chapter file', () => {
    const show = showFolder({ 'a.txt': '00:00:00.000 a\n' })
    expect(chapters(show, ['a.txt', '--fix'])).toMatchObject({ code: 2, stdout: '' })
  })
})

test.each([
  [[], /Which file/],
  [['a.md', 'b.md'], /One file at a time/],
  [['a.md', '--too', 'json'], /Did you mean "--to"/],
  [['a.md', '--to', 'jsn'], /Did you mean "json"/],
  [['a.md', '--to', 'markdown'], /no chapter format/],
  [['a.md', '--from', 'nothing-like-it'], /Take one of: json/],
  [['a.md', '--dry-run'], /goes with --fix/],
  [['a.md', '--fix', '--to', 'json'], /goes with/],
])('%j is wrong usage', (args, words) => {
  const show = showFolder({ 'a.md': notes })
  expect(chapters(show, args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(words) })
})

test('help names every format', () => {
  const { stdout } = showFolder().run('help', 'chapters')
  expect(chapterFormats.filter(({ id }) => !stdout.includes(id))).toEqual([])
})

test('the fixtures of other tools become JSON', () => {
  const show = showFolder()
  for (const name of [
    'podlove.psc',
    'mkvtoolnix.xml',
    'nested.vtt',
    'vorbis.txt',
    'audacity-german.txt',
    'ffmpeg.ffmetadata.txt',
  ]) {
    const { code, stdout } = chapters(show, [join(resolve('tests/fixtures/chapters'), name), '--to', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout).chapters.length).toBeGreaterThan(1)
  }
})

test('reads the chapters that an audio file carries itself', () => {
  const show = showFolder({ 'talk.mp3': readFileSync('tests/fixtures/media/chapters-v23.mp3') })
  const { code, stdout } = show.run('chapters', 'talk.mp3', '--to', 'json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout).chapters.length).toBeGreaterThan(1)
  expect(show.run('chapters', 'talk.mp3', '--explain').stdout).toMatch(/carries the chapters itself/)
})

describe('the source that wins is the one of the build', () => {
  const audio = readFileSync('tests/fixtures/media/chapters-v23.mp3')
  const notes = (more: string, body: string) =>
    `---\ntitle: Talk\ndate: 2026-01-05\naudio: talk.mp3\n${more}---\n\n${body}`
  const outline = '- 0:00 From\n- 0:01 the outline\n'
  const files = { 'talk.mp3': audio, 'talk.txt': '00:00:00.000 From the file\n' }

  test.each([
    [
      'a list',
      notes('chapters: [{ start: 0, title: From the list }]\n', outline),
      /from the frontmatter/,
      'From the list',
    ],
    ['a file', notes('chapters: talk.txt\n', outline), /from the file, which is/, 'From the file'],
    ['the outline', notes('', outline), /from the outline/, 'From'],
    ['the audio', notes('', 'No times.\n'), /carries the chapters itself/, undefined],
  ])('%s', (_source, text, words, title) => {
    const show = showFolder({ ...files, 'talk.md': text })
    expect(show.run('chapters', 'talk.md', '--explain').stdout).toMatch(words)
    const { chapters } = JSON.parse(show.run('chapters', 'talk.md', '--to', 'json').stdout)
    if (title !== undefined) expect(chapters[0].title).toBe(title)
    expect(chapters.length).toBeGreaterThan(0)
  })
})

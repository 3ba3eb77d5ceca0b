import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderEpisodePage, renderFeedNotes, renderIndexPage, renderSkeleton } from '../../src/site/render.ts'
import { compileTemplates } from '../../src/site/templates.ts'
import { anEpisode, aShow, defaultTexts, defaultTheme, summaries, themeWith, withOwn } from './fixture.ts'

/** `code line:column` of everything that is reported about a theme with these files. */
const problemsOf = (own: Readonly<Record<string, string>>): string[] =>
  compileTemplates(withOwn(own)).diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`)

test('the default theme has no problem', () => {
  expect(problemsOf({})).toEqual([])
})

test.each([
  // Syntax, at the place of the mistake
  ['<p>\n  {{episode.title</p>', ['template/syntax 2:13']],
  ['{{#if notes}}\n{{#each episode.chapters}}\n{{/each}}\n', ['template/syntax 1:1']],
  ['{{#if notes}}\n{{/each}}', ['template/syntax 1:4']],
  ['a\r\n{{/if}}', ['template/syntax 2:1']],
  ['{{!-- never closed', ['template/syntax 1:5']],
  ['{{episode..title}} {{}}', ['template/syntax 1:22']],
  ['{{episode/../title}}', ['template/syntax 1:3']],
  ['{{#if notes}}{{else}}{{else}}{{/if}}', ['template/syntax 1:22']],
  // Helpers
  ['{{shout episode.title}}', ['template/unknown-helper 1:1']],
  ['{{log episode.title}}', ['template/unknown-helper 1:1']],
  ['{{#if (gt 1 2)}}x{{/if}}', ['template/unknown-helper 1:7']],
  ['{{notes size=2}}', ['template/unknown-helper 1:1']],
  ['{{#if}}x{{/if}}', ['template/helper-usage 1:1']],
  ['{{#each a b}}x{{/each}}', ['template/helper-usage 1:1', 'template/unknown-name 1:9', 'template/unknown-name 1:11']],
  ['x {{if notes}}', ['template/helper-usage 1:3']],
  ['{{"if"}}', ['template/helper-usage 1:1']],
  ['{{lookup episode}}', ['template/helper-usage 1:1']],
  ['{{#lookup episode "title"}}{{/lookup}}', ['template/helper-usage 1:1']],
  // Partials
  ['\n{{> foter}}', ['template/unknown-partial 2:1']],
  ['{{> (lookup show "title")}}', ['template/not-supported 1:1']],
  ['{{#> head}}x{{/head}}', ['template/not-supported 1:1']],
  ['{{> @partial-block}}', ['template/unknown-partial 1:1']],
  ['{{#*inline "x"}}y{{/inline}}', ['template/not-supported 1:1']],
  ['{{* something}}', ['template/not-supported 1:1']],
  ['{{> head show episode}}', ['template/helper-usage 1:1']],
  // Names that this template never has
  ['{{episode.titel}}', ['template/unknown-name 1:3']],
  ['{{#each episode.chapters}}{{titel}}{{title}}{{/each}}', ['template/unknown-name 1:29']],
  ['{{#each episode.chapters as |chapter|}}{{chapter.strat}}{{/each}}', ['template/unknown-name 1:42']],
  ['{{#with episode}}{{../sohw.title}}{{/with}}', ['template/unknown-name 1:20']],
  ['{{#each episode.persons}}{{@index}} {{@root.notse}}{{/each}}', ['template/unknown-name 1:39']],
  ['{{newest}}', ['template/unknown-name 1:3']],
  ['{{#episode}}{{#nope}}{{/nope}}{{/episode}}', ['template/unknown-name 1:16']],
])('feed-notes.html with %j has the problems %j', (text, problems) => {
  expect(problemsOf({ 'feed-notes.html': text })).toEqual(problems)
})

test.each([
  ['{{{notes}}}{{! a comment }}{{!-- {{#if}} --}}'],
  ['{{#if episode.chapters}}{{#each episode.chapters}}{{clock}} {{@index}}{{else}}none{{/each}}{{else}}no{{/if}}'],
  ['{{#unless notes}}{{else}}{{/unless}}{{^notes}}x{{/notes}}{{#episode}}{{title}}{{/episode}}'],
  ['{{#with episode as |it|}}{{it.title}}{{#if it.date.text}}{{../show.title}}{{/if}}{{/with}}'],
  ['{{#each episode.chapters as |chapter index|}}{{index}} {{chapter.title}}{{/each}}'],
  [`{{#if notes}}${'{{#if notes}}'.repeat(90)}${'{{/if}}'.repeat(90)}{{else}}:-( ${'('.repeat(200)}{{/if}}`],
  [`${'{{#if notes}}{{else if root}}{{else}}{{/if}}'.repeat(200)}{{!-- ${'{{#if'.repeat(200)} --}}`],
  ['{{lookup episode "title"}}{{lookup (lookup episode "media") "url"}}{{#each show.paragraphs}}{{this}}{{/each}}'],
  ['{{~episode.title~}} {{&notes}} {{show.[title]}} {{@root.notes}} {{#if @root.notes}}x{{/if}}'],
])('feed-notes.html may have %j', (text) => {
  expect(problemsOf({ 'feed-notes.html': text })).toEqual([])
})

test('all problems of all templates are reported at once', () => {
  const own = {
    'episode.html': '{{#if}',
    'index.html': '{{> heda}} {{shout 1}}',
    'partials/head.html': '{{page.titel}}',
    'partials/mine.html': '{{/if}}',
    'feed-notes.html': '{{> mine}} {{> mien}}',
    'epsiode.html': 'never used',
  }
  const { value, diagnostics } = compileTemplates(withOwn(own))
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ code, place }) => `${place?.file} ${code}`).sort()).toEqual([
    'templates/episode.html template/syntax',
    'templates/epsiode.html template/unknown-file',
    'templates/feed-notes.html template/unknown-partial',
    'templates/index.html template/unknown-helper',
    'templates/index.html template/unknown-partial',
    'templates/partials/mine.html template/syntax',
  ])
})

test('what was meant is suggested', () => {
  const { diagnostics } = compileTemplates(
    withOwn({ 'epsiode.html': '', 'feed-notes.html': '{{> foter}}{{episode.titel}}' }),
  )
  const hints = Object.fromEntries(diagnostics.map(({ code, hint }) => [code, hint]))
  expect(hints['template/unknown-file']).toContain('`episode.html`')
  expect(hints['template/unknown-partial']).toContain('`footer`')
  expect(hints['template/unknown-name']).toContain('`title`')
})

test.each([
  ['itself', { 'partials/a.html': '{{> a}}' }, ['template/endless-partial 1:1']],
  [
    'another that includes it',
    {
      'partials/a.html': '{{#if show}}\n{{> b}}{{/if}}',
      'partials/b.html': '{{> c/d}}',
      'partials/c/d.html': '{{> a}}',
    },
    ['template/endless-partial 1:1'],
  ],
])('a partial does not include %s', (_name, own, problems) => {
  expect(problemsOf(own)).toEqual(problems)
})

test('a partial may be included often, by several, and in a folder', () => {
  const own = { 'partials/x/name.html': '{{title}}', 'feed-notes.html': '{{> x/name show}}, {{> x/name episode}}' }
  expect(renderFeedNotes(themeWith(own), aShow(), anEpisode())).toBe('Slow Gardens, What soil remembers')
})

test('a name in a partial may belong to one page only', () => {
  expect(problemsOf({ 'partials/header.html': '{{#if episode}}{{episode.title}}{{/if}}' })).toEqual([])
  expect(problemsOf({ 'partials/header.html': '{{episode.titel}}' })).toEqual(['template/unknown-name 1:3'])
})

test.each([
  ['blocks', '{{#if notes}}'.repeat(101) + '{{/if}}'.repeat(101), 'template/syntax 1:1301'],
  ['very many blocks', '{{#if notes}}'.repeat(20_000) + '{{/if}}'.repeat(20_000), 'template/syntax 1:1301'],
  ['alternatives', `{{#if notes}}${'{{else if notes}}'.repeat(20_000)}{{/if}}`, 'template/syntax 1:1697'],
  ['values', `{{#if ${'(lookup '.repeat(20_000)}notes${' 1)'.repeat(20_000)}}}{{/if}}`, 'template/syntax 1:807'],
])('%s are not nested without end', (_name, text, problem) => {
  expect(problemsOf({ 'feed-notes.html': text })).toEqual([problem])
})

test.each([
  '{{constructor}}',
  '{{constructor.constructor}}',
  '{{episode.constructor.name}}',
  '{{__proto__}}{{show.__proto__.toString}}',
  '{{lookup episode "constructor"}}{{lookup (lookup show "toString") "name"}}',
  '{{#with episode}}{{#with constructor}}{{name}}{{/with}}{{/with}}',
  '{{toString}}{{valueOf}}{{hasOwnProperty}}{{episode.chapters.map}}{{notes.big}}',
  '{{helperMissing}}{{blockHelperMissing}}',
  '{{#each episode.notes}}{{.}}{{/each}}{{#constructor}}x{{/constructor}}',
])('a template reads no prototype: %j writes nothing', (text) => {
  expect(renderFeedNotes(themeWith({ 'feed-notes.html': text }), aShow(), anEpisode())).toBe('')
})

test('what an object or a list is, printed, is no secret and no failure', () => {
  const text = '{{episode}} {{episode.chapters}} {{show.paragraphs}}'
  expect(renderFeedNotes(themeWith({ 'feed-notes.html': text }), aShow(), anEpisode())).toContain('[object Object]')
})

test('values are escaped, also in attributes and partials', () => {
  const own = { 'partials/p.html': '<a title="{{episode.title}}">', 'feed-notes.html': '{{> p}}{{episode.title}}' }
  const html = renderFeedNotes(themeWith(own), aShow(), anEpisode({ title: `"><script>'&\`=` }))
  expect(html).toBe(
    '<a title="&quot;&gt;&lt;script&gt;&#x27;&amp;&#x60;&#x3D;">&quot;&gt;&lt;script&gt;&#x27;&amp;&#x60;&#x3D;',
  )
})

test('@index and @root also reach partials', () => {
  const own = {
    'partials/p.html': '{{@index}}{{@root.show.title}} ',
    'feed-notes.html': '{{#each show.feeds}}{{> p}}{{/each}}',
  }
  expect(renderFeedNotes(themeWith(own), aShow(), anEpisode())).toBe('0Slow Gardens 1Slow Gardens 2Slow Gardens')
})

test('the notes in a feed have absolute addresses only', () => {
  const own = { 'feed-notes.html': '{{show.home}} {{episode.url}} {{episode.media.url}} {{root}} {{{notes}}}' }
  expect(renderFeedNotes(themeWith(own), aShow(), anEpisode({ notesHtml: '<h1>As written</h1>' }))).toBe(
    'https://gardens.example/ https://gardens.example/episodes/soil/ https://gardens.example/media/episodes/soil.mp3 https://gardens.example/ <h1>As written</h1>',
  )
})

test('a theme without one of the default files is our own fault', () => {
  const { 'episode.html': _, ...rest } = defaultTexts
  expect(() => compileTemplates(rest)).toThrow('bug: the theme has no episode.html')
})

const pieces = [
  ...[
    '{{#if episode}}',
    '{{else}}',
    '{{/if}}',
    '{{#each episode.chapters}}',
    '{{/each}}',
    '{{#with show}}',
    '{{/with}}',
  ],
  ...[
    '{{#unless x}}',
    '{{/unless}}',
    '{{^episode}}',
    '{{/episode}}',
    '{{#episode}}',
    '{{#each newest as |a b|}}',
    '{{a}}',
  ],
  ...['{{title}}', '{{{notes}}}', '{{../title}}', '{{../../../x}}', '{{@index}}', '{{@root.show.title}}', '{{this}}'],
  ...[
    '{{lookup episode title}}',
    '{{lookup . "x"}}',
    '{{#if (lookup show "feeds")}}',
    '{{> head}}',
    '{{> head episode}}',
  ],
  ...[
    '{{> footer x=1 y=(lookup a b)}}',
    '{{> header null}}',
    '{{if}}',
    '{{#if}}',
    '{{"if"}}',
    '{{@if}}',
    '{{./if}}',
    '{{if.x}}',
  ],
  ...[
    '{{if.x y}}',
    '{{#each}}',
    '{{log 1}}',
    '{{log}}',
    '{{undefined}}',
    '{{null}}',
    '{{true}}',
    '{{12}}',
    '{{#if null}}',
  ],
  ...[
    '{{constructor}}',
    '{{lookup this "constructor"}}',
    '{{{{raw}}}}',
    '{{{{/raw}}}}',
    '{{~',
    '~}}',
    '}}',
    '{{',
    '{{!',
    '--}}',
  ],
  ...[
    '{{* x}}',
    '{{#*inline "a"}}',
    '{{/inline}}',
    '{{> @partial-block}}',
    '{{#> head}}',
    '{{/head}}',
    ' ',
    '\n',
    'text',
    '\\{{x}}',
  ],
]

test('a theme that compiles renders every page without failing', () => {
  let compiled = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 7 }), (parts) => {
      const text = parts.join('')
      const own = { 'episode.html': text, 'index.html': text, 'feed-notes.html': text, 'partials/footer.html': text }
      const { value, diagnostics } = compileTemplates(withOwn(own))
      for (const { place } of diagnostics) expect(place?.file).toMatch(/^templates\//)
      if (value === undefined) return
      compiled++
      expect(renderEpisodePage(value, aShow(), anEpisode())).toBeTypeOf('string')
      expect(renderFeedNotes(value, aShow(), anEpisode())).toBeTypeOf('string')
      expect(renderIndexPage(value, aShow(), summaries(2))).toBeTypeOf('string')
    }),
    { numRuns: 1000, seed: 3 },
  )
  expect(compiled).toBeGreaterThan(100)
})

test('the skeleton is a template as well', () => {
  const own = { 'episode.md': '{{title}} & {{date}} {{slug}}' }
  const skeleton = { title: 'Tom & "Tim"', date: '2026-03-01', slug: 'tom-tim' }
  expect(renderSkeleton(themeWith(own), skeleton)).toBe(String.raw`"Tom & \"Tim\"" & 2026-03-01 tom-tim`)
  expect(renderSkeleton(defaultTheme, skeleton)).toContain('slug: "tom-tim"')
})

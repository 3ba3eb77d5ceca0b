import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Times the outline alone: `node bench/lib/outline.js SHOW` on a corpus that `npm run bench` made. Three passes over all
 * notes, each with and without the outline; the difference is what finding chapters costs.
 */
const [, , show] = process.argv
if (show === undefined) throw new Error('Which folder has the show?')
const { renderMarkdown } = await import(new URL('../../lib/text/markdown.js', import.meta.url).href)
const { parseOutline } = await import(new URL('../../lib/chapters/outline.js', import.meta.url).href)

const folder = join(show, 'episodes')
const notes = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  return text.slice(text.indexOf('\n---\n', 4) + 5)
})

function time(work: (text: string) => number): { ms: number; sum: number } {
  const started = performance.now()
  const sum = notes.reduce((total, text) => total + work(text), 0)
  return { ms: performance.now() - started, sum }
}

const options = { labels: [], tails: [], placeAt: (offset: number) => ({ file: '', line: 1, column: 1, offset }) }
for (let pass = 1; pass <= 3; pass++) {
  const plain = time((text) => renderMarkdown(text).length)
  let chapters = 0
  const outlined = time((text) => {
    const visit = (root: unknown): void => {
      chapters += parseOutline(root, text, options).chapters.length
    }
    return renderMarkdown(text, visit).length
  })
  const cost = ((outlined.ms - plain.ms) * 1000) / notes.length
  console.log(
    `pass ${pass}: Markdown ${plain.ms.toFixed(0)} ms, with the outline ${outlined.ms.toFixed(0)} ms: ${cost.toFixed(0)} µs for each of ${notes.length} notes, ${chapters} chapters`,
  )
}

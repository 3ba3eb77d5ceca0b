/**
 * `npm run bench [-- --sizes 100,1000 --runs 3 --only castwright,floor,hugo --dir FOLDER]`
 *
 * Times whole builds, in turn, and prints a Markdown table. Absolute times say something about the machine;
 * the ratios to the floor and to Hugo say something about castwright.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Contender, castwrightCli, contendersOf, type Tool, tools } from './contenders.ts'
import { writeCorpus } from './corpus.ts'
import { hugoVersion } from './hugo.ts'
import { hasTimer, type Measure, measure } from './measure.ts'

interface Result {
  readonly contender: Contender
  readonly runs: readonly Measure[]
  readonly output: ReturnType<typeof readOutput>
}

const say = (text: string): void => console.error(text)
const occurrences = (text: string, part: string): number => text.split(part).length - 1

/** What a build wrote: the counts that make builds comparable, and sizes in bytes. */
function readOutput(folder: string) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => statSync(path).isFile())
  const chapters = paths.filter((path) => path.includes('chapters') && path.endsWith('.json'))
  const starts = chapters.reduce((sum, path) => sum + occurrences(readFileSync(path, 'utf8'), '"startTime"'), 0)
  const pages = paths.filter((path) => /\/episodes\/[^/]+\/index\.html$/.test(path))
  const feed = readFileSync(join(folder, 'feed.xml'))
  const items = occurrences(feed.toString(), '<item>')
  return {
    counts: `${items} items, ${pages.length} pages, ${chapters.length} chapters files with ${starts} chapters`,
    feedSize: feed.length,
    size: paths.reduce((sum, path) => sum + statSync(path).size, 0),
  }
}

/** Each round runs everyone once, so that a slow minute of the machine meets all. Who fails is left out, aloud. */
function runInTurn(contenders: readonly Contender[], rounds: number, root: string): Result[] {
  const runs = new Map<Contender, Measure[]>(contenders.map((contender) => [contender, []]))
  const results: Result[] = []
  for (let round = 1; round <= rounds; round++) {
    for (const [contender, measures] of runs) {
      try {
        contender.prepare(round)
        const run = measure(contender.command, join(root, 'time.txt'))
        say(`  ${round}/${rounds} ${contender.name}: ${run.wall.toFixed(2)} s`)
        measures.push(run)
        if (round === rounds) results.push({ contender, runs: measures, output: readOutput(contender.out) })
      } catch (error) {
        say(`  ${contender.name} is left out: ${(error as Error).message}`)
        process.exitCode = 1
        runs.delete(contender)
      }
    }
  }
  return results
}

function median(values: readonly (number | undefined)[]): number {
  const sorted = values.map((value) => value ?? Number.NaN).sort((a, b) => a - b)
  const at = (position: number): number => sorted[Math.floor(position)] ?? Number.NaN
  return (at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2
}

const wallOf = (result: Result): number => median(result.runs.map((run) => run.wall))
const print = (value: number, unit = '', decimals = 2): string =>
  Number.isFinite(value) && value > 0 ? `${value.toFixed(decimals)}${unit}` : '–'
const megabytes = (bytes: number): string => print(bytes / 1e6, ' MB', bytes < 1e7 ? 1 : 0)

const tableHead = `| episodes | build | wall | from – to | CPU | peak | ÷ floor | ÷ Hugo | feed | all output |
|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|`

function tableRows(count: number, results: readonly Result[]): string[] {
  const fastest = (tool: Tool): number =>
    Math.min(...results.filter((result) => result.contender.tool === tool).map(wallOf))
  return results.map((result) => {
    const { contender, runs, output } = result
    const walls = runs.map((run) => run.wall)
    const cells = [
      count.toLocaleString('en'),
      contender.name,
      print(wallOf(result), ' s'),
      `${print(Math.min(...walls))} – ${print(Math.max(...walls))}`,
      print(median(runs.map((run) => run.cpu)), ' s'),
      megabytes(median(runs.map((run) => run.peak))),
      print(wallOf(result) / fastest('floor')),
      print(wallOf(result) / fastest('hugo')),
      megabytes(output.feedSize),
      megabytes(output.size),
    ]
    return `| ${cells.join(' | ')} |`
  })
}

/** Ratios mean something only if all wrote the same things: says whether they did. */
function compareOutputs(count: number, results: readonly Result[]): string[] {
  const counts = new Set(results.map((result) => result.output.counts))
  if (counts.size === 1) return [`- ${count} episodes, comparable: everyone wrote ${[...counts].join()}.`]
  const each = results.map(({ contender, output }) => `  - ${contender.name}: ${output.counts}`)
  return [`- ${count} episodes, **not comparable**:`, ...each]
}

/** A RAM disk with room for 10,000 episodes where there is one: on a disk, a run can take three times as long as the last. */
function defaultFolder(): string {
  const { bavail, bsize } = existsSync('/dev/shm') ? statfsSync('/dev/shm') : { bavail: 0, bsize: 0 }
  return join(bavail * bsize > 2e9 ? '/dev/shm' : tmpdir(), 'castwright-bench')
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: tools.join() },
    dir: { type: 'string', default: defaultFolder() },
  },
})
const sizes = values.sizes.split(',').map(Number)
const rounds = Number(values.runs)
if (![...sizes, rounds].every((value) => Number.isInteger(value) && value > 0)) {
  throw new Error('--sizes and --runs take whole numbers of 1 or more')
}
const load = loadavg()[0]?.toFixed(1)
const root = resolve(values.dir)
mkdirSync(root, { recursive: true })

const hugo = hugoVersion()
const absent: Partial<Record<Tool, string>> = {
  ...(existsSync(castwrightCli) ? {} : { castwright: `castwright is not compiled: ${castwrightCli} is missing` }),
  ...(hugo === undefined ? { hugo: 'Hugo is not installed: its times and the ratios to it are missing' } : {}),
}
const wanted = tools.filter((tool) => values.only.split(',').includes(tool))
for (const tool of wanted) if (absent[tool] !== undefined) say(absent[tool])
if (!hasTimer) say('/usr/bin/time is not installed: CPU time and peak memory are missing')

const rows: string[] = []
const comparisons: string[] = []
for (const count of sizes) {
  say(`${count} episodes`)
  const all = contendersOf(writeCorpus(root, count), count, root)
  const contenders = all.filter(({ tool }) => wanted.includes(tool) && absent[tool] === undefined)
  const results = runInTurn(contenders, rounds, root)
  rows.push(...tableRows(count, results))
  comparisons.push(...compareOutputs(count, results))
  for (const { out } of contenders) rmSync(out, { recursive: true, force: true })
}

console.log(`Medians of ${rounds} runs in turn; Node ${process.version}; ${hugo ?? 'no Hugo'}; ${process.platform},
${availableParallelism()} CPUs, load ${load} before; in ${root}. "÷ floor" is to the fastest floor.

${tableHead}
${rows.join('\n')}

${comparisons.join('\n')}`)

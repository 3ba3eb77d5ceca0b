/** Who is timed, on which show, and what happens before each run. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeEpisode, makeShow } from './corpus.ts'
import { writeHugoSite } from './hugo.ts'

export const tools = ['castwright', 'floor', 'hugo'] as const
export type Tool = (typeof tools)[number]

export interface Contender {
  readonly tool: Tool
  readonly name: string
  readonly command: readonly string[]
  /** The folder that it writes. */
  readonly out: string
  /** Makes the run what its name says. Not timed. */
  readonly prepare: (round: number) => void
}

// From bench/lib, where this file is compiled to.
export const castwrightCli = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))
const floorProgram = fileURLToPath(new URL('floor.js', import.meta.url))

const remove = (path: string): void => rmSync(path, { recursive: true, force: true })

/** In the order in which they run: a rebuild comes after the build that it builds on. */
export function contendersOf(show: string, count: number, root: string): Contender[] {
  const edit = (addition: string): void => {
    const { file, text } = makeEpisode(Math.floor(count / 2))
    writeFileSync(join(show, file), text + addition)
  }
  const outOf = (tool: Tool): string => join(root, `out-${tool}`)
  /** A cold build finds no output of its own. */
  const cold = (tool: Tool, prepare: () => void) => (): void => {
    remove(outOf(tool))
    prepare()
  }
  /** Leaves of the show what a podcaster wrote, whatever earlier builds have put beside it. */
  const afresh = (allOutputs: boolean): (() => void) =>
    cold('castwright', () => {
      for (const name of readdirSync(show)) if (name !== 'episodes') remove(join(show, name))
      writeFileSync(join(show, 'podcast.yaml'), makeShow(allOutputs))
      edit('')
    })
  const castwright = (name: string, prepare: Contender['prepare']): Contender => {
    const out = outOf('castwright')
    const command = [process.execPath, castwrightCli, 'build', show, '--out', out, '--quiet']
    return { tool: 'castwright', name: `castwright, ${name}`, command, out, prepare }
  }
  const floor = (name: string, threads: number, keys = 'lines'): Contender => {
    const out = outOf('floor')
    const command = [process.execPath, floorProgram, show, out, String(threads), keys]
    return { tool: 'floor', name: `floor, ${name}`, command, out, prepare: cold('floor', () => undefined) }
  }
  const hugo = (): Contender => {
    const site = join(root, 'hugo-site')
    const out = outOf('hugo')
    const command = ['hugo', '--source', site, '--destination', out, '--quiet']
    return { tool: 'hugo', name: 'Hugo', command, out, prepare: cold('hugo', () => writeHugoSite(site, show)) }
  }
  return [
    castwright('cold', afresh(false)),
    castwright('one episode changed', (round) => edit(`\nThis sentence came in round ${round}.\n`)),
    castwright('nothing changed', () => undefined),
    floor('2 threads', 2),
    floor('1 thread', 1),
    floor('2 threads, with a YAML parser', 2, 'yaml'),
    hugo(),
    castwright('cold, with Atom and JSON Feed', afresh(true)),
  ]
}

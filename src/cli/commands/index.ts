import type { World } from '../world.ts'
import { buildHelp } from './build-help.ts'
import { chaptersHelp } from './chapters-help.ts'
import { checkHelp } from './check-help.ts'
import { explainHelp } from './explain-help.ts'
import { newHelp } from './new-help.ts'
import { probeHelp } from './probe-help.ts'
import { transcriptHelp } from './transcript-help.ts'

/** One command of the program: known by name at once, its code loaded when it is asked for. */
export interface Command {
  readonly name: string
  readonly summary: string
  readonly help: string
  readonly load: () => Promise<{ execute: (args: readonly string[], world: World) => Promise<number> }>
}

export const commands: readonly Command[] = [
  { name: 'build', summary: 'Build the show in a folder', help: buildHelp, load: () => import('./build.ts') },
  {
    name: 'chapters',
    summary: 'Show, convert and correct the chapters of a file',
    help: chaptersHelp,
    load: () => import('./chapters.ts'),
  },
  {
    name: 'check',
    summary: 'Check a show, or anyone’s feed, against every platform’s rules',
    help: checkHelp,
    load: () => import('./check.ts'),
  },
  {
    name: 'explain',
    summary: 'Tell what a rule means, and how to mend it',
    help: explainHelp,
    load: () => import('./explain.ts'),
  },
  { name: 'new', summary: 'Start a new episode from the template', help: newHelp, load: () => import('./new.ts') },
  {
    name: 'probe',
    summary: 'Find out size, type and playing time of audio on servers',
    help: probeHelp,
    load: () => import('./probe.ts'),
  },
  {
    name: 'transcript',
    summary: 'Check a transcript, and convert it',
    help: transcriptHelp,
    load: () => import('./transcript.ts'),
  },
]

import { spawn, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { type EpisodeParts, episode, type Run, showYaml } from './show-folder.ts'

const program = resolve('lib/cli/main.js')
const usualEnv = { PATH: process.env.PATH, TZ: process.env.TZ, SOURCE_DATE_EPOCH: '1800000000' }

interface How {
  /** Where the command is run. Default: the repository. */
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Standard input. */
  readonly input?: string | Uint8Array
}

export function run(args: readonly string[], { cwd, env = {}, input }: How = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...usualEnv, ...env },
  })
  return { code: status, stdout, stderr }
}

/** Runs beside the test, so that a server of the test can answer. */
export function runBeside(args: readonly string[], { cwd, env = {} }: How = {}): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...usualEnv, ...env } })
    const said = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text
      })
    child.on('error', fail)
    child.on('close', (code) => done({ code, ...said }))
  })
}

/** What `--format json` says. */
export interface Told {
  readonly checked: string
  readonly title?: string
  readonly items: number
  readonly diagnostics: readonly ToldDiagnostic[]
}

export interface ToldDiagnostic {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly hint?: string
  readonly related?: readonly { readonly file: string; readonly line: number }[]
}

export const told = ({ stdout }: Run): Told => JSON.parse(stdout) as Told

/** A line for each finding: `podcast.yaml:6:8 error image-url`. */
export const findings = (run: Run): string[] =>
  told(run).diagnostics.map(({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`)

/** A show of which no rule has anything to say. What is added to it stands in line 10. */
export const flawless = `${showYaml.replace(/^owner:.*\n/m, '')}locked: false
`

/** An episode of which no rule has anything to say. What is added to its frontmatter stands in line 9. */
export const root = ({ more = '', ...parts }: EpisodeParts = {}): string =>
  episode({ ...parts, more: `image: https://soil.example/roots.jpg\n${more}` })

/** A feed of which no rule has anything to say, and where everything lies that it points at. */
export const flawlessFeed = (base = 'https://soil.example'): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <atom:link rel="self" type="application/rss+xml" href="${base}/feed.xml"/>
    <title>Soil and Seed</title>
    <link>https://soil.example/</link>
    <description>How things grow, told slowly.</description>
    <language>en</language>
    <itunes:image href="${base}/artwork.png"/>
    <itunes:category text="Science"/>
    <itunes:explicit>false</itunes:explicit>
    <itunes:author>The Soil and Seed team</itunes:author>
    <podcast:locked>no</podcast:locked>
    <podcast:guid>0e3a7a9a-2ef5-5a26-8f6b-4fd7f1b6a0c5</podcast:guid>
    <item>
      <title>Roots</title>
      <link>https://soil.example/roots/</link>
      <description>All about roots.</description>
      <guid isPermaLink="false">soil-and-seed-roots</guid>
      <pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate>
      <enclosure url="${base}/roots.mp3" length="8798" type="audio/mpeg"/>
      <itunes:duration>1</itunes:duration>
      <itunes:explicit>false</itunes:explicit>
      <itunes:image href="${base}/roots.png"/>
      <podcast:transcript url="${base}/roots.vtt" type="text/vtt"/>
      <podcast:chapters url="${base}/roots.json" type="application/json+chapters"/>
    </item>
  </channel>
</rss>
`

/** A PNG of one colour. */
export function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // 8 bits for each of red, green and blue.
  head.set([8, 2], 8)
  const rows = Buffer.alloc((1 + 3 * width) * height)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, pngChunk('IHDR', head), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND')])
}

function pngChunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

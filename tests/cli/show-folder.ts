import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const program = resolve('lib/cli/main.js')

/** A show's folder in a place of its own, as a user would have it. */
export interface ShowFolder {
  readonly dir: string
  readonly write: (path: string, content: string | Uint8Array) => void
  readonly remove: (path: string) => void
  readonly read: (path: string) => string
  readonly exists: (path: string) => boolean
  /** Runs the command in the folder. */
  readonly run: (...args: string[]) => Run
  /** The files of a folder with their contents, without castwright's own memory; paths relative to it. */
  readonly files: (folder: string) => Record<string, string>
}

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export const showYaml = `title: Soil and Seed
description: How things grow, told slowly.
language: en
baseUrl: https://soil.example/
author: The Soil and Seed team
owner: { name: Soil and Seed, email: hello@soil.example }
image: https://soil.example/artwork.jpg
categories: Science > Earth Sciences
explicit: false
`

export interface EpisodeParts {
  readonly title?: string
  readonly date?: string
  readonly audio?: string
  readonly more?: string
  readonly notes?: string
}

/** An episode with remote audio, as small as it may be. */
export const episode = ({
  title = 'Roots',
  date = '2026-01-05',
  audio,
  more = '',
  notes = 'All about roots.\n',
}: EpisodeParts) => `---
title: ${title}
date: ${date}
audio:
  url: ${audio ?? `https://soil.example/audio/${title.toLowerCase().replaceAll(' ', '-')}.mp3`}
  length: 1234567
  duration: 30:00
${more}---

${notes}`

/** Makes a show's folder that vanishes after the test. `files` come on top of a podcast.yaml that is in order. */
export function showFolder(files: Record<string, string | Uint8Array> = {}, env: NodeJS.ProcessEnv = {}): ShowFolder {
  const dir = mkdtempSync(join(tmpdir(), 'castwright-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), content)
  }
  for (const [path, content] of Object.entries({ 'podcast.yaml': showYaml, ...files })) write(path, content)
  return {
    dir,
    write,
    remove: (path) => rmSync(join(dir, path), { recursive: true }),
    read: (path) => readFileSync(join(dir, path), 'utf8'),
    exists: (path) => statSync(join(dir, path), { throwIfNoEntry: false }) !== undefined,
    run: (...args) => runIn(dir, args, env),
    files: (folder) => filesOf(join(dir, folder)),
  }
}

function runIn(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ: process.env.TZ, SOURCE_DATE_EPOCH: '1800000000', ...env },
  })
  return { code: status, stdout, stderr }
}

function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.castwright'))
    .sort()
  return Object.fromEntries(entries.map((path) => [path, readFileSync(join(folder, path), 'latin1')]))
}

export const copyFolder = (from: string, to: string): void => cpSync(from, to, { recursive: true })

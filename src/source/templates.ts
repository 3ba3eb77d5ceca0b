import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A template as it was read: its text, and its file for diagnostics. */
export interface TemplateFile {
  readonly text: string
  readonly file: string
}

/** The kinds of file that a theme consists of. */
const themeFile = /^[^.].*\.(?:html|css|js|md)$/

/**
 * Reads a theme: the default files, each replaced by the show's file of the same name, and the show's further partials.
 * Names are relative to the folder, with `/`.
 */
export function readTemplates(defaultDir: string, showDir: string): Record<string, TemplateFile> {
  const own = join(showDir, 'templates')
  return { ...readFolder(defaultDir, 'templates'), ...readFolder(own, 'templates') }
}

function readFolder(folder: string, label: string): Record<string, TemplateFile> {
  const files: Record<string, TemplateFile> = {}
  const root = tryRealPath(folder)
  if (root === undefined) return files
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!themeFile.test(entry.name) || entry.isDirectory()) continue
    const real = tryRealPath(path)
    if (real === undefined || !real.startsWith(root + sep)) continue
    const name = path.slice(root.length + 1).replaceAll(sep, '/')
    files[name] = { text: readFileSync(real, 'utf8'), file: `${label}/${name}` }
  }
  return files
}

function tryRealPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { lookAt } from './stamp.ts'
import { isSystemError } from './system-error.ts'

/** The folder in the output that holds what castwright remembers about it. */
export const memoryFolder = '.castwright'

// An empty part, `.` or `..`; NUL; a backslash; a drive letter; our own folder, also as Windows and macOS spell it.
const notInside = /(?:^|\/)\.{0,2}(?:\/|$)|\0|\\|^[a-z]:|^\.castwright[. ]*(?:\/|$)/i

/** Whether `path`, taken as text, names a file below the output folder: relative, with `/`, not our own memory. */
export const isOutputPath = (path: string): boolean => !notInside.test(path)

const contains = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
}

/**
 * The absolute path of an output, or undefined if it would leave the output folder,
 * as text or through a symbolic link that stands in the folder now.
 * `root` is absolute and may itself be reached through a link, or not exist yet.
 */
export function insideOutput(root: string, path: string): string | undefined {
  if (!isOutputPath(path)) return undefined
  const target = join(root, path)
  for (let at = target; at !== root && at !== dirname(at); at = dirname(at)) {
    if (lookAt(at).kind === 'absent') continue
    const real = realPath(at)
    const realRoot = realPath(root)
    return real !== undefined && realRoot !== undefined && contains(realRoot, real) ? target : undefined
  }
  return target
}

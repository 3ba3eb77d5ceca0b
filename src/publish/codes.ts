import { type Catalogue, type Diagnostic, reporter } from '../model/diagnostic.ts'
import { reasonOf, type SystemError } from './system-error.ts'

interface AtPath {
  /** Relative to the output folder, or absolute where the folder itself is meant. */
  readonly path: string
}

/** What can go wrong while the output folder is written. Codes are permanent. */
export const codes = {
  'publish/cannot-write': {
    severity: 'error',
    message: (f: AtPath & { reason: string }) => `Cannot write ${f.path}: ${f.reason}.`,
    hint: 'Check that the disk has room and that you may write in the output folder, then build again.',
  },
  'publish/cannot-remove': {
    severity: 'warning',
    message: (f: AtPath & { reason: string }) => `Cannot remove ${f.path}, which is no longer needed: ${f.reason}.`,
    hint: 'The next build tries again. You may also delete it yourself.',
  },
  'publish/locked': {
    severity: 'error',
    message: (f: AtPath & { holder: string }) => `Another build is writing into ${f.path}: ${f.holder}.`,
    hint: 'Wait until it has finished, or stop it. If it no longer runs, delete the folder .castwright/lock there.',
  },
  'publish/not-ours': {
    severity: 'error',
    message: (f: AtPath) => `${f.path} is already in the output folder, and castwright did not write it.`,
    hint: 'Move it elsewhere, or choose another output folder with --out.',
  },
  'publish/in-the-way': {
    severity: 'error',
    message: (f: AtPath & { needed: 'file' | 'folder' }) =>
      f.needed === 'folder'
        ? `${f.path} is not a folder, but one is needed there.`
        : `${f.path} is not a plain file, but one is to be written there.`,
    hint: 'Move it elsewhere, or choose another output folder with --out.',
  },
  'publish/symlink': {
    severity: 'error',
    message: (f: AtPath) => `${f.path} is a symbolic link; castwright does not write through links.`,
    hint: 'Remove the link, or choose another output folder with --out.',
  },
  'publish/same-path': {
    severity: 'error',
    message: (f: AtPath & { other: string }) =>
      f.path === f.other
        ? `Two documents would be written to ${f.path}.`
        : `${f.path} and ${f.other} cannot both be written: on many computers and servers they collide.`,
    hint: 'Give one of the two episodes or files another name. Capital and small letters count as equal.',
  },
  'publish/outside': {
    severity: 'error',
    message: (f: AtPath) => `${JSON.stringify(f.path)} is not a path inside the output folder.`,
    hint: 'Rename the episode or the file: no "..", no backslash, and not .castwright.',
  },
  'publish/changed-by-hand': {
    severity: 'warning',
    message: (f: AtPath) =>
      `${f.path} is no longer needed, but it was changed after the build that wrote it; it stays.`,
    hint: 'Delete it yourself if you do not need it.',
  },
  'publish/manifest-missing': {
    severity: 'info',
    message: (f: AtPath) => `${f.path} holds files, but no list of what castwright wrote there.`,
    hint: 'Files that castwright would write with other contents will be reported. Nothing old is removed.',
  },
  'publish/manifest-broken': {
    severity: 'info',
    message: (f: AtPath) => `${f.path}, the list of what castwright wrote, cannot be read; it starts anew.`,
    hint: 'If files are now reported as not written by castwright, empty the output folder and build again.',
  },
} as const satisfies Catalogue

export const report = reporter(codes)

/** The system refused to write, such as on a full disk. @param path the folder or file that was to be written */
export const cannotWrite = (path: string, error: SystemError): Diagnostic =>
  report('publish/cannot-write', { path, reason: reasonOf(error) })

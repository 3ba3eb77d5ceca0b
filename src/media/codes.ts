import type { Catalogue } from '../model/diagnostic.ts'

/** What can be wrong with the audio and image files that a show names. */
export const codes = {
  'media/not-found': {
    severity: 'error',
    message: (facts: { reference: string; near: string | undefined }) => `There is no file "${facts.reference}".`,
    hint: (facts: { reference: string; near: string | undefined }) =>
      facts.near === undefined
        ? 'Write its path as seen from this file or from the show’s folder, with the same capital letters.'
        : `Did you mean "${facts.near}"?`,
  },
  'media/outside-show': {
    severity: 'error',
    message: (facts: { reference: string; near: string | undefined }) =>
      `"${facts.reference}" leads out of the show’s folder, and only files inside it are published.`,
    hint: (facts: { reference: string; near: string | undefined }) =>
      facts.near === undefined
        ? 'Copy the file into the show’s folder and write its path as seen from this file.'
        : `Paths start from this file or from the show’s folder: write "${facts.near}".`,
  },
  'media/not-a-file': {
    severity: 'error',
    message: (facts: { reference: string }) => `"${facts.reference}" is a folder or a device, not a file.`,
    hint: 'Add the name of the file.',
  },
  'media/empty-file': {
    severity: 'error',
    message: (facts: { reference: string }) => `"${facts.reference}" is empty (0 bytes).`,
    hint: 'Export or copy the file again; the last time was perhaps interrupted.',
  },
  'media/unreadable-audio': {
    severity: 'error',
    message: (facts: { file: string; why: string }) => `${facts.file} can’t be played: ${facts.why}.`,
    hint: 'Listen to it, and export it again as MP3 or M4A (AAC).',
  },
  'media/wrong-extension': {
    severity: 'warning',
    message: (facts: { file: string; format: string; extension: string }) =>
      `${facts.file} is named as if it were something else: it is ${facts.format}.`,
    hint: (facts: { file: string; format: string; extension: string }) =>
      `Let its name end in .${facts.extension}: apps go by the end of the name.`,
  },
  'media/not-apple-audio': {
    severity: 'warning',
    message: (facts: { file: string; format: string }) =>
      `${facts.file} is ${facts.format}, which Apple Podcasts and some other apps do not play.`,
    hint: 'Export it as MP3 or M4A (AAC).',
  },
  'media/cut-off': {
    severity: 'warning',
    message: (facts: { file: string; percent: number }) =>
      `${facts.file} is cut off: only ${facts.percent} % of what it says to hold is there.`,
    hint: 'Copy or export it again; the last time was perhaps interrupted.',
  },
  'media/damaged-tags': {
    severity: 'warning',
    message: (facts: { file: string }) => `The tags of ${facts.file} are damaged; chapters inside it may be missing.`,
    hint: 'Save them again with a tag editor, or export the file again.',
  },
  'media/tags-kept': {
    severity: 'warning',
    message: (facts: { file: string; why: string }) =>
      `${facts.file} is published with the tags that it has, without new chapters: ${facts.why}.`,
    hint: 'Save its tags again with a tag editor, in ID3 version 2.3.',
  },
  'media/not-taggable': {
    severity: 'warning',
    message: (facts: { file: string; format: string }) =>
      `${facts.file} is ${facts.format}, and chapters are written into MP3 only; it is published as it is.`,
    hint: 'Apps still find the chapters in the feed. Export it as MP3 to have them inside, too.',
  },
  'media/unreadable-image': {
    severity: 'error',
    message: (facts: { file: string; why: string }) => `${facts.file} can’t be shown: ${facts.why}.`,
    hint: 'Open it in an image editor, and export it again as JPEG or PNG.',
  },
  // The artwork codes are errors on the show’s artwork, and warnings on an episode’s: see checkArtwork.
  'media/artwork-format': {
    severity: 'error',
    message: (facts: { file: string; type: string }) => `${facts.file} is ${facts.type}; artwork is JPEG or PNG.`,
    hint: 'Export it as JPEG or PNG.',
  },
  'media/artwork-extension': {
    severity: 'error',
    message: (facts: { file: string; extension: string }) =>
      `The name of ${facts.file} does not end in .${facts.extension}, which is what it is.`,
    hint: (facts: { file: string; extension: string }) =>
      `Let its name end in .${facts.extension}: Apple goes by the end of the name.`,
  },
  'media/artwork-not-square': {
    severity: 'error',
    message: (facts: { file: string; width: number; height: number }) =>
      `${facts.file} is ${facts.width} × ${facts.height} pixels; artwork is square.`,
    hint: 'Crop it to a square, best of 3000 × 3000 pixels.',
  },
  'media/artwork-size': {
    severity: 'error',
    message: (facts: { file: string; width: number; height: number }) =>
      `${facts.file} is ${facts.width} × ${facts.height} pixels; artwork has 1400 to 3000 on each side.`,
    hint: 'Export it in 3000 × 3000 pixels.',
  },
  'media/artwork-colours': {
    severity: 'warning',
    message: (facts: { file: string; colours: 'transparent' | 'cmyk' }) =>
      facts.colours === 'cmyk'
        ? `${facts.file} has the colours of print (CMYK); screens may show others.`
        : `${facts.file} can be transparent (it has an alpha channel); apps may show black or white there.`,
    hint: 'Export it in RGB colours, without transparency.',
  },
  'media/artwork-grey': {
    severity: 'info',
    message: (facts: { file: string }) => `${facts.file} is in shades of grey; Apple asks for RGB colours.`,
    hint: 'If it is meant to be grey, export it in RGB all the same.',
  },
  'media/artwork-bytes': {
    severity: 'info',
    message: (facts: { file: string; bytes: number }) =>
      `${facts.file} has ${Math.round(facts.bytes / 1024)} KB; apps load it sooner with less than 512 KB.`,
    hint: 'Export it as JPEG with a quality of 80 to 85.',
  },
  'media/artwork-pixels': {
    severity: 'error',
    message: (facts: { file: string; width: number; height: number }) =>
      `${facts.file} is ${facts.width} × ${facts.height} pixels, too many to be unpacked.`,
    hint: 'Export it in 3000 × 3000 pixels.',
  },
  'media/no-picture-engine': {
    severity: 'warning',
    message: (facts: { why: string }) => `Pictures can’t be made smaller on this machine: ${facts.why}.`,
    hint: 'Install castwright again with its optional dependencies; pictures are published as they are.',
  },
} as const satisfies Catalogue

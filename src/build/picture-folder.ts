import { join } from 'node:path'
import { memoryOf, type OutputFolder } from '../publish/output.ts'

/** Where pictures that were made of artwork are kept between builds. */
export const picturesOf = (folder: OutputFolder): string => join(memoryOf(folder), 'pictures')

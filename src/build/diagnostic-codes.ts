import { codes as chapterCodes } from '../chapters/codes.ts'
import { formatCodes as chapterFileCodes } from '../chapters/format-codes.ts'
import { codes as checkCodes } from '../check/codes.ts'
import { codes as episodeCodes } from '../episode/codes.ts'
import { codes as mediaCodes } from '../media/codes.ts'
import { probeCodes } from '../media/probe-codes.ts'
import type { Catalogue } from '../model/diagnostic.ts'
import { codes as publishCodes } from '../publish/codes.ts'
import { codes as siteCodes } from '../site/codes.ts'
import { codes as sourceCodes } from '../source/codes.ts'
import { errorCodes as transcriptErrors, noteCodes as transcriptNotes } from '../transcript/codes.ts'
import { codes as buildCodes } from './codes.ts'

/** Everything that any room may report, by its code. */
export const diagnosticCodes: Catalogue = {
  ...sourceCodes,
  ...chapterCodes,
  ...chapterFileCodes,
  ...mediaCodes,
  ...probeCodes,
  ...episodeCodes,
  ...transcriptErrors,
  ...transcriptNotes,
  ...siteCodes,
  ...publishCodes,
  ...buildCodes,
  ...checkCodes,
}

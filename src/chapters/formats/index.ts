import type { ChapterFormat } from '../../model/chapter-format.ts'
import { audacity } from './audacity.ts'
import { ffmetadata } from './ffmetadata.ts'
import { json } from './json.ts'
import { matroska } from './matroska.ts'
import { mp4chaps } from './mp4chaps.ts'
import { ogm } from './ogm.ts'
import { psc } from './psc.ts'
import { webvtt } from './webvtt.ts'
import { youtube } from './youtube.ts'

/** Every chapter format, in the order in which users see them. A new one is a file and a line here. */
export const chapterFormats: readonly ChapterFormat[] = [
  json,
  psc,
  webvtt,
  youtube,
  mp4chaps,
  audacity,
  ffmetadata,
  ogm,
  matroska,
]

import type { Catalogue } from '../model/diagnostic.ts'

/** What is told of a line that cannot be read. */
export interface LineFacts {
  readonly line: string
}
const badLine = (wanted: string) =>
  ({
    severity: 'error',
    message: ({ line }: LineFacts) => `“${line}” is no line of this format.`,
    hint: `Write ${wanted}.`,
  }) as const

/** What reading a chapter document can report. */
export const formatCodes = {
  'chapters/unknown-format': {
    severity: 'error',
    message: (f: { known: string }) => `This is no chapter document that castwright knows: ${f.known}.`,
    hint: 'If it is one of these, say which: --from FORMAT. Show notes are --from markdown.',
  },
  'chapters/none': {
    severity: 'error',
    message: 'There are no chapters in this file.',
    hint: 'Write at least one chapter, with its start and its title.',
  },
  'chapters/no-title': {
    severity: 'warning',
    message: (f: { title: string }) => `A chapter has no title; it is called “${f.title}”.`,
    hint: 'Give it a title.',
  },
  'chapters/not-a-web-address': {
    severity: 'warning',
    message: (f: { value: string }) => `“${f.value}” is no web address; it was left out.`,
    hint: 'Write the whole address, from https:// on.',
  },
  'chapters/many-problems': {
    severity: 'error',
    message: (f: { count: number }) => `More than ${f.count} mistakes: the rest of the file was not read.`,
    hint: 'Perhaps the file is in another format.',
  },
  'json/not-json': {
    severity: 'error',
    message: 'Here the file stops being JSON.',
    hint: 'Look for a comma, a quote or a bracket that is missing or too many.',
  },
  'json/not-chapters': {
    severity: 'error',
    message: 'This JSON has no list named “chapters”.',
    hint: 'Write { "version": "1.2.0", "chapters": [ … ] }.',
  },
  'json/no-version': {
    severity: 'warning',
    message: 'The version is missing, or is not text.',
    hint: 'Write "version": "1.2.0".',
  },
  'json/wrong-kind': {
    severity: 'error',
    message: (f: { field: string; wanted: string }) => `${f.field} must be ${f.wanted}.`,
    hint: 'Text stands in quotes, numbers and true or false do not.',
  },
  'json/unknown-field': {
    severity: 'info',
    message: (f: { field: string }) => `“${f.field}” is not part of JSON chapters; it was not kept.`,
    hint: 'Check its spelling.',
  },
  'json/incomplete-location': {
    severity: 'warning',
    message: 'A location needs a name and a geo; it was left out.',
    hint: 'Write "location": { "name": "…", "geo": "geo:52.5,13.4" }.',
  },
  'xml/not-well-formed': {
    severity: 'error',
    message: (f: { problem: string }) => `This is not XML: ${f.problem}`,
    hint: 'Look for a tag or a quote that is not closed, or a & that is not written as &amp;.',
  },
  'xml/declares-entities': {
    severity: 'error',
    message: 'The document declares something of its own in its DOCTYPE, which is not read.',
    hint: 'Remove the DOCTYPE.',
  },
  'xml/too-long': {
    severity: 'error',
    message: 'This document is too long for a list of chapters.',
    hint: 'Keep the chapters alone.',
  },
  'psc/not-chapters': {
    severity: 'error',
    message: 'There is no psc:chapters with psc:chapter inside.',
    hint: 'Write <psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">.',
  },
  'psc/second-list': {
    severity: 'warning',
    message: 'There is a second psc:chapters; only the first one was read.',
    hint: 'Keep one list for each episode.',
  },
  'matroska/not-chapters': {
    severity: 'error',
    message: 'There is no Chapters element with a ChapterAtom inside.',
    hint: 'Write <Chapters><EditionEntry><ChapterAtom>.',
  },
  'matroska/second-edition': {
    severity: 'warning',
    message: 'There are several editions; only one was read: the default, else the first.',
    hint: 'Keep one EditionEntry.',
  },
  'mp4chaps/bad-line': badLine('lines such as 00:01:30.000 Title <https://…>'),
  'ogm/bad-line': badLine('CHAPTER01=00:01:30.000 and CHAPTER01NAME=Title'),
  'ogm/no-time': {
    severity: 'error',
    message: (f: { number: string }) => `Chapter ${f.number} has a name, but no time.`,
    hint: 'Add its line: CHAPTER01=00:01:30.000.',
  },
  'audacity/bad-line': badLine('start, end and label with tabs between: 90.000000⇥120.000000⇥Title'),
  'webvtt/no-header': {
    severity: 'error',
    message: 'The first line is not WEBVTT.',
    hint: 'Write WEBVTT in the first line, then an empty one.',
  },
  'webvtt/bad-times': badLine('00:01:30.000 --> 00:02:00.000'),
  'webvtt/overlap': {
    severity: 'warning',
    message: 'This chapter starts inside of another one and ends after it.',
    hint: 'Chapters may stand inside of each other, or one after the other.',
  },
  'ffmetadata/no-header': {
    severity: 'error',
    message: 'The first line is not ;FFMETADATA1.',
    hint: 'Write ;FFMETADATA1 in the first line.',
  },
  'ffmetadata/bad-line': badLine('KEY=value, with \\ before any = ; # \\ in the value'),
  'ffmetadata/bad-timebase': {
    severity: 'error',
    message: (f: { value: string }) => `“${f.value}” is no TIMEBASE.`,
    hint: 'Write TIMEBASE=1/1000.',
  },
  'ffmetadata/no-start': {
    severity: 'error',
    message: 'This chapter has no START.',
    hint: 'Write START= and a whole number.',
  },
  'youtube/no-times': {
    severity: 'error',
    message: 'No line starts with a time.',
    hint: 'Write lines such as 1:30 Title.',
  },
} as const satisfies Catalogue

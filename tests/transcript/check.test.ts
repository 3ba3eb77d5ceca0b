import { describe, expect, test } from 'vitest'
import { readTranscript } from '../../src/transcript/read.ts'

const found = (file: string, text: string, options = {}) =>
  readTranscript(text, file, options).diagnostics.map(
    ({ severity, code, place }) => `${severity} ${code} ${place?.line}:${place?.column}`,
  )

describe('makes a transcript unreadable', () => {
  test.each([
    ['t.vtt', '1:00 --> 2:00\nA', 'transcript/no-header 1:1'],
    ['t.vtt', 'WEBVTTX\n', 'transcript/no-header 1:1'],
    ['t.vtt', 'WEBVTT\n\nNOTE nobody speaks\n', 'transcript/none 1:1'],
    ['t.vtt', 'WEBVTT\n\nid\n00:01.000 --> later\nA', 'transcript/bad-times 4:1'],
    ['t.vtt', 'WEBVTT\n\n00:61.000 --> 00:62.000\nA', 'transcript/bad-times 3:1'],
    ['t.srt', '1\n00:00:01,000 --> 00:00:75,000\nA', 'transcript/bad-times 2:1'],
    ['t.srt', 'Roots', 'transcript/none 1:1'],
    ['t.json', '{"version":"1.0.0",\n "segments":[{"startTime":0 "body":"A"}]}', 'transcript/not-json 2:29'],
    ['t.json', '{"version":"1.0.0"}', 'transcript/other-json 1:1'],
    ['t.json', '{"version":"1.0.0",\n"segments":{"startTime":0}}', 'transcript/json-shape 2:12'],
    ['t.json', '{"version":"1.0.0","segments":[\n{"startTime":"soon","body":"A"}]}', 'transcript/json-shape 2:14'],
    ['t.json', '{"version":"1.0.0","segments":[\n{"startTime":-1,"body":"A"}]}', 'transcript/json-shape 2:14'],
    ['t.json', '{"version":"1.0.0","segments":[\n{"startTime":9e99,"body":"A"}]}', 'transcript/json-shape 2:14'],
    ['t.json', '{"version":"1.0.0","segments":[\n{"startTime":1,"body":[]}]}', 'transcript/json-shape 2:23'],
    ['t.json', '{"segments":[{"start":0,"end":1,\n"text":5}]}', 'transcript/json-shape 2:8'],
    ['t.json', '{"transcription":[{"offsets":{"from":0,\n"to":"x"},"text":""}]}', 'transcript/json-shape 2:6'],
    [
      't.json',
      '{"results":{"channels":[{"alternatives":[{"words":[\n{"word":"a","start":"x"}]}]}]}}',
      'transcript/json-shape 2:21',
    ],
    ['t.json', '{"words":[],"utterances":[{"text":"a",\n"start":true}]}', 'transcript/json-shape 2:9'],
    ['t.json', '{"events":[{"tStartMs":0,"segs":[\n{"utf8":1}]}]}', 'transcript/json-shape 2:9'],
    ['t.html', '<h1>Roots</h1>\n<p> &nbsp; </p>', 'transcript/none 1:1'],
    ['t.md', '\n# Roots\n', 'transcript/none 1:1'],
    ['t.docx', 'Roots', 'transcript/unknown-format 1:1'],
  ])('%s: in %j, %s', (file, text, wanted) => {
    expect(found(file, text)).toContain(`error ${wanted}`)
    expect(readTranscript(text, file).value).toBeUndefined()
  })

  test('many mistakes are not all told', () => {
    const { diagnostics } = readTranscript(`WEBVTT\n\n${'0:01 --> x\n\n'.repeat(1000)}`, 't.vtt')
    expect(diagnostics).toHaveLength(51)
    expect(diagnostics.filter(({ code }) => code === 'transcript/many-problems')).toHaveLength(1)
  })
})

const cue = (times: string, text = 'A'): string => `${times}\n${text}\n\n`
const vtt = (...cues: string[]): string => `WEBVTT\n\n${cues.join('')}`

describe('can be read, but is not as it should be', () => {
  test.each([
    ['t.vtt', vtt(cue('0:00:01.5 --> 00:00:02,000')), ['warning transcript/time-format 3:1']],
    ['t.vtt', vtt(cue('00:01.000 --> 00:02.000', 'Q&A &amp; more')), ['warning transcript/raw-ampersand 4:2']],
    ['t.vtt', vtt(cue('00:01.000 --> 00:02.000', 'I <laugh> loudly')), ['warning transcript/unknown-tag 4:3']],
    ['t.vtt', vtt(cue('00:01.000 --> 00:02.000', '<v Ada>5 < 6')), ['warning transcript/unknown-tag 4:10']],
    [
      't.vtt',
      vtt(cue('00:01.000 --> 00:02.000', '<font color="red">A</font>')),
      ['warning transcript/unknown-tag 4:1'],
    ],
    ['t.vtt', vtt(cue('00:01.000 --> 00:02.000', 'a\nb --> c')), ['warning transcript/arrow-in-text 5:3']],
    [
      't.vtt',
      vtt('00:01.000 --> 00:02.000\nA\n00:02.000 --> 00:03.000\nB\n'),
      ['warning transcript/no-blank-line 5:1'],
    ],
    ['t.vtt', vtt('Lost words\n\n', cue('00:01.000 --> 00:02.000')), ['warning transcript/stray-text 3:1']],
    [
      't.vtt',
      vtt(cue('00:05.000 --> 00:06.000'), cue('00:01.000 --> 00:02.000')),
      ['warning transcript/out-of-order 6:1'],
    ],
    ['t.vtt', vtt(cue('00:05.000 --> 00:04.000')), ['warning transcript/end-before-start 3:15']],
    ['t.vtt', vtt(cue('00:05.000 --> 00:05.000')), ['warning transcript/end-before-start 3:15']],
    ['t.vtt', vtt(cue('00:01.000 --> 00:05.000'), cue('00:04.000 --> 00:06.000')), ['info transcript/overlap 6:1']],
    ['t.vtt', vtt(cue('00:01.000 --> 00:05.000', 'x'.repeat(66))), ['info transcript/long-lines 4:1']],
    ['t.srt', `1\n${cue('00:00:01,000 --> 00:00:02,000', 'x'.repeat(33))}`, ['info transcript/long-lines 3:1']],
    ['t.srt', `1\n${cue('00:00:01,000 --> 00:00:02,000', 'a\nb\nc')}`, ['info transcript/long-lines 3:1']],
    ['t.srt', `Title\n\n1\n${cue('00:00:01,000 --> 00:00:02,000')}`, ['warning transcript/stray-text 1:1']],
    ['t.json', '{"segments":[{"startTime":0,"body":"A b c d"}]}', ['warning transcript/no-version 1:1']],
    [
      't.json',
      '{"version":"1.0.0","segments":[{"startTime":0,"body":"A b c d"},\n{"body":"A b c d"}]}',
      ['warning transcript/no-start 2:1'],
    ],
    ['t.srt', vtt(cue('00:01.000 --> 00:02.000')), ['warning transcript/other-format 1:1']],
    ['t.json', '<p>Roots</p>', ['warning transcript/other-format 1:1']],
  ])('%s: %j', (file, text, wanted) => {
    expect(found(file, text)).toEqual(wanted)
    expect(readTranscript(text, file).value).toBeDefined()
  })

  test.each([
    ['t.vtt', vtt(cue('00:01.000 --> 00:02.000', '<v Ada>Yes</v>\n<v Bo>No</v>'))],
    ['t.vtt', `WEBVTT - Roots\nKind: captions\n\n${cue('00:01.000 --> 00:02.000 align:start', 'x'.repeat(65))}`],
    ['t.vtt', vtt(cue('1\n100:00:01.000 --> 100:00:02.000\t'))],
    ['t.srt', '1\n00:00:01,000 --> 00:00:02,000  \nAT&T <i>and</i> <font color="red">so on'],
    ['t.json', '[{"start":0,"end":1,"text":"Roots hear us all"}]'],
    ['t.txt', 'Ada: Roots & shoots <hear> us --> all'],
  ])('%s: %j is as it should be', (file, text) => expect(found(file, text)).toEqual([]))

  test('is told once, with the next places and how often', () => {
    const { diagnostics } = readTranscript(
      vtt(...Array.from({ length: 9 }, () => cue('00:01.000 --> 00:02.000', 'Q&A'))),
      't.vtt',
    )
    expect(diagnostics).toMatchObject([
      {
        code: 'transcript/raw-ampersand',
        message: expect.stringContaining('9 times'),
        place: { line: 4, column: 2 },
        related: [7, 10, 13, 16].map((line) => ({ place: { line, column: 2 } })),
      },
    ])
  })
})

describe('with what is known of the episode', () => {
  const text = vtt(cue('00:01.000 --> 00:10.000'), cue('00:10.000 --> 01:00.000'))

  test.each([
    [{ duration: 60 }, []],
    [{ duration: 58 }, []],
    [{ duration: 57.9 }, ['warning transcript/beyond-duration 6:15']],
    [{ duration: 5 }, ['warning transcript/beyond-duration 3:15']],
    [{ duration: 75 }, []],
    [{ duration: 76 }, ['info transcript/incomplete 6:15']],
    [{ people: 1 }, []],
    [{ people: 2 }, ['info transcript/no-speakers 4:1']],
  ])('%j', (options, wanted) => expect(found('t.vtt', text, options)).toEqual(wanted))

  test('speakers that are named are not missed', () =>
    expect(found('t.vtt', vtt(cue('00:01.000 --> 00:10.000', '<v Ada>A')), { people: 2 })).toEqual([]))
  test('a page without ends covers what it covers', () =>
    expect(found('t.html', '<time>0:00</time><p>A</p>', { duration: 3600 })).toEqual([]))
})

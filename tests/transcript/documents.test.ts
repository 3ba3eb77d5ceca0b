import { describe, expect, test } from 'vitest'
import { detectTranscriptFormat, readTranscript } from '../../src/transcript/read.ts'
import { fixture } from './sample.ts'

const read = (name: string) => {
  const { value, diagnostics } = readTranscript(fixture(name), name)
  const notes = diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`)
  const { format, transcript, omitted } = value as NonNullable<typeof value>
  return { id: format.id, ...transcript, omitted: Object.fromEntries(omitted), notes }
}
const spoken = (name: string): string[] =>
  read(name).cues.map(({ start, end, speaker, text }) => `${start ?? '-'} ${end ?? '-'} ${speaker ?? '-'}: ${text}`)

describe('WebVTT', () => {
  test('with all that its grammar has', () => {
    const { id, grain, language, cues, omitted, notes } = read('editor.vtt')
    expect({ id, grain, language }).toEqual({ id: 'vtt', grain: 'caption', language: 'en' })
    expect(cues).toEqual([
      {
        start: 0,
        end: 4.12,
        speaker: 'Ada',
        text: 'Welcome to Soil & Seed.\nToday we talk about roots.',
        emphases: [{ from: 11, to: 22, kind: 'italic' }],
      },
      {
        start: 4.12,
        end: 7.5,
        speaker: 'Bo',
        text: 'They hear? I thought a root was\na straw with ambitions.',
        emphases: [{ from: 45, to: 54, kind: 'bold' }],
      },
      { start: 7, end: 8.25, text: '[laughter]' },
      { start: 8.25, end: 12, speaker: 'Ada', text: 'Water makes a sound, at 5 < 6 bar\u00a0too,' },
      { start: 8.25, end: 12, speaker: 'Bo', text: 'In a pipe?' },
      { start: 3600, end: 3602, speaker: 'Ada & Bo', text: 'To the rain!' },
    ])
    expect(omitted).toEqual({
      ...{ comment: 2, style: 1, region: 1, identifier: 1, position: 2 },
      ...{ class: 2, 'word-time': 1, ruby: 1 },
    })
    expect(notes).toEqual(['transcript/overlap 27:1'])
  })

  test('that names a voice only where it changes', () => {
    expect(spoken('voices-that-change.vtt')).toEqual([
      '0 4 Ada: Welcome to Soil and Seed.',
      '4 7 Ada: Today we talk about roots.',
      '7 10 Bo: I thought a root was a straw.',
      '10 12 Bo: With ambitions.',
      '12 15 Ada: Water makes a sound, even inside of a pipe.',
    ])
    expect(read('voices-that-change.vtt').notes).toEqual(['transcript/voice-carried 7:1'])
  })
})

test.each([
  ['&lt;i&gt; &amp; &quot;', '<i> & "'],
  ['\u05d0&lrm;\u05d1&rlm;', '\u05d0\u200e\u05d1\u200f'],
  ['caf&eacute; &#233; &#xE9;', 'café é é'],
  ['<i>a<b>b</i>c</b>', 'abc'],
  ['<lang en>a</lang> <c.x.y>b</c>', 'a b'],
  ['<v Ada>a</v', 'a</v'],
  ['a<br>b', 'a\nb'],
])('the words of %j in WebVTT are %j', (written, said) => {
  const { value } = readTranscript(`WEBVTT\n\n00:01.000 --> 00:02.000\n${written}\n`, 't.vtt')
  expect(value?.transcript.cues.map(({ text }) => text)).toEqual([said])
})

describe('SRT', () => {
  test('as an editor writes it', () => {
    expect(spoken('editor.srt')).toEqual([
      '0 4.12 Ada: Welcome to Soil & Seed.\nToday we talk about roots.',
      '4.12 7.5 Bo: They hear? I thought a root\nwas a straw with ambitions.',
      '8.25 12 Ada: Water makes a sound,\neven inside of a pipe.',
      '12 14.5 Ada: And roots grow towards it.',
      '14.5 17.001 Bo: Note: my basil listens\nto the plumbing.',
    ])
    expect(read('editor.srt').notes).toEqual([])
  })

  test('with all that is wrong in the wild', () => {
    expect(spoken('sloppy.srt')).toEqual([
      '0.5 4.12 Ada: Welcome to Soil & Seed.\nToday we talk about roots.',
      '4.12 7.5 Bo: They hear?',
      '7.5 8.25 -: ',
      '8.25 12 Ada: We counted them:\n42',
      '12 14 Bo: a < b, and 6 > 5',
      '12 14 Ada: Indeed.',
    ])
    const { omitted, notes } = read('sloppy.srt')
    expect(omitted).toEqual({ position: 2, font: 1 })
    expect(notes).toEqual(['transcript/stray-text 1:1', 'transcript/time-format 4:1'])
  })
})

describe('JSON', () => {
  test('of the podcast namespace, in sentences', () => {
    const { id, grain, cues, notes } = read('sentences.json')
    expect({ id, grain, notes }).toEqual({ id: 'json', grain: 'segment', notes: [] })
    expect(cues).toEqual([
      { start: 0, end: 4.12, speaker: 'Ada', text: 'Welcome to Soil & Seed. Today we talk about roots.' },
      { start: 4.12, speaker: 'Bo', text: 'They hear?', endsParagraph: true },
      { end: 7.5, speaker: 'Bo', text: 'I thought a root was a straw with ambitions.', endsParagraph: true },
      { start: 8.25, speaker: 'Ada', text: 'Water makes a sound, even inside of a pipe.' },
      { start: 12, text: '' },
    ])
  })

  test('of the podcast namespace, in words', () => {
    const { grain, cues, notes } = read('words.json')
    expect({ grain, notes }).toEqual({ grain: 'word', notes: [] })
    expect(cues).toHaveLength(18)
    expect(cues.slice(9, 12)).toEqual([
      { start: 2.6, end: 3, speaker: 'Ada', text: 'pipe.' },
      { start: 3.1, end: 3.3, speaker: 'Ada', text: 'Roots' },
      { start: 3.3, end: 3.7, speaker: 'Ada', text: 'listen.', endsParagraph: true },
    ])
  })

  test('of Whisper', () => {
    expect(read('whisper.json')).toMatchObject({ id: 'whisper', grain: 'segment', language: 'en', notes: [] })
    expect(spoken('whisper.json')).toEqual([
      '0 2.48 -: Welcome to Soil & Seed.',
      '2.48 6.3 -: Today we talk about roots, and about what they hear.',
      '6.3 7.5 -: They hear?',
    ])
  })

  test('of Whisper with words, of which some are parts', () => {
    expect(read('whisper-words.json')).toMatchObject({ id: 'whisper', grain: 'word' })
    expect(read('whisper-words.json').language).toBeUndefined()
    expect(spoken('whisper-words.json').slice(0, 3)).toEqual(['0 0.2 -: I', "0.2 0.6 -: don't", '0.6 1 -: hear'])
  })

  test('of WhisperX, with speakers and a word without times', () => {
    expect(spoken('whisperx.json')).toEqual([
      '0.1 0.5 SPEAKER_00: Roots',
      '0.6 0.7 SPEAKER_00: in',
      '- - SPEAKER_00: 2024?',
      '1.4 1.6 SPEAKER_01: Yes,',
      '1.7 2 SPEAKER_01: still.',
    ])
  })

  test('of whisper.cpp, from two channels', () => {
    expect(read('whisper-cpp.json')).toMatchObject({ id: 'whisper-cpp', grain: 'segment', language: 'de' })
    expect(spoken('whisper-cpp.json')).toEqual([
      '0 2.48 Speaker 1: Willkommen im Garten.',
      '2.48 6.3 Speaker 2: Heute geht es um Wurzeln.',
      '6.3 7.5 -: Die hören uns.',
    ])
  })

  test('of Deepgram, with words and paragraphs', () => {
    const { id, grain, language, cues, notes } = read('deepgram.json')
    expect({ id, grain, language, notes }).toEqual({ id: 'deepgram', grain: 'word', language: 'en', notes: [] })
    expect(cues.filter(({ endsParagraph }) => endsParagraph).map(({ text }) => text)).toEqual([
      'sound.',
      'listen.',
      'too?',
    ])
    expect(cues[1]).toEqual({ start: 0.4, end: 0.8, speaker: 'Speaker 1', text: 'makes' })
    expect(cues.at(-1)?.speaker).toBe('Speaker 2')
  })

  test('of Deepgram, with utterances alone', () => {
    expect(read('deepgram-utterances.json')).toMatchObject({ id: 'deepgram', grain: 'segment' })
    expect(spoken('deepgram-utterances.json')).toEqual([
      '0.08 2.5 Speaker 1: Water makes a sound. Roots listen.',
      '3 4.7 Speaker 2: So my basil listens too?',
    ])
  })

  test('of Deepgram, with a channel for each person', () => {
    const channel = (...words: [string, number][]) => ({
      alternatives: [{ words: words.map(([word, start]) => ({ word, start, end: start + 0.5 })) }],
    })
    const results = { channels: [channel(['roots', 0], ['yes', 2]), channel(['hear', 1])] }
    const { value, diagnostics } = readTranscript(JSON.stringify({ results }), 't.json')
    expect(value?.transcript.cues.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual([
      'Speaker 1: roots',
      'Speaker 2: hear',
      'Speaker 1: yes',
    ])
    expect(diagnostics).toEqual([])
  })

  test('of AssemblyAI, with turns', () => {
    expect(read('assemblyai.json')).toMatchObject({ id: 'assemblyai', grain: 'word', language: 'en-us' })
    expect(spoken('assemblyai.json')).toEqual([
      '0.08 0.4 Speaker A: Water',
      '0.4 0.8 Speaker A: makes',
      '0.8 0.9 Speaker A: a',
      '0.9 1.4 Speaker A: sound.',
      '3 3.2 Speaker B: Basil',
      '3.2 3.4 Speaker B: too?',
    ])
  })

  test('of AssemblyAI, with words alone', () =>
    expect(spoken('assemblyai-words.json')).toEqual(['0.08 0.4 -: Roots', '0.4 0.9 -: listen.']))

  test('of YouTube, made by a machine', () => {
    expect(read('machine.json3')).toMatchObject({ id: 'youtube', grain: 'word' })
    expect(spoken('machine.json3')).toEqual([
      ...['0.16 - -: water', '0.48 - -: makes', '0.8 - -: a', '0.96 - -: sound'],
      ...['2.2 - -: roots', '2.6 - -: listen'],
    ])
  })

  test('of YouTube, made by a person', () => {
    expect(read('captions.json3').grain).toBe('caption')
    expect(spoken('captions.json3')).toEqual(['0.16 2.16 -: Water makes\na sound.', '2.2 3.7 -: Roots listen.'])
  })
})

describe('HTML', () => {
  test('of the podcast namespace', () => {
    expect(read('namespace.html')).toMatchObject({ id: 'html', grain: 'segment', notes: [] })
    expect(spoken('namespace.html')).toEqual([
      '0 - Ada: Welcome to Soil & Seed. Today we talk about roots, and about what they hear.',
      '9 - Bo: They hear? I thought a root was a straw with ambitions.',
      "- - Bo: So my basil listens, I've read it in Roots.",
      '3723 - Bo: Since 2024, to the rain.',
    ])
    expect(read('namespace.html').cues[1]?.emphases).toEqual([{ from: 45, to: 54, kind: 'italic' }])
  })

  test('of a page, with names in bold', () => {
    expect(read('page.html')).toMatchObject({ language: 'en-GB', omitted: { heading: 1 }, notes: [] })
    expect(spoken('page.html')).toEqual([
      '- - Ada: Welcome to Soil & Seed.\nToday we talk about roots.',
      '- - Bo: They hear? 5 < 6.',
      '- - Bo: I thought a root was a straw.',
      '- - Ada: Water makes a sound.',
      '- - Ada: Even inside of a pipe.',
    ])
  })

  test.each([
    ['<p><cite>Ada</cite>: Yes.</p>', ['- - Ada: Yes.']],
    ['<p><cite>Ada:</cite> <time>0:09</time> Yes.</p>', ['9 - Ada: Yes.']],
    ['<time>[0:09]</time><cite>Ada</cite><p>Yes.</p>', ['9 - Ada: Yes.']],
    ['<p><cite>Roots</cite> is a book.</p>', ['- - -: Roots is a book.']],
    ['<p>I read <cite>Roots</cite>.</p>', ['- - -: I read Roots.']],
    ['<dl><dt>Ada<dd>Yes.<dt>Bo<dd>No.</dl>', ['- - Ada: Yes.', '- - Bo: No.']],
    ['<p>Yes<p>&nbsp;<p>No', ['- - -: Yes', '- - -: No']],
    ['<head><title>x</title><body>Yes', ['- - -: Yes']],
    ['<h2>Title<p>Yes', ['- - -: Yes']],
    ['<p>Yes<!-- no --><script>no</script><br/>or <b>no', ['- - -: Yes\nor no']],
    ['<p>[00:03] Ada: Yes.</p><p>[00:05] Bo: No.</p>', ['3 - Ada: Yes.', '5 - Bo: No.']],
  ])('%j', (written, cues) => {
    const { value } = readTranscript(written, 't.html')
    expect(
      value?.transcript.cues.map(
        ({ start, end, speaker, text }) => `${start ?? '-'} ${end ?? '-'} ${speaker ?? '-'}: ${text}`,
      ),
    ).toEqual(cues)
  })
})

describe('text', () => {
  test.each([
    [
      'plain.txt',
      [
        '- - Ada: Welcome to Soil & Seed. Today we talk about roots, and about what they hear.',
        '- - Bo: They hear? I thought a root was a straw.',
        '- - Bo: With ambitions, though. Mind this: it grows.',
        '- - Ada: Water makes a sound, even inside of a pipe.',
        '- - Bo: Note: my basil listens to the plumbing.',
      ],
    ],
    [
      'timed.txt',
      [
        '3 - Ada: Welcome to Soil & Seed. Today we talk about roots.',
        '12 - Bo: They hear? At 9:30 in the morning?',
        '3723 - Ada: To the rain.',
      ],
    ],
    [
      'bracketed.txt',
      [
        '3 - Ada: Welcome to Soil & Seed. Today we talk about roots, and about what they hear, which is more than you would think of them.',
        '12 - Bo: They hear?',
        '15 - Bo: I thought a root was a straw.',
        '3723 - Ada: To the rain.',
      ],
    ],
    [
      'speaker-lines.txt',
      ['3 - Ada Fern: Welcome to Soil & Seed.', '12 - Bo Fig: They hear?', '65 - Ada Fern: To the rain.'],
    ],
    [
      'episode.md',
      ['- - Ada: Welcome to Soil & Seed. Today we talk about roots.', '- - Bo: They hear?', '- - Ada: To the rain.'],
    ],
  ])('%s', (name, cues) => {
    expect(read(name)).toMatchObject({ id: 'text', grain: 'segment', notes: [] })
    expect(spoken(name)).toEqual(cues)
  })

  test.each([
    [
      'a name that is met once among prose is none',
      'Roots hear.\n\nThey do.\n\nNote: not all of them.\n\nEver.',
      [undefined, undefined, undefined, undefined],
    ],
    ['a phrase is no name', 'The point is: roots hear.\n\nThe point is: they do.', [undefined, undefined]],
    ['lines without blank ones between', 'Ada: Yes.\nBo: No.\nAda: Yes,\nindeed.', ['Ada', 'Bo', 'Ada']],
    ['names of other scripts', '主持人：你好。\n\n嘉宾：你好。', ['主持人', '嘉宾']],
  ])('%s', (_what, written, speakers) => {
    const { value } = readTranscript(written, 't.txt')
    expect(value?.transcript.cues.map(({ speaker }) => speaker)).toEqual(speakers)
  })

  test('times that do not ascend are no times of the audio', () => {
    const { value } = readTranscript('9:30 we met.\n\n8:15 is too early.\n\n7:00 is worse.', 't.txt')
    expect(value?.transcript.cues.map(({ start, text }) => `${start} ${text}`)).toEqual([
      'undefined 9:30 we met.',
      'undefined 8:15 is too early.',
      'undefined 7:00 is worse.',
    ])
  })
})

test.each([
  ['editor.vtt', 't.txt', 'vtt'],
  ['editor.srt', 't.vtt', 'vtt'],
  ['editor.srt', 't.txt', 'srt'],
  ['sentences.json', 't', 'json'],
  ['page.html', 't.json', 'html'],
  ['plain.txt', 't.vtt', 'vtt'],
  ['plain.txt', 't.srt', 'srt'],
  ['plain.txt', 't.markdown', 'text'],
  ['plain.txt', 't.docx', undefined],
])('%s called %s is taken for %s', (name, file, id) => {
  expect(detectTranscriptFormat(fixture(name), file)?.id).toBe(id)
})

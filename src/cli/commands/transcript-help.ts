export const transcriptHelp = `Usage: castwright transcript <file> [options]

Reads a transcript and says what is wrong with it; "-" is standard input. Understood are WebVTT, SRT, the podcast
namespace's JSON and HTML, plain text, and the JSON of Whisper, whisper.cpp, Deepgram, AssemblyAI and YouTube.

  --to FORMAT        print it as vtt, srt, json, html or text
  --from FORMAT      the format that the file is in, if its content does not tell
  --duration TIME    of the audio (1:02:03, or seconds): for the end of the last words, and to check against

What the other format cannot hold is told on standard error.
Exit code: 0; 1 the file cannot be read; 2 wrong usage.
`

export const newHelp = `Usage: castwright new ["Title of the episode"] [options]

Writes a new Markdown file into episodes/, ready to be filled in. Never overwrites one.

  --dir DIR    the show's folder (default: here)
  --date DATE  when it is published (default: today), e.g. 2026-03-01
  --audio FILE the audio: its tags give title, date, numbers, notes, chapters and artwork
`

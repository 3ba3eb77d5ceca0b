export const chaptersHelp = `Usage: castwright chapters <file> [options]

Finds the chapters in show notes (any Markdown, in a show or not) or in a chapter
file, whose format is known by its content. Prints a list, or another format.
"-" reads standard input.

  --to FORMAT    print a document: json, psc, webvtt, youtube, mp4chaps, audacity,
                 ffmetadata, ogm or matroska; what it cannot hold is told on stderr
  --from FORMAT  what the file is, where its content does not tell: one of these,
                 or markdown
  --explain      say where the chapters come from and, for each line with a time,
                 why it was or was not taken
  --fix          correct times in Markdown that have one sure mending (an hour left
                 out after 59:59, frames behind the seconds, seconds with one
                 digit); shows the changes. From "-", the notes go to stdout.
  --dry-run      with --fix: show the changes only

Exit code: 0 done; 1 no chapters, or problems in the file; 2 wrong usage.
`

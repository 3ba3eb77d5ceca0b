export const checkHelp = `Usage: castwright check [dir | feed.xml | URL | -] [options]

Checks a show's folder (default: here) before it is published, or anyone's
feed: what Apple, Spotify, PSP-1, the Podcast Index and the W3C validator would
say, at the line that causes it. "-" reads standard input.

  --profile NAME   only what one of them cares about:
                   apple, spotify, psp-1, podcast-index, w3c
  --online         also ask what the feed points at: audio, artwork,
                   transcripts, chapters
  --allow-private  let --online and URLs reach addresses of the local network
  --against FILE   an earlier state of the feed: no guid may have changed since
  --drafts         include drafts
  --future         include episodes whose date is still to come
  --fail-on LEVEL  exit with 1 from this level on:
                   error (default), warning, info, never
  --format FORMAT  text (default), json, github (annotations), sarif, junit
  --all            show every finding, however many there are of one kind
  --quiet          print errors only

Rules are turned off or re-levelled for the show under \`check: rules:\` in
podcast.yaml, or for one file by a comment in it:
  <!-- castwright: off item-image -->     # castwright: warning enclosure-length

What a rule means: castwright explain RULE
Exit code: 0 nothing at that level; 1 something is; 2 wrong usage.
`

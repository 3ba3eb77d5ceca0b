export const buildHelp = `Usage: castwright build [dir] [options]

Builds the show in dir (default: here) into its output folder.

  --out DIR        where to write (default: dist in the show's folder)
  --drafts         include drafts
  --future         include episodes whose date is still to come
  --strict         treat warnings as errors
  --accept WHAT    accept a change that subscribers notice, as an error names it:
                   guid:SLUG, removed:SLUG, feed-url, feed-guid (may be repeated)
  --probe          first ask the web what is not known of audio on servers, as castwright probe does
  --allow-private  with --probe: let addresses of the local network be asked
  --format FORMAT  text (default), json, github (annotations), sarif, junit
  --quiet          print errors only

Exit code: 0 built; 1 problems in your files, nothing published; 2 wrong usage.
`

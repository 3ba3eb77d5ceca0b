export const probeHelp = `Usage: castwright probe [dir] [options]

Asks the web for size, type and playing time of each episode's audio that lies on a server, and keeps what it says in
podcast.media.json: commit that file, and builds need no network. Little is read of each: some ten kilobytes of most. Episodes that
say length and duration themselves are not asked about.

  --refresh        ask again about all of them: are they still what they were?
  --allow-private  let addresses of the local network be asked
  --quiet          print errors only

Exit code: 0; 1 something could not be found out; 2 wrong usage.
`

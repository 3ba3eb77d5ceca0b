/** A line of a paragraph that begins with a time, after a bracket or a mark at most. */
const timedLine = /\n(?=[^\p{L}\p{N}\n<]{0,4}\d{1,2}:\d{2}(?!\d))/gu

/**
 * Keeps the lines of an outline that is written as a paragraph apart: Markdown would fold them into one, and apps that
 * look for chapters in the notes want one time in a line. @see spec/chapters.md §3 Spotify
 */
export function breakTimedLines(html: string): string {
  if (html.search(timedLine) === -1) return html
  let result = ''
  let done = 0
  for (let start = html.indexOf('<p>'); start !== -1; start = html.indexOf('<p>', done)) {
    const found = html.indexOf('</p>', start)
    const end = found === -1 ? html.length : found
    result += html.slice(done, start) + html.slice(start, end).replace(timedLine, '<br>\n')
    done = end
  }
  return result + html.slice(done)
}

/** What was found out about audio on the web. What the server or the file does not say is absent. */
export interface ProbedMedia {
  /** Size in bytes. */
  readonly length?: number
  /** MIME type as podcast apps want it, by the content. @see spec/rss-itunes-psp.md §4, enclosure ext/type */
  readonly type: string
  /** Playing time in seconds, with decimals. Never an estimate. */
  readonly duration?: number
  /** Of the sound, on average, in bits per second. */
  readonly bitrate?: number
  /** Of a video, in pixels. */
  readonly height?: number
  /** The server's names for this state of the file, as it sent them: as long as they stay, nothing is read again. */
  readonly etag?: string
  readonly lastModified?: string
}

/** What an audio or video file says about itself. */
export interface MediaFacts {
  /** Size in bytes. */
  readonly length: number
  /** MIME type as podcast apps want it; `video/…` if it has a picture. @see spec/rss-itunes-psp.md §4, enclosure ext/type */
  readonly type: string
  /** Playing time in seconds, with decimals; absent where the file does not tell. */
  readonly duration?: number
  /**
   * In bits per second: of sound and pictures together, on average. Tags and pictures about it do not count.
   * @see spec/podcast-namespace.md, alternateEnclosure
   */
  readonly bitrate?: number
  /** Height of the picture in pixels, as it is shown: 720, 1080; absent where there is only sound. */
  readonly height?: number
}

/** What an image file says about itself. */
export interface ImageFacts {
  /** MIME type, by its content. */
  readonly type: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** What apps show badly about its colours, if anything: transparent pixels, or the four inks of print. */
  readonly colours?: 'transparent' | 'cmyk'
  /** Size in bytes. */
  readonly length: number
}

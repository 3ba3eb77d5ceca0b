/** What an audio or video file says about itself. */
export interface MediaFacts {
  /** Size in bytes. */
  readonly length: number
  /** MIME type as podcast apps want it. @see spec/rss-itunes-psp.md §4, enclosure ext/type */
  readonly type: string
  /** Playing time in seconds, with decimals; absent where the file does not tell. */
  readonly duration?: number
}

/** What an image file says about itself. */
export interface ImageFacts {
  readonly type: 'image/jpeg' | 'image/png' | string
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Size in bytes. */
  readonly length: number
}

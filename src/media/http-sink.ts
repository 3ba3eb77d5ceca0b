/** Takes a body piece by piece, up to a limit. */
export interface Sink {
  /** @returns false when no more is wanted */
  readonly take: (chunk: Uint8Array) => boolean
  /** How many bytes were taken. */
  readonly size: () => number
}

/** Gives pieces on to what may refuse more of them. */
export function limitedSink(maxBytes: number, give: (chunk: Uint8Array) => boolean): Sink {
  let size = 0
  return {
    take: (chunk) => {
      const piece = chunk.subarray(0, maxBytes - size)
      size += piece.length
      return give(piece) && size < maxBytes
    },
    size: () => size,
  }
}

/** Keeps the pieces. */
export function collectingSink(maxBytes: number): Sink & { readonly bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = []
  const sink = limitedSink(maxBytes, (chunk) => chunks.push(chunk) > 0)
  return {
    ...sink,
    bytes: () => {
      // Of its own, as a piece may keep the whole of a network buffer alive.
      const all = new Uint8Array(sink.size())
      let at = 0
      for (const chunk of chunks) {
        all.set(chunk, at)
        at += chunk.length
      }
      return all
    },
  }
}

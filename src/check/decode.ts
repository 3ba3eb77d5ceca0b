/** Turns the bytes of a feed into text, by what the document says of its encoding. */
export interface FeedDecoder {
  readonly write: (bytes: Uint8Array) => string
  readonly end: () => string
  /** The name of the encoding; known once something was written. */
  readonly encoding: () => string
  /** An encoding that the document names and nobody knows: it was read as UTF-8. */
  readonly unknown: () => string | undefined
}

/** How far the XML declaration may reach, in bytes. */
const declarationBytes = 512

export function feedDecoder(): FeedDecoder {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let waiting: Uint8Array = new Uint8Array()
  let unknown: string | undefined
  const open = (start: Uint8Array): InstanceType<typeof TextDecoder> => {
    const name = encodingOf(start)
    try {
      return new TextDecoder(name)
    } catch {
      unknown = name
      return new TextDecoder('utf-8')
    }
  }
  return {
    write: (bytes) => {
      if (decoder !== undefined) return decoder.decode(bytes, { stream: true })
      waiting = joined(waiting, bytes)
      // The declaration may come in pieces.
      if (waiting.length < declarationBytes && !waiting.includes('>'.charCodeAt(0))) return ''
      decoder = open(waiting)
      return decoder.decode(waiting, { stream: true })
    },
    end: () => {
      if (decoder !== undefined) return decoder.decode()
      decoder = open(waiting)
      return decoder.decode(waiting)
    },
    encoding: () => decoder?.encoding ?? 'utf-8',
    unknown: () => unknown,
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** By its byte order mark, else by its declaration, else UTF-8. @see XML 1.0 appendix F */
function encodingOf(start: Uint8Array): string {
  const [a, b] = start
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if (a === 0xef && b === 0xbb) return 'utf-8'
  const declaration = new TextDecoder('latin1').decode(start.subarray(0, declarationBytes))
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1] ?? 'utf-8'
}

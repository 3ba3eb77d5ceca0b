/** Turns the bytes of a feed into text, by what the document says of its encoding. Pure. */
export interface FeedDecoder {
  readonly write: (bytes: Uint8Array) => DecodedPiece
  readonly end: () => DecodedPiece
  /** The name of the encoding; known once something was written. */
  readonly encoding: () => string
  /** What is wrong with the encoding that the document names, a sentence without its full stop: it was not used. */
  readonly problem: () => string | undefined
}

export interface DecodedPiece {
  readonly text: string
  /** Where in it stands the first character of the document that the bytes do not give, if it is in this piece. */
  readonly lostAt?: number
}

type Decoder = InstanceType<typeof TextDecoder>

/** How far the XML declaration may reach, in bytes. */
const declarationBytes = 512

export function feedDecoder(): FeedDecoder {
  let decoder: Decoder | undefined
  let waiting: Uint8Array = new Uint8Array()
  let problem: string | undefined
  let findLost = (_bytes: Uint8Array, _text: string): number => -1
  const open = (start: Uint8Array): Decoder => {
    const found = decoderFor(start)
    problem = found.problem
    if (found.decoder.encoding === 'utf-8') findLost = lostFinder()
    decoder = found.decoder
    return decoder
  }
  const pieceOf = (bytes: Uint8Array, text: string): DecodedPiece => {
    const lostAt = findLost(bytes, text)
    return lostAt === -1 ? { text } : { text, lostAt }
  }
  return {
    write: (bytes) => {
      if (decoder !== undefined) return pieceOf(bytes, decoder.decode(bytes, { stream: true }))
      waiting = joined(waiting, bytes)
      // The declaration may come in pieces.
      if (waiting.length < declarationBytes && !waiting.includes('>'.charCodeAt(0))) return { text: '' }
      return pieceOf(waiting, open(waiting).decode(waiting, { stream: true }))
    },
    end: () =>
      decoder === undefined
        ? pieceOf(waiting, open(waiting).decode(waiting))
        : pieceOf(new Uint8Array(), decoder.decode()),
    encoding: () => decoder?.encoding ?? 'utf-8',
    problem: () => problem,
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** ASCII is UTF-8; its names would be taken for those of Windows-1252. @see https://encoding.spec.whatwg.org/#names-and-labels */
const ascii = /^(?:us-ascii|ascii|ansi_x3\.4-1968)$/i

/** By its byte order mark, else by its declaration, else UTF-8. @see XML 1.0 appendix F */
function decoderFor(start: Uint8Array): { readonly decoder: Decoder; readonly problem?: string } {
  const [a, b] = start
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return { decoder: new TextDecoder('utf-16be') }
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return { decoder: new TextDecoder('utf-16le') }
  const utf8 = new TextDecoder('utf-8')
  const name = a === 0xef && b === 0xbb ? 'utf-8' : declaredEncoding(start)
  if (ascii.test(name)) return { decoder: utf8 }
  try {
    const decoder = new TextDecoder(name)
    // Its declaration could not have been read if that were so.
    if (decoder.encoding.startsWith('utf-16'))
      return { decoder: utf8, problem: `the feed says that it is written in “${name}”, but it is not` }
    return { decoder }
  } catch {
    return { decoder: utf8, problem: `the encoding “${name}” is not known` }
  }
}

function declaredEncoding(start: Uint8Array): string {
  const declaration = new TextDecoder('latin1').decode(start.subarray(0, declarationBytes))
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1] ?? 'utf-8'
}

/** The character that stands for bytes which are none: it may also be written itself. */
const lost = '\ufffd'
const lostBytes = [0xef, 0xbf, 0xbd] as const

/** Finds the first character that UTF-8 lost, once: the bytes have fewer of its sign than the text. */
function lostFinder(): (bytes: Uint8Array, text: string) => number {
  let before = new Uint8Array()
  let isFound = false
  return (bytes, text) => {
    const lostAt = isFound ? -1 : text.indexOf(lost)
    // The sign itself may have come in two pieces.
    const isLost = lostAt !== -1 && text.split(lost).length - 1 > countLostBytes(joined(before, bytes))
    before = joined(before, bytes.subarray(-2)).slice(-2)
    if (isLost) isFound = true
    return isLost ? lostAt : -1
  }
}

function countLostBytes(bytes: Uint8Array): number {
  const [first, second, third] = lostBytes
  let count = 0
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (bytes[at + 1] === second && bytes[at + 2] === third) count++
  return count
}

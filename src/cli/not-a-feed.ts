/** Tells what is no feed before it is read as one, and hundreds of mistakes are found in a picture. Pure. */

/** How much of the start tells, in bytes. */
const headSize = 1024

/** Takes a document piece by piece, and gives it on once it may be a feed. */
export interface Gate {
  /** False: no more is wanted. */
  readonly take: (bytes: Uint8Array) => boolean
  /** The document is over. @returns why it is no feed: a sentence without its full stop; undefined if it may be one */
  readonly end: () => string | undefined
}

export function feedGate(give: (bytes: Uint8Array) => boolean): Gate {
  let head: Uint8Array | undefined = new Uint8Array()
  let problem: string | undefined
  const open = (bytes: Uint8Array): boolean => {
    head = undefined
    problem = notAFeed(bytes)
    return problem === undefined && give(bytes)
  }
  return {
    take: (bytes) => {
      if (head === undefined) return problem === undefined && give(bytes)
      head = Buffer.concat([head, bytes])
      return head.length < headSize || open(head)
    },
    end: () => {
      if (head !== undefined) open(head)
      return problem
    },
  }
}

/** @param head the first bytes, or all if there are fewer */
function notAFeed(head: Uint8Array): string | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'it is compressed (gzip), and must be unpacked before'
  const isWide = (head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0xff && head[1] === 0xfe)
  const isWideXml = head.subarray(0, 4).filter((byte) => byte === 0).length === 2 && head.includes(0x3c)
  if (isWide || isWideXml) return undefined
  if (head.includes(0)) return 'it is not a text, but perhaps audio or an image'
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (text === '') return 'it is empty'
  if (/^(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/is.test(text))
    return 'it is a web page (HTML), not a feed'
  if (/^[{[]/.test(text)) return 'it is JSON, and castwright checks RSS'
  return undefined
}

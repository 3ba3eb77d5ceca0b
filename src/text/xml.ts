/** The only file where text becomes XML. */

/** An element to be written. Attributes that are undefined are left out. */
export interface XmlElement {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | number | undefined>>
  /** Text (escaped), or child elements. */
  readonly content?: string | number | readonly XmlElement[]
  /** Text in a CDATA section: for HTML, where readers expect it. */
  readonly cdata?: string
}

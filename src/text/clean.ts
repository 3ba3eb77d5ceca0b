/** Outside these ranges are the controls and noncharacters; surrogates are inside, and looked at on their own. */
const suspicious = /[^\t\n -~\u00a0-\ufdcf\ufdf0-\ufffd]/
const forbidden = /(?![\t\n])[\p{Cc}\p{Cs}\ufdd0-\ufdef\ufffe\uffff]/gu

/** In Node since version 20; the compiler's library for ES2023 has it not yet. */
type WellFormed = string & { isWellFormed(): boolean }

/**
 * Text without the characters that no document may hold: controls other than tab and line feed, lone surrogates,
 * noncharacters. Line ends become line feeds. Pure.
 * @see spec/rss-itunes-psp.md §8 xml-encoding
 */
export const cleanText = (text: string): string =>
  suspicious.test(text) || !(text as WellFormed).isWellFormed()
    ? text.replace(/\r\n?/g, '\n').replace(forbidden, '')
    : text

/** How the pages' addresses are written: between the show's own files relative, so that the site works from any folder. */
export interface Links {
  /** Where the output folder lies, seen from the page: `./`, `../../`. */
  readonly root: string
  /** An address that the build may have produced, absolute, as this page links to it. */
  readonly to: (url: string) => string
}

/** The links of a page. A folder is linked as its index.html, so that the site also works without a web server. */
export function relativeLinks(baseUrl: string, root: './' | '../../'): Links {
  const to = (url: string): string => {
    if (!url.startsWith(baseUrl)) return url
    const path = url.slice(baseUrl.length)
    return `${root}${path}${path === '' || path.endsWith('/') ? 'index.html' : ''}`
  }
  return { root, to }
}

/** Links for text that is read elsewhere, such as an item's notes in a podcast app: absolute. */
export const absoluteLinks = (baseUrl: string): Links => ({ root: baseUrl, to: (url) => url })

import type { Document } from '../model/document.ts'
import { assetNames, type Templates } from './theme.ts'

/** What the pages need beside themselves. It is published before them. */
export const siteDocuments = (templates: Templates): Document[] =>
  assetNames.map((name) => ({ path: `assets/${name}`, body: templates.text(name), wave: 'media' }))

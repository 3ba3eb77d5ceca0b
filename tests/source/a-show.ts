import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Show } from '../../src/model/show.ts'
import { parseShow } from '../../src/source/show.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const plainSettings = `title: Ferns
description: About ferns.
baseUrl: https://example.com/ferns/
language: en
author: Ada Fern
image: https://example.com/artwork.jpg
categories: Science
explicit: no
`

/** A show with the least that it needs, and further lines of podcast.yaml. */
export function aShow(further = ''): Show {
  const { value, diagnostics } = parseShow(bytesOf(plainSettings + further), 'podcast.yaml')
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return value
}

/** `yaml/syntax 2:13` for each, sorted. */
export const briefly = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`).sort()

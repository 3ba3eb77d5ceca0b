/**
 * Hugo on the same episodes, with templates that write what the floor writes: one feed with full notes,
 * one page and one chapters file per episode.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @returns what `hugo version` prints, or undefined where Hugo is not installed. */
export function hugoVersion(): string | undefined {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  return status === 0 ? stdout.split(' ').slice(0, 2).join(' ') : undefined
}

// The taxonomies, the site map and the 404 page are off: nobody else writes them.
const config = (episodes: string): string => `baseURL: https://podcast.example.com/
title: The Benchmark Garden
languageCode: en
timeout: 10m
disableKinds: [taxonomy, term, section, sitemap, robotsTXT, "404"]
module:
  mounts:
    - { source: ${JSON.stringify(episodes)}, target: content/episodes }
    - { source: layouts, target: layouts }
mediaTypes:
  application/json+chapters: { suffixes: [json] }
outputFormats:
  RSS: { mediaType: application/rss+xml, baseName: feed }
  chapters: { mediaType: application/json+chapters, baseName: chapters, isPlainText: true }
outputs:
  home: [RSS]
  page: [HTML, chapters]
`

/** Go's times are hours, minutes and seconds as text: `time.ParseDuration` takes "08" for eight, `int` does not. */
const findTimes = `{{- $times := findRESubmatch \`(?m)^(?:- )?[(\\[*]*(?:(\\d\\d):)?(\\d\\d):(\\d\\d)[)\\]*]*(?:\\(#t=\\d+\\))? (.+)$\` .RawContent -}}`
const eachTime = `{{ $clock := printf "%sh%sm%ss" (index . 1 | default "0") (index . 2) (index . 3) -}}
{{ $start := int (time.ParseDuration $clock).Seconds -}}`

const layouts: Readonly<Record<string, string>> = {
  'index.rss.xml': `{{ \`<?xml version="1.0" encoding="UTF-8"?>\` | safeHTML }}
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>{{ .Title }}</title>
<link>{{ .Permalink }}</link>
<description>A show that nobody recorded.</description>
<language>en</language>
{{ range .Site.RegularPages }}<item>
<title>{{ .Title }}</title>
<guid isPermaLink="false">{{ .File.ContentBaseName }}</guid>
<link>{{ .Permalink }}</link>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 GMT" }}</pubDate>
{{ with .Params.audio }}<enclosure url="{{ .url }}" length="{{ .length }}" type="{{ .type }}"/>
<itunes:duration>{{ .duration }}</itunes:duration>{{ end }}
<itunes:season>{{ .Params.season }}</itunes:season>
<itunes:episode>{{ .Params.episode }}</itunes:episode>
<itunes:author>{{ delimit .Params.authors ", " }}</itunes:author>
<description>{{ .Summary }}</description>
<podcast:chapters url="{{ .Permalink }}chapters.json" type="application/json+chapters"/>
<content:encoded>{{ "<![CDATA[" | safeHTML }}{{ .Content }}{{ "]]>" | safeHTML }}</content:encoded>
</item>
{{ end }}</channel>
</rss>
`,
  '_default/single.html': `${findTimes}<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
<h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2006-01-02" }}</time></p>
<audio controls preload="none" src="{{ .Params.audio.url }}"></audio>
<ol>
{{ range $times }}${eachTime}<li><a href="#t={{ $start }}">{{ index . 4 }}</a></li>
{{ end }}</ol>
{{ .Content }}</body>
</html>
`,
  '_default/single.chapters.json': `${findTimes}{{ $chapters := slice -}}
{{ range $times }}${eachTime}{{ $chapters = $chapters | append (dict "startTime" $start "title" (index . 4)) }}{{ end -}}
{{ dict "version" "1.2.0" "chapters" $chapters | jsonify }}`,
}

/** Writes the settings and templates of a Hugo site whose content is a show's episodes. */
export function writeHugoSite(folder: string, show: string): void {
  mkdirSync(join(folder, 'layouts', '_default'), { recursive: true })
  writeFileSync(join(folder, 'config.yaml'), config(join(show, 'episodes')))
  for (const [name, text] of Object.entries(layouts)) writeFileSync(join(folder, 'layouts', name), text)
}

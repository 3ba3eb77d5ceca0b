import { defineRule } from '../../model/rule.ts'
import { firstTime, isFine } from '../answers.ts'
import { contentOf, isTellable } from '../first-bytes.ts'
import { sameKind } from '../media-types.ts'
import { bareType } from '../mime.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const from = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

export const enclosureBytesType = defineRule({
  id: 'enclosure-bytes-type',
  level: 'warning',
  platforms: ['apple'],
  summary: 'The audio is what the feed says that it is.',
  why: 'Apps hand the file to the wrong player, and it stays silent.',
  mend: 'Export the file in the format that its name and `type` say, or correct these.',
  source: sources.apple,
  sameAs: ['media/wrong-extension'],
  examples: {
    bad: [
      { answers: { 'https://soil.example/audio/roots.mp3': { bytes: from('\0\0\0\x20ftypM4A ') } } },
      { answers: { 'https://soil.example/audio/roots.mp3': { bytes: from('<!DOCTYPE html>\n<html>') } } },
    ],
    good: [
      { answers: { 'https://soil.example/audio/roots.mp3': { bytes: from('\xff\xfb\x90\x64') } } },
      { answers: { 'https://soil.example/audio/roots.mp3': { bytes: from('\0\0\0\0\0\0\0\0\0\0\0\0') } } },
      { item: '<enclosure url="https://soil.example/audio/roots.mp3" length="5" type="application/octet-stream"/>' },
      {
        item: '<enclosure url="https://soil.example/roots.m4a" length="5" type="audio/x-m4a"/>',
        answers: { 'https://soil.example/roots.m4a': { bytes: from('\0\0\0\x20ftypmp42') } },
      },
    ],
  },
  check: (report) => {
    const isNew = firstTime()
    return {
      answer: ({ kind, node, url }, answer) => {
        const type = bareType(node.attributes.type)
        if (kind !== 'enclosure' || node.name === 'podcast:source' || !isTellable(type, sameKind)) return
        if (answer.bytes === undefined || !isFine(answer)) return
        const content = contentOf(answer.bytes)
        if (content === undefined || content.types.some((one) => sameKind(one, type)) || !isNew(url)) return
        report(node, `The feed says that the audio is ${quoted(type)}, but it is ${content.name}.`, { part: '@type' })
      },
    }
  },
})

import type { Rule } from '../../model/rule.ts'
import { channelTitle } from './channel-title.ts'
import { enclosureDuplicate } from './enclosure-duplicate.ts'
import { pcGuidFormat } from './pc-guid-format.ts'

/** Every rule, by id. */
export const rules: readonly Rule[] = [channelTitle, enclosureDuplicate, pcGuidFormat]

/** The headings and labels that announce an outline, in the languages that podcasters write. Pure. */

/**
 * What a label says about the times below it: they are chapters; they may be; they belong to a transcript.
 */
export type LabelKind = 'outline' | 'notes' | 'transcript'

/** A label is a line, not a paragraph. */
export const maxLabelLength = 60

/** These mean an outline wherever they stand in a label: “Here are the timestamps for today”. */
const outlineAnywhere =
  'time ?stamps?|time ?codes?|chapters|chapter (?:marks|markers|list)|key moments|we (?:cover|covered|discuss|talk about)|' +
  'zeitmarken|zeitstempel|kapitelmarken|sprungmarken|chapitrage|minutage|minutado|minutaje|minutagem|minutaggio|' +
  'marcas de tiempo|marcações de tempo|tijdcodes|tijdstempels|tidskoder|tidsstämplar|tidsstempler|aikaleimat|aikakoodit|' +
  'znaczniki czasu|časové značky|időbélyegek|időkódok|marcaje temporale|тайм-?коды?|таймкоди|zaman damgaları|' +
  'zaman kodları|χρονοσημάνσεις|mốc thời gian|stempel waktu|' +
  '时间轴|时间线|时间戳|时间码|时间点|時間軸|時間線|時間戳|章节|章節|目录|目錄|大纲|大綱|' +
  'チャプター|タイムスタンプ|タイムライン|目次|챕터|타임스탬프|타임라인|목차|الطوابع الزمنية|خط زمني|חותמות זמן|สารบัญ'

/** These do so where they start or end it: “Episode outline”, “Sommaire de l'épisode”. */
const outlineWords =
  'outline|time ?line|time ?markers?|timings|run ?down|run ?sheet|table of contents|toc|breakdown|episode guide|' +
  'jump to|skip to|kapitel|kapitelübersicht|inhaltsverzeichnis|gliederung|chapitres|sommaire|table des matières|' +
  'horodatage|capítulos|capitulos|índice|indice|tabla de contenidos|sumário|linha do tempo|capitoli|scaletta|' +
  'hoofdstukken|inhoudsopgave|tijdlijn|innehållsförteckning|kapitler|indholdsfortegnelse|innholdsfortegnelse|luvut|' +
  'sisällysluettelo|rozdziały|spis treści|oś czasu|kapitoly|časová osa|obsah|fejezetek|tartalomjegyzék|capitole|cuprins|' +
  'главы|таймлайн|оглавление|содержание|розділи|зміст|глави|съдържание|bölümler|içindekiler|κεφάλαια|περιεχόμενα|' +
  'daftar isi|bab|mục lục|chương|الفصول|فصول|فهرس|المحاور|فهرست|פרקים|תוכן העניינים|अध्याय'

const notesWords =
  'show ?notes|notes|topics?|topics (?:covered|discussed)|contents?|agenda|index|segments?|sections|highlights|overview|' +
  'in this episode|on this episode|description|programme|program|tracklist|themen|inhalt|ablauf|übersicht|in dieser folge|' +
  'plan|au programme|contenu|sujets|thèmes|dans cet épisode|temas|contenidos?|en este episodio|notas|sumario|tópicos|' +
  'assuntos|conteúdo|neste episódio|argomenti|sommario|contenuti|in questo episodio|in questa puntata|inhoud|onderwerpen|' +
  'in deze aflevering|innehåll|ämnen|indhold|innhold|emner|sisältö|aiheet|tematy|w tym odcinku|témata|tartalom|témák|' +
  'темы|план|в этом выпуске|теми|konular|内容|內容|トピック|내용'

const transcriptWords =
  'transcripts?|transcription|transkript|transkription|transcripción|transcrição|trascrizione|transcriptie|transkrypcja|' +
  'přepis|átirat|транскрипт|транскрипция|расшифровка|стенограмма|文字起こし|逐字稿|文字稿|녹취록'

const inLabel = (words: string): string => `(?<!\\p{L})(?:${words})(?!\\p{L})`
const asianScript = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]'
/** A label's word at the start or end of it; `Kapitel 3` is a title, though. Asian scripts have no gaps between words. */
const atEdge = (words: string): string =>
  `^(?:${words})(?!\\p{L}(?<!${asianScript})|\\s*\\p{N})|(?<!\\p{L}(?<!${asianScript}))(?:${words})$`

const asianWords = outlineAnywhere.split('|').filter((word) => new RegExp(asianScript, 'u').test(word))
const outline = new RegExp(`${inLabel(outlineAnywhere)}|${atEdge(outlineWords)}|${asianWords.join('|')}`, 'u')
const notes = new RegExp(atEdge(notesWords), 'u')
const transcript = new RegExp(atEdge(transcriptWords), 'u')

/** What is left of a label without pictures, punctuation and capitals. */
const essence = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u200b\u2060\ufeff]+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '')

const ownLabels = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The show's own labels, prepared once for each show. */
function essencesOf(labels: readonly string[]): ReadonlySet<string> {
  const known = ownLabels.get(labels)
  if (known !== undefined) return known
  const made = new Set(labels.map(essence).filter((label) => label !== ''))
  ownLabels.set(labels, made)
  return made
}

/**
 * What a line announces, if it is a label for an outline, for show notes or for a transcript.
 * @param labels further labels of the show
 */
export function labelOf(text: string, labels: readonly string[]): LabelKind | undefined {
  if (text.length > maxLabelLength) return undefined
  const words = essence(text)
  if (words === '') return undefined
  if (labels.length > 0 && essencesOf(labels).has(words)) return 'outline'
  if (transcript.test(words)) return 'transcript'
  if (outline.test(words)) return 'outline'
  return notes.test(words) ? 'notes' : undefined
}

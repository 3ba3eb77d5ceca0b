/** Words that a template prints as they are. */
export interface PageWords {
  readonly skip: string
  readonly navigation: string
  readonly episodes: string
  readonly earlierEpisodes: string
  readonly years: string
  readonly chapters: string
  readonly people: string
  readonly transcript: string
  readonly listen: string
  readonly download: string
  readonly source: string
  readonly link: string
  readonly website: string
  readonly subscribe: string
  readonly subscribeHint: string
  readonly updated: string
}

/** The words of the pages, in one language. */
export interface Words {
  readonly page: PageWords
  readonly support: string
  readonly explicit: string
  readonly trailer: string
  readonly bonus: string
  readonly season: (number: number | string) => string
  readonly episode: (number: number | string) => string
  readonly artwork: (title: string) => string
  /** A size in megabytes. */
  readonly size: (megabytes: number) => string
  /** Roles of the podcast taxonomy, in lower case. @see spec/podcast-namespace.md §3 */
  readonly roles: Readonly<Record<string, string>>
}

const en: Words = {
  page: {
    skip: 'Skip to content',
    navigation: 'Show',
    episodes: 'Episodes',
    earlierEpisodes: 'Earlier episodes',
    years: 'Years',
    chapters: 'Chapters',
    people: 'People',
    transcript: 'Transcript',
    listen: 'Listen',
    download: 'Download',
    source: 'Source',
    link: 'Link',
    website: 'Website',
    subscribe: 'Subscribe',
    subscribeHint: 'Copy this address into your podcast app:',
    updated: 'Updated',
  },
  support: 'Support the show',
  explicit: 'Explicit',
  trailer: 'Trailer',
  bonus: 'Bonus',
  season: (number) => `Season ${number}`,
  episode: (number) => `Episode ${number}`,
  artwork: (title) => `Cover art of ${title}`,
  size: (megabytes) => `${megabytes} MB`,
  roles: {
    host: 'Host',
    'co-host': 'Co-host',
    'guest host': 'Guest host',
    guest: 'Guest',
    narrator: 'Narrator',
    'voice actor': 'Voice',
    reporter: 'Reporter',
    author: 'Author',
    writer: 'Writer',
    editor: 'Editor',
    'audio editor': 'Audio editor',
    producer: 'Producer',
    'executive producer': 'Executive producer',
    translator: 'Translator',
  },
}

const de: Words = {
  page: {
    skip: 'Zum Inhalt springen',
    navigation: 'Podcast',
    episodes: 'Folgen',
    earlierEpisodes: 'Frühere Folgen',
    years: 'Jahre',
    chapters: 'Kapitel',
    people: 'Mitwirkende',
    transcript: 'Transkript',
    listen: 'Anhören',
    download: 'Herunterladen',
    source: 'Quelle',
    link: 'Link',
    website: 'Website',
    subscribe: 'Abonnieren',
    subscribeHint: 'Diese Adresse in die Podcast-App kopieren:',
    updated: 'Aktualisiert',
  },
  support: 'Podcast unterstützen',
  explicit: 'Explizit',
  trailer: 'Trailer',
  bonus: 'Bonus',
  season: (number) => `Staffel ${number}`,
  episode: (number) => `Folge ${number}`,
  artwork: (title) => `Cover von ${title}`,
  size: (megabytes) => `${String(megabytes).replace('.', ',')} MB`,
  roles: {
    host: 'Moderation',
    'co-host': 'Co-Moderation',
    'guest host': 'Gastmoderation',
    guest: 'Zu Gast',
    narrator: 'Sprecher/in',
    'voice actor': 'Stimme',
    reporter: 'Reportage',
    author: 'Text',
    writer: 'Text',
    editor: 'Redaktion',
    'audio editor': 'Schnitt',
    producer: 'Produktion',
    'executive producer': 'Produktionsleitung',
    translator: 'Übersetzung',
  },
}

const fr: Words = {
  page: {
    skip: 'Aller au contenu',
    navigation: 'Podcast',
    episodes: 'Épisodes',
    earlierEpisodes: 'Épisodes précédents',
    years: 'Années',
    chapters: 'Chapitres',
    people: 'Avec',
    transcript: 'Transcription',
    listen: 'Écouter',
    download: 'Télécharger',
    source: 'Source',
    link: 'Lien',
    website: 'Site web',
    subscribe: 'S’abonner',
    subscribeHint: 'Copiez cette adresse dans votre application de podcasts :',
    updated: 'Mis à jour',
  },
  support: 'Soutenir le podcast',
  explicit: 'Contenu explicite',
  trailer: 'Bande-annonce',
  bonus: 'Bonus',
  season: (number) => `Saison ${number}`,
  episode: (number) => `Épisode ${number}`,
  artwork: (title) => `Pochette de ${title}`,
  size: (megabytes) => `${String(megabytes).replace('.', ',')} Mo`,
  roles: {
    host: 'Animation',
    'co-host': 'Coanimation',
    'guest host': 'Animation invitée',
    guest: 'Invité·e',
    narrator: 'Narration',
    'voice actor': 'Voix',
    reporter: 'Reportage',
    author: 'Texte',
    writer: 'Écriture',
    editor: 'Édition',
    'audio editor': 'Montage',
    producer: 'Production',
    'executive producer': 'Production exécutive',
    translator: 'Traduction',
  },
}

const es: Words = {
  page: {
    skip: 'Ir al contenido',
    navigation: 'Pódcast',
    episodes: 'Episodios',
    earlierEpisodes: 'Episodios anteriores',
    years: 'Años',
    chapters: 'Capítulos',
    people: 'Participan',
    transcript: 'Transcripción',
    listen: 'Escuchar',
    download: 'Descargar',
    source: 'Fuente',
    link: 'Enlace',
    website: 'Sitio web',
    subscribe: 'Suscribirse',
    subscribeHint: 'Copia esta dirección en tu aplicación de pódcasts:',
    updated: 'Actualizado',
  },
  support: 'Apoyar el pódcast',
  explicit: 'Explícito',
  trailer: 'Tráiler',
  bonus: 'Extra',
  season: (number) => `Temporada ${number}`,
  episode: (number) => `Episodio ${number}`,
  artwork: (title) => `Portada de ${title}`,
  size: (megabytes) => `${String(megabytes).replace('.', ',')} MB`,
  roles: {
    host: 'Presentación',
    'co-host': 'Copresentación',
    'guest host': 'Presentación invitada',
    guest: 'Invitado/a',
    narrator: 'Narración',
    'voice actor': 'Voz',
    reporter: 'Reportaje',
    author: 'Texto',
    writer: 'Guion',
    editor: 'Edición',
    'audio editor': 'Edición de audio',
    producer: 'Producción',
    'executive producer': 'Producción ejecutiva',
    translator: 'Traducción',
  },
}

const languages: Readonly<Record<string, Words>> = { en, de, fr, es }

/** Right-to-left scripts' languages, as they are usually written. */
const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])

const primary = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? ''

/** The words for a language such as `de` or `pt-br`; English where there are none. */
export const wordsFor = (language: string): Words =>
  (Object.hasOwn(languages, primary(language)) ? languages[primary(language)] : undefined) ?? en

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(primary(language)) ? 'rtl' : 'ltr')

/** The five renditions of every visible text, in the order of the language menu. */
export const renditions = ['en', 'sr-Latn', 'sr-Cyrl', 'sr-Latn-ME', 'ka'] as const

/** One language in one script. */
export type Rendition = (typeof renditions)[number]

interface RenditionFacts {
  /** The language's own name; ICU's name for Montenegrin would be wrong to show. */
  readonly ownName: string
  /** Value of the HTML `lang` attribute; fonts choose Serbian italics by it. */
  readonly lang: string
  /** BCP 47 locale for `Intl`; English is European: day before month, 24 hours. */
  readonly locale: string
}

const facts = {
  en: { ownName: 'English', lang: 'en', locale: 'en-GB' },
  'sr-Latn': { ownName: 'Srpski (latinica)', lang: 'sr-Latn', locale: 'sr-Latn' },
  'sr-Cyrl': { ownName: 'Српски (ћирилица)', lang: 'sr-Cyrl', locale: 'sr-Cyrl' },
  'sr-Latn-ME': { ownName: 'Crnogorski', lang: 'sr-Latn-ME', locale: 'sr-Latn-ME' },
  ka: { ownName: 'ქართული', lang: 'ka', locale: 'ka' },
} as const satisfies Record<Rendition, RenditionFacts>

/** Tells whether a stored or received string names a rendition. */
export const isRendition = (value: unknown): value is Rendition => renditions.some((rendition) => rendition === value)

/** The rendition's name in its own language and script. */
export const ownName = (rendition: Rendition): string => facts[rendition].ownName

/** The value of the HTML `lang` attribute. */
export const langOf = (rendition: Rendition): string => facts[rendition].lang

/** The locale that `Intl` gets. */
export const localeOf = (rendition: Rendition): string => facts[rendition].locale

/** The rendition that one language tag asks for, or none of ours. */
const renditionOfTag = (tag: string): Rendition | undefined => {
  const parts = tag.toLowerCase().split('-')
  const language = parts[0] ?? ''
  if (language === 'en') return 'en'
  if (language === 'ka') return 'ka'
  if (language === 'cnr') return 'sr-Latn-ME'
  // Readers of the neighbouring languages read Serbian in Latin before English.
  if (['hr', 'bs', 'sh'].includes(language)) return 'sr-Latn'
  if (language !== 'sr') return undefined
  if (parts.includes('me')) return 'sr-Latn-ME'
  return parts.includes('latn') ? 'sr-Latn' : 'sr-Cyrl'
}

/** The best rendition for an `Accept-Language` header (or a browser's tags joined by commas). */
export const renditionFrom = (acceptLanguage: string | null | undefined): Rendition => {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((wish, position) => {
      const [tag = '', ...parameters] = wish.trim().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/i.exec(p)?.[1]).find(Boolean)
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality), position }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
  for (const { tag } of wishes) {
    const rendition = renditionOfTag(tag)
    if (rendition) return rendition
  }
  return 'en'
}

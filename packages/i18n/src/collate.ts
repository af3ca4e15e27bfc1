import { localeOf } from './renditions.ts'
import type { Rendition } from './renditions.ts'

const collators = new Map<Rendition, Intl.Collator>()

const collatorOf = (rendition: Rendition): Intl.Collator => {
  const known = collators.get(rendition)
  if (known) return known
  // Numbers inside names compare by value. Chromium has no Georgian order: the one of English keeps the alphabet.
  const collator = new Intl.Collator([localeOf(rendition), 'en'], { numeric: true })
  collators.set(rendition, collator)
  return collator
}

/** A comparison of names for `sort`: in Serbian Loznica < Lučani < Ljig. */
export const compareNames = (rendition: Rendition): ((a: string, b: string) => number) => collatorOf(rendition).compare

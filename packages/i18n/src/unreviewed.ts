import { catalogs } from './catalogs.ts'
import type { Namespace } from './catalogs.ts'

/** Renditions that are written by hand after the English source. */
const translated = ['sr-Cyrl', 'sr-Latn-ME', 'ka'] as const

/** A translated file that no native reader has checked. */
export interface UnreviewedCatalog {
  readonly namespace: Namespace
  readonly rendition: (typeof translated)[number]
}

/** Lists all files that still wait for a native reader, for the administrator's page. */
export const unreviewedCatalogs = async (): Promise<readonly UnreviewedCatalog[]> => {
  const names = Object.keys(catalogs) as readonly Namespace[]
  const files = names.flatMap((namespace) => translated.map((rendition) => ({ namespace, rendition })))
  const metas = await Promise.all(files.map(({ namespace, rendition }) => catalogs[namespace][rendition]()))
  return files.filter((_, index) => metas[index]?.meta.unreviewed)
}

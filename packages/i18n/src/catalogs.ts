import type { CatalogMeta, Messages } from './catalogs/catalog.ts'

interface SourceFile {
  readonly messages: Messages
}
interface TranslatedFile extends SourceFile {
  readonly meta: CatalogMeta
}
interface CatalogFiles {
  readonly en: () => Promise<SourceFile>
  readonly 'sr-Cyrl': () => Promise<TranslatedFile>
  readonly 'sr-Latn-ME': () => Promise<TranslatedFile>
  readonly ka: () => Promise<TranslatedFile>
}

/** The closed list of catalogs, by noun; each import is a chunk of its own in the browser. */
export const catalogs = {
  core: {
    en: () => import('./catalogs/core/en.ts'),
    'sr-Cyrl': () => import('./catalogs/core/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/core/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/core/ka.ts'),
  },
  errors: {
    en: () => import('./catalogs/errors/en.ts'),
    'sr-Cyrl': () => import('./catalogs/errors/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/errors/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/errors/ka.ts'),
  },
  roles: {
    en: () => import('./catalogs/roles/en.ts'),
    'sr-Cyrl': () => import('./catalogs/roles/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/roles/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/roles/ka.ts'),
  },
  threads: {
    en: () => import('./catalogs/threads/en.ts'),
    'sr-Cyrl': () => import('./catalogs/threads/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/threads/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/threads/ka.ts'),
  },
} as const satisfies Record<string, CatalogFiles>

/** A noun (or a part of the screen) that has a catalog. */
export type Namespace = keyof typeof catalogs

import { readdir } from 'node:fs/promises'
import { catalogs } from '../catalogs.ts'
import type { Namespace } from '../catalogs.ts'
import { problemsOf } from './problems.ts'
import type { StoredCatalog } from './problems.ts'

const stored = async (namespace: Namespace): Promise<StoredCatalog> => {
  const files = catalogs[namespace]
  const [en, serbian, montenegrin, georgian] = await Promise.all([
    files.en(),
    files['sr-Cyrl'](),
    files['sr-Latn-ME'](),
    files.ka(),
  ])
  return {
    namespace,
    en: en.messages,
    serbian: serbian.messages,
    montenegrin: montenegrin.messages,
    georgian: georgian.messages,
    metas: { 'sr-Cyrl': serbian.meta, 'sr-Latn-ME': montenegrin.meta, ka: georgian.meta },
  }
}

/** Folders of catalogs that the closed list forgot. */
const forgottenFolders = async (): Promise<readonly string[]> => {
  const entries = await readdir(new URL('../catalogs/', import.meta.url), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && !Object.hasOwn(catalogs, entry.name))
    .map((entry) => `${entry.name}: not in the list of src/catalogs.ts`)
}

/** Everything that is wrong with the stored catalogs, a line each. */
export const problemsOfAll = async (): Promise<readonly string[]> => {
  const names = Object.keys(catalogs) as readonly Namespace[]
  const all = await Promise.all(names.map(stored))
  return [...(await forgottenFolders()), ...all.flatMap(problemsOf)]
}

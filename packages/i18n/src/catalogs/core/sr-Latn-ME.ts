import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  apply: 'Primijeni',
  onlyInMemory: 'U ovom pregledaču više nema mjesta za čuvanje. Ne zatvarajte stranicu dok ovo ne bude poslato.',
  empty: 'Ovdje još nema ničega',
  newVersion: 'Nova verzija je spremna. Ono što napišete čuva se ovdje i šalje čim ponovo učitate stranicu.',
  pendingChanges_one: '{{count}} izmjena čeka na slanje',
  pendingChanges_few: '{{count}} izmjene čekaju na slanje',
  pendingChanges_other: '{{count}} izmjena čeka na slanje',
  themeLight: 'Svijetao',
  updated: 'Izmijenjeno',
  updatedAt: 'Izmijenjeno: {{date}}',
} as const satisfies Overlay<typeof en>

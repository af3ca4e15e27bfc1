import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  unknownHealth: 'Još nema izvještaja',
  healthSince: 'Od izvještaja: {{date}}',
  changePhase: 'Promijeni korak',
  lastReport: 'Posljednji izvještaj',
  nextReport: 'Naredni izvještaj: {{date}}',
} as const satisfies Overlay<typeof en>

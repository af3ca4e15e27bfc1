import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  shiftedDates: 'Datumi su pomjereni prema prvom pokretanju ovog demoa.',
  noReportYet: 'Još nema prihvaćenog izvještaja',
  lastWord: 'Posljednji glas: {{when}}',
  lateStage: 'Faza je trebalo da bude završena: {{title}}',
} as const satisfies Overlay<typeof en>

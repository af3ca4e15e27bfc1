import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  reports: 'Izvještaji',
  people: 'Ljudi i mjesta',
  rollouts: 'Uvođenja ovdje',
  noRollouts: 'Ovdje još nema uvođenja',
  importPreview: 'Pregled prije uvoza',
  importChanged: 'Izmijenjeno: {{count}}',
  importSame: 'Bez izmjena: {{count}}',
  dropHere: 'ili je prevucite ovdje',
  tooManyRows: 'Najviše redova odjednom: {{value}}. Podijelite datoteku.',
  latestReports: 'Posljednji izvještaji',
  noReports: 'Ovdje još nema izvještaja',
  noDocuments: 'Ovdje još nema dokumenata',
  contactsAskAbout:
    'Pitamo jednom u kvartalu, da bi pisma i zadaci nekome stigli. Ako se neko promijenio, javite koordinatoru, koji ponovo popunjava mjesto.',
} as const satisfies Overlay<typeof en>

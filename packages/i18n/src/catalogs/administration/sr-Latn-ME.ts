import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  people: 'Ljudi i mjesta',
  auditAbout: 'Vrijeme, osoba, komanda i prostor; nikada sadržaj.',
  auditTime: 'Vrijeme',
  lastBackup: 'Posljednja rezervna kopija: {{time}}',
  lastAdministrator: 'Posljednji administrator ne može da se ukloni.',
  rolesIntro: 'Uloge se ne dodjeljuju pojedinačno: slijede iz mjesta, učešća i imenovanja.',
} as const satisfies Overlay<typeof en>

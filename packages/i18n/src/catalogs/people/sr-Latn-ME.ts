import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  seat: 'Mjesto',
  seats: 'Mjesta',
  rename: 'Promijeni ime',
  lastSeen: 'Posljednji put ovdje: {{time}}',
  online: 'Sada ovdje',
  changeRole: 'Promijeni ulogu',
  empty: 'Ovdje još nema nikoga',
  noSeat: 'Bez mjesta',
  giveSeat: 'Dodijeli mjesto',
} as const satisfies Overlay<typeof en>

import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  seats: 'Mjesta',
  addSeat: 'Dodaj mjesto',
  removeSeat: 'Ukloni mjesto',
  assign: 'Dodijeli mjesto',
  vacate: 'Oslobodi mjesto',
  seatCount_one: '{{count}} mjesto',
  seatCount_few: '{{count}} mjesta',
  seatCount_other: '{{count}} mjesta',
  vacateConfirm: 'Osloboditi mjesto? Osoba: {{person}}. Prava mjesta odmah prestaju.',
  countryMK: 'Sjeverna Makedonija',
} as const satisfies Overlay<typeof en>

import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  analysis: 'Analiza uspjeha i neuspjeha',
  followUp: 'Praćenje primjene',
  changeDates: 'Promijeni datume',
  changeLead: 'Promijeni nosioca',
  openWarning: 'Opštine će vidjeti sve u ovoj fazi, i njenu istoriju.',
  endBeforeStart: 'Kraj je prije početka.',
  datesChanged: 'Datumi su promijenjeni',
  leadChanged: 'Nosilac je promijenjen',
} as const satisfies Overlay<typeof en>

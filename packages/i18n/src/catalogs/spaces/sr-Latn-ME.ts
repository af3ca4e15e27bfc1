import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  reports: 'Izvještaji',
  tabs: 'Djelovi prostora',
  hereNow: 'Sada ovdje',
  noActivity: 'Ovdje se još ništa nije dogodilo',
  readOnly: 'Ovdje možete da čitate i komentarišete',
  newSince: 'Novo od vaše posljednje posjete',
} as const satisfies Overlay<typeof en>

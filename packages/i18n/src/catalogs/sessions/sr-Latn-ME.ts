import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  intro: 'Mjesto gdje partneri rade zajedno, a opštine izvještavaju.',
  lastUsed: 'Posljednja upotreba: {{time}}',
  changePassword: 'Promijeni lozinku',
  passwordChanged: 'Lozinka je promijenjena',
} as const satisfies Overlay<typeof en>

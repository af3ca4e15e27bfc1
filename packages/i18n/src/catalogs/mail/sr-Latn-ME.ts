import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  signInIntro: 'Neko, vjerovatno vi, zatražio je vezu za prijavu.',
  reportDueSubject: 'Izvještaj za podnošenje: {{title}}',
  reportsDueSubject: 'Izvještaji za podnošenje: {{count}}',
  reminderWhy: 'Ovu poruku dobijate jer ste zaduženi za ove izvještaje. Najviše jednom dnevno.',
  reportApprovalBody: 'Izvještaj je spreman: jedna stranica za čitanje, jedan dodir za odobrenje.',
  reportApprovalExpiry: 'Veza je samo za vas i važi dok se izvještaj ne izmijeni, najkasnije do: {{date}}.',
  reportReturnedSubject: 'Vraćen izvještaj: {{title}}',
  reportReturnedBody: '{{person}}: izvještaj je vraćen sa primjedbama.',
  reportSubmittedSubject: 'Podnijet izvještaj: {{title}}',
  reportAcceptedSubject: 'Prihvaćen izvještaj: {{title}}',
} as const satisfies Overlay<typeof en>

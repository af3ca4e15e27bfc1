import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  recentSpaces: 'Nedavno posjećeno',
  reports: 'Izvještaji',
  breadcrumb: 'Gdje ste',
  waitingReportDue: 'Izvještaj za podnošenje: {{title}}',
  waitingReportReturned: 'Vraćen izvještaj: {{title}}',
  waitingReportApproval: 'Izvještaj za odobrenje: {{title}}',
  waitingReportReview: 'Izvještaj za pregled: {{title}}',
  notifications: 'Obavještenja',
  noNotifications: 'Nema obavještenja',
  peopleHere_one: 'Sada je ovdje {{count}} osoba',
  peopleHere_few: 'Sada su ovdje {{count}} osobe',
  peopleHere_other: 'Sada je ovdje {{count}} osoba',
  unsentChange: 'Izmjena',
  documentUnsaved: 'U jednom dokumentu ima riječi koje nijesu sačuvane',
  signOutUnsent_one:
    '{{count}} izmjena još nije poslata. Ipak se odjaviti? Ostaje na ovom uređaju, označena kao neposlata.',
  signOutUnsent_few:
    '{{count}} izmjene još nijesu poslate. Ipak se odjaviti? Ostaju na ovom uređaju, označene kao neposlate.',
  signOutUnsent_other:
    '{{count}} izmjena još nije poslato. Ipak se odjaviti? Ostaju na ovom uređaju, označene kao neposlate.',
  signOutLost_one:
    '{{count}} izmjena nije poslata niti može da se sačuva na ovom uređaju. Ipak se odjaviti? Biće izgubljena.',
  signOutLost_few:
    '{{count}} izmjene nijesu poslate niti mogu da se sačuvaju na ovom uređaju. Ipak se odjaviti? Biće izgubljene.',
  signOutLost_other:
    '{{count}} izmjena nije poslato niti može da se sačuva na ovom uređaju. Ipak se odjaviti? Biće izgubljene.',
  shortcutNextTab: 'Sljedeća kartica',
} as const satisfies Overlay<typeof en>

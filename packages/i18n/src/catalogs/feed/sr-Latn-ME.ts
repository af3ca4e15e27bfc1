import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  cycleSet: '{{person}}: novi ciklus izvještavanja za „{{title}}“',
  cycleEnded: '{{person}}: kraj ciklusa izvještavanja za „{{title}}“',
  milestoneEdited: '{{person}}: izmijenjena prekretnica „{{title}}“',
  threadResolved: '{{person}}: riješen razgovor „{{title}}“',
  messageEdited: '{{person}}: izmijenjena poruka u „{{title}}“',
  taskEdited: '{{person}}: izmijenjen zadatak „{{title}}“',
  taskAssigned: '{{person}}: promijenjena zaduženja „{{title}}“',
  taskDueChanged: '{{person}}: promijenjen rok „{{title}}“',
  checklistChanged: '{{person}}: izmijenjena kontrolna lista „{{title}}“',
  reportStarted: '{{person}}: započet izvještaj „{{title}}“',
  reportDrafted: '{{person}}: rad na izvještaju „{{title}}“',
  reportApprovalAsked: '{{person}}: na odobrenje poslat izvještaj „{{title}}“',
  reportApproved: '{{person}}: odobren izvještaj „{{title}}“',
  reportSubmitted: '{{person}}: podnijet izvještaj „{{title}}“',
  reportReturned: '{{person}}: vraćen izvještaj „{{title}}“',
  reportAccepted: '{{person}}: prihvaćen izvještaj „{{title}}“',
  reportLocked: 'Zaključan izvještaj „{{title}}“',
  reportDue: 'Izvještaj za podnošenje „{{title}}“',
  indicatorRecorded: '{{person}}: nova vrijednost, {{title}}',
  stageRescheduled: '{{person}}: promijenjeni datumi faze „{{title}}“',
  stageLeadChanged: '{{person}}: promijenjen nosilac faze „{{title}}“',
  projectEdited: '{{person}}: izmijenjen projekat „{{title}}“',
  projectApprovalSet: '{{person}}: izmijenjeno da li se izvještaji odobravaju prije podnošenja',
  seatVacated: '{{member}}: mjesto je slobodno, {{title}}',
  unknownEvent: '{{person}}: izmjena',
  columnChanged: '{{person}}: izmijenjena kolona „{{title}}“',
  seatFilled: '{{member}}: novo mjesto, {{title}}',
  reportOpened: '{{person}} traži izvještaj: „{{title}}“',
  approvalAsked: '{{person}} traži odobrenje izvještaja „{{title}}“',
  approvalDeclined: '{{person}} vraća izvještaj „{{title}}“ umjesto odobrenja',
} as const satisfies Overlay<typeof en>

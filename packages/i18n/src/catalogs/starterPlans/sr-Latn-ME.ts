import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  kickOff: 'Prvi sastanak s opštinom',
  equipment: 'Provjerite računare, mrežu i rezervne kopije',
  decision: 'Donesite odluku o uvođenju',
  budget: 'Obezbijedite sredstva u budžetu',
  jointPurchase: 'Pitajte susjedne opštine za zajedničku nabavku',
  procurement: 'Sprovedite nabavku',
  contract: 'Potpišite ugovor, s održavanjem i obukom',
  install: 'Instalirajte i podesite sistem',
  accounts: 'Otvorite naloge i dodijelite prava',
  initialData: 'Unesite i provjerite početne podatke',
  train: 'Obučite zaposlene',
  announce: 'Obavijestite građane i zaposlene',
  support: 'Uredite pomoć i održavanje',
  visit: 'Posjeta poslije tri mjeseca',
  registryRules: 'Usvojite pravila pisarnice',
  procedures: 'Popišite postupke s obrascima i rokovima',
  accessibility: 'Provjerite pristupačnost i jezike',
  stateBody: 'Potpišite sporazum s državnim organom',
  securityAct: 'Donesite akt o bezbjednosti informacija',
  dataMigrated: 'Podaci prenijeti',
  starterName: 'Uobičajen plan',
} as const satisfies Overlay<typeof en>

import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  about:
    'Od praznog projekta do uvođenja u toku. Što izaberete ostaje sačuvano: prekinite kad želite i nastavite ovdje, na bilo kom uređaju.',
  noPlans: 'Projekat još nema plan. Počnite od uobičajenog plana sistema i mijenjajte ga po potrebi.',
  maxVoters: 'Birača najviše',
  partnersAbout:
    'Postaju članovi prostora svakog uvođenja. Različiti partneri na različitim mjestima: počnite ih u više navrata.',
  tryAllAgain: 'Pokušaj ponovo sa svima',
  nextWave: 'Počni sljedeća',
  noRollouts: 'Čim uvođenja postoje, ovdje vidite ko im još treba.',
} as const satisfies Overlay<typeof en>

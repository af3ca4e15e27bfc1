import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  assign: 'Dodijeli',
  assignToMe: 'Dodijeli meni',
  columnNotEmpty: 'Prvo premjestite zadatke iz ove kolone.',
  move: 'Premjesti',
  moveTo: 'Premjesti u: {{column}}',
  moveUp: 'Pomjeri gore',
  moveDown: 'Pomjeri dole',
  moveLeft: 'Premjesti u prethodnu kolonu',
  moveRight: 'Premjesti u sljedeću kolonu',
  moved: '„{{title}}“: kolona {{column}}, mjesto {{position}} od {{total}}',
  grabbed: '„{{title}}“ je podignuto. Strelice pomjeraju, Enter spušta, Escape vraća.',
  moveCancelled: '„{{title}}“ je ponovo na starom mjestu',
  dragHandle: 'Premjesti zadatak „{{title}}“',
  instructions: 'Enter otvara zadatak, razmak ga podiže za pomjeranje strelicama, M nudi načine premještanja.',
  grabbedAt: '„{{title}}“: {{column}}, mjesto {{position}} od {{total}}',
  toTop: 'Premjesti na vrh',
  toBottom: 'Premjesti na dno',
  textChanged: 'Neko drugi je ovo u međuvremenu izmijenio. Njihovo: {{text}}',
} as const satisfies Overlay<typeof en>

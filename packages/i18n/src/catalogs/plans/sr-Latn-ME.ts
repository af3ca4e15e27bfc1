import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  about:
    'Čime počinje svako uvođenje sistema: zadaci, prekretnice, pokazatelji i izvještaji. Vide ga svi u projektu, mijenjaju koordinatori.',
  editTask: 'Izmijeni zadatak „{{title}}“',
  editMilestone: 'Izmijeni prekretnicu „{{name}}“',
  offsetAbout: 'Računa se od početka uvođenja; 0 je prvi radni dan.',
  moveUp: 'Pomjeri „{{title}}“ naviše',
  moveDown: 'Pomjeri „{{title}}“ naniže',
  maxVoters: 'Upisanih birača najviše',
  indicators: 'Pokazatelji',
  indicatorsAbout: 'Šta svaki izvještaj kazuje, ovim redom.',
  reports: 'Izvještaji',
} as const satisfies Overlay<typeof en>

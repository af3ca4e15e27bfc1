import type { CatalogMeta, Messages } from './catalogs/catalog.ts'

interface SourceFile {
  readonly messages: Messages
}
interface TranslatedFile extends SourceFile {
  readonly meta: CatalogMeta
}
interface CatalogFiles {
  readonly en: () => Promise<SourceFile>
  readonly 'sr-Cyrl': () => Promise<TranslatedFile>
  readonly 'sr-Latn-ME': () => Promise<TranslatedFile>
  readonly ka: () => Promise<TranslatedFile>
}

/** The closed list of catalogs, by noun; each import is a chunk of its own in the browser. */
export const catalogs = {
  administration: {
    en: () => import('./catalogs/administration/en.ts'),
    'sr-Cyrl': () => import('./catalogs/administration/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/administration/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/administration/ka.ts'),
  },
  boards: {
    en: () => import('./catalogs/boards/en.ts'),
    'sr-Cyrl': () => import('./catalogs/boards/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/boards/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/boards/ka.ts'),
  },
  core: {
    en: () => import('./catalogs/core/en.ts'),
    'sr-Cyrl': () => import('./catalogs/core/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/core/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/core/ka.ts'),
  },
  documents: {
    en: () => import('./catalogs/documents/en.ts'),
    'sr-Cyrl': () => import('./catalogs/documents/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/documents/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/documents/ka.ts'),
  },
  errors: {
    en: () => import('./catalogs/errors/en.ts'),
    'sr-Cyrl': () => import('./catalogs/errors/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/errors/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/errors/ka.ts'),
  },
  exports: {
    en: () => import('./catalogs/exports/en.ts'),
    'sr-Cyrl': () => import('./catalogs/exports/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/exports/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/exports/ka.ts'),
  },
  feed: {
    en: () => import('./catalogs/feed/en.ts'),
    'sr-Cyrl': () => import('./catalogs/feed/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/feed/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/feed/ka.ts'),
  },
  files: {
    en: () => import('./catalogs/files/en.ts'),
    'sr-Cyrl': () => import('./catalogs/files/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/files/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/files/ka.ts'),
  },
  indicators: {
    en: () => import('./catalogs/indicators/en.ts'),
    'sr-Cyrl': () => import('./catalogs/indicators/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/indicators/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/indicators/ka.ts'),
  },
  invitations: {
    en: () => import('./catalogs/invitations/en.ts'),
    'sr-Cyrl': () => import('./catalogs/invitations/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/invitations/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/invitations/ka.ts'),
  },
  mail: {
    en: () => import('./catalogs/mail/en.ts'),
    'sr-Cyrl': () => import('./catalogs/mail/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/mail/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/mail/ka.ts'),
  },
  milestones: {
    en: () => import('./catalogs/milestones/en.ts'),
    'sr-Cyrl': () => import('./catalogs/milestones/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/milestones/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/milestones/ka.ts'),
  },
  municipalities: {
    en: () => import('./catalogs/municipalities/en.ts'),
    'sr-Cyrl': () => import('./catalogs/municipalities/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/municipalities/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/municipalities/ka.ts'),
  },
  organizations: {
    en: () => import('./catalogs/organizations/en.ts'),
    'sr-Cyrl': () => import('./catalogs/organizations/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/organizations/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/organizations/ka.ts'),
  },
  people: {
    en: () => import('./catalogs/people/en.ts'),
    'sr-Cyrl': () => import('./catalogs/people/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/people/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/people/ka.ts'),
  },
  plans: {
    en: () => import('./catalogs/plans/en.ts'),
    'sr-Cyrl': () => import('./catalogs/plans/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/plans/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/plans/ka.ts'),
  },
  projects: {
    en: () => import('./catalogs/projects/en.ts'),
    'sr-Cyrl': () => import('./catalogs/projects/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/projects/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/projects/ka.ts'),
  },
  reports: {
    en: () => import('./catalogs/reports/en.ts'),
    'sr-Cyrl': () => import('./catalogs/reports/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/reports/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/reports/ka.ts'),
  },
  roles: {
    en: () => import('./catalogs/roles/en.ts'),
    'sr-Cyrl': () => import('./catalogs/roles/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/roles/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/roles/ka.ts'),
  },
  targets: {
    en: () => import('./catalogs/targets/en.ts'),
    'sr-Cyrl': () => import('./catalogs/targets/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/targets/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/targets/ka.ts'),
  },
  cycles: {
    en: () => import('./catalogs/cycles/en.ts'),
    'sr-Cyrl': () => import('./catalogs/cycles/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/cycles/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/cycles/ka.ts'),
  },
  rollouts: {
    en: () => import('./catalogs/rollouts/en.ts'),
    'sr-Cyrl': () => import('./catalogs/rollouts/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/rollouts/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/rollouts/ka.ts'),
  },
  sessions: {
    en: () => import('./catalogs/sessions/en.ts'),
    'sr-Cyrl': () => import('./catalogs/sessions/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/sessions/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/sessions/ka.ts'),
  },
  setup: {
    en: () => import('./catalogs/setup/en.ts'),
    'sr-Cyrl': () => import('./catalogs/setup/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/setup/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/setup/ka.ts'),
  },
  shell: {
    en: () => import('./catalogs/shell/en.ts'),
    'sr-Cyrl': () => import('./catalogs/shell/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/shell/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/shell/ka.ts'),
  },
  spaces: {
    en: () => import('./catalogs/spaces/en.ts'),
    'sr-Cyrl': () => import('./catalogs/spaces/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/spaces/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/spaces/ka.ts'),
  },
  stages: {
    en: () => import('./catalogs/stages/en.ts'),
    'sr-Cyrl': () => import('./catalogs/stages/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/stages/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/stages/ka.ts'),
  },
  systems: {
    en: () => import('./catalogs/systems/en.ts'),
    'sr-Cyrl': () => import('./catalogs/systems/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/systems/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/systems/ka.ts'),
  },
  starterPlans: {
    en: () => import('./catalogs/starterPlans/en.ts'),
    'sr-Cyrl': () => import('./catalogs/starterPlans/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/starterPlans/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/starterPlans/ka.ts'),
  },
  threads: {
    en: () => import('./catalogs/threads/en.ts'),
    'sr-Cyrl': () => import('./catalogs/threads/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/threads/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/threads/ka.ts'),
  },
  waves: {
    en: () => import('./catalogs/waves/en.ts'),
    'sr-Cyrl': () => import('./catalogs/waves/sr-Cyrl.ts'),
    'sr-Latn-ME': () => import('./catalogs/waves/sr-Latn-ME.ts'),
    ka: () => import('./catalogs/waves/ka.ts'),
  },
} as const satisfies Record<string, CatalogFiles>

/** A noun (or a part of the screen) that has a catalog. */
export type Namespace = keyof typeof catalogs

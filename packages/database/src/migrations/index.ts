import type { Kysely } from 'kysely'
import { up as kernel } from './0001_kernel.ts'
import { up as network } from './0002_network.ts'
import { up as projects } from './0003_projects.ts'
import { up as threads } from './0004_threads.ts'

/** Every migration in order: a line for each. A number that has landed is never edited. */
export const migrations: Readonly<Record<string, { up(db: Kysely<unknown>): Promise<void> }>> = {
  '0001_kernel': { up: kernel },
  '0002_network': { up: network },
  '0003_projects': { up: projects },
  '0004_threads': { up: threads },
}

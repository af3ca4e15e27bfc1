import type { Generated } from 'kysely'

/** `space_id` is the project's commons. A removed plan keeps no row. */
export type PlanTable = {
  id: string
  space_id: string
  system_id: string
  content: unknown
  revision: Generated<number>
}

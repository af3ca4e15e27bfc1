import type { Generated } from 'kysely'

/** `space_id` is the rollout's. */
export type MilestoneTable = {
  id: string
  space_id: string
  name: string
  due_on: string
  reached_on: Generated<string | null>
  reached_by: Generated<string | null>
  deleted_at: Generated<string | null>
}

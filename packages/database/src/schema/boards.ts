import type { Generated } from 'kysely'
import type { Office } from '@kolo/domain/core/roles'
import type { ColumnCategory } from '@kolo/domain/boards/boards'

export type BoardColumnTable = {
  id: string
  space_id: string
  name: string | null
  category: ColumnCategory
  order: string
}

/** A removed column keeps no row; the tasks that once stood there were moved or deleted before. */
export type TaskTable = {
  id: string
  space_id: string
  column_id: string
  order: string
  title: string
  description: Generated<string>
  assignee_ids: Generated<string[]>
  office: Generated<Office | null>
  due_on: Generated<string | null>
  file_ids: Generated<string[]>
  created_by: string
  created_at: string
  done_at: string | null
  deleted_at: Generated<string | null>
}

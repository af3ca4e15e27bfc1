import type { Generated } from 'kysely'

export type ThreadTable = {
  id: string
  space_id: string
  title: string
  subject: unknown
  started_by: string
  started_at: string
  resolved_at: Generated<string | null>
  last_number: Generated<number>
  last_message_at: Generated<string | null>
}

export type MessageTable = {
  id: string
  thread_id: string
  number: number
  author_id: string
  body: string
  file_ids: string[]
  posted_at: string
  edited_at: Generated<string | null>
  deleted_at: Generated<string | null>
}

export type ThreadReadTable = { person_id: string; thread_id: string; number: number }

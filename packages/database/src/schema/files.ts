import type { Generated } from 'kysely'

export type UploadTable = {
  id: string
  space_id: string
  person_id: string
  type: string
  size: number
  sha256: string
  at: string
}

export type FileTable = {
  id: string
  space_id: string
  name: string
  added_by: string
  added_at: string
  removed_at: Generated<string | null>
}

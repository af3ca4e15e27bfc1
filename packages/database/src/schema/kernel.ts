import type { Generated } from 'kysely'
import type { Role, SpaceKind } from '@kolo/domain/core/roles'

/** Timestamps are ISO 8601 strings in UTC, days are `YYYY-MM-DD`: see the type parsers of the connection. */
export type InstallationTable = {
  only_row: Generated<boolean>
  epoch: string
  created_at: string
  demo: boolean
  demo_anchor: string | null
  setup_token_hash: Buffer | null
  setup_closed_at: string | null
  node_key: Generated<Buffer>
}

export type SpaceTable = {
  id: string
  kind: SpaceKind
  project_id: string | null
  title: string
  head: Generated<number>
  head_hash: Generated<Buffer>
  created_at: string
}

export type SpaceMemberTable = { space_id: string; person_id: string; role: Role; via: string }

export type EventTable = {
  space_id: string
  seq: number
  type: string
  version: number
  actor_id: string
  command_id: string
  at: string
  payload: Record<string, unknown>
  payload_hash: Buffer
  hash: Buffer
  /** When words were taken out of the payload; `payload_hash` still tells what was written. */
  erased_at: Generated<string | null>
}

export type CommandResultTable = {
  actor_id: string
  command_id: string
  name: string
  payload_hash: Buffer
  outcome: unknown
  at: string
}

/** What `granted_member` says space_member must hold. */
export type GrantedMemberView = SpaceMemberTable

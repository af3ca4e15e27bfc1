import type { Generated } from 'kysely'

export type ProjectTable = {
  id: string
  slug: string
  name: string
  short_name: string
  starts_on: string
  ends_on: string
  original_starts_on: string | null
  original_ends_on: string | null
  about: unknown
  commons_space_id: string
  coordination_space_id: string
  asks_approval: Generated<boolean>
  created_at: string
}

export type ProjectCoordinatorTable = { project_id: string; person_id: string }

export type ParticipationTable = {
  id: string
  project_id: string
  organization_id: string
  role: 'lead' | 'partner' | 'municipality' | 'observer'
  since: string
  ended_at: string | null
}

export type StageTable = {
  id: string
  project_id: string
  space_id: string
  key: string
  name: string
  position: number
  state: 'planned' | 'active' | 'atGate' | 'completed'
  starts_on: string
  ends_on: string
  original_starts_on: string | null
  original_ends_on: string | null
  lead_organization_id: string | null
  deliverables: unknown
  gate: unknown
  opened_at: string | null
  completed_at: string | null
}

export type RolloutTable = {
  id: string
  project_id: string
  space_id: string
  municipality_id: string
  organization_id: string
  system_id: string
  title: string
  phase: 'prepare' | 'procure' | 'configure' | 'pilot' | 'live' | 'sustain'
  health: Generated<'onTrack' | 'atRisk' | 'offTrack' | null>
  health_at: Generated<string | null>
  phase_changes: Generated<unknown>
  progress: Generated<number | null>
  starts_on: string
  created_at: string
}

export type RolloutPartnerTable = { rollout_id: string; organization_id: string }

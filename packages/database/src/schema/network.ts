import type { Generated } from 'kysely'
import type { Municipality } from '@kolo/domain/municipalities/municipalities'
import type { OrganizationKind, SeatKind } from '@kolo/domain/core/roles'

export type MunicipalityTable = {
  id: string
  country: string
  code: string | null
  name: string
  name_local: string
  region: string | null
  registered_voters: number | null
  development_level: Generated<number | null>
  kind: Generated<Municipality['kind']>
  languages: Generated<string[]>
  latitude: number
  longitude: number
  folded_name: string
}

export type OrganizationTable = {
  id: string
  kind: OrganizationKind
  name: string
  country: string | null
  color: string
  municipality_id: string | null
  space_id: string | null
  created_at: string
  contacts_confirmed_at: Generated<string | null>
  contacts_confirmed_by: Generated<string | null>
}

export type PersonTable = {
  id: string
  name: string
  email: string
  rendition: string
  theme: Generated<string | null>
  demo: Generated<boolean>
  administrator: Generated<boolean>
  personal_space_id: string
  created_at: string
  disabled_at: string | null
}

export type SeatTable = { id: string; organization_id: string; kind: SeatKind; created_at: string }
export type SeatHolderTable = { seat_id: string; person_id: string; since: string }
export type SystemTable = { id: string; key: string; name: string; about: string }

import type { Stage } from '@kolo/domain/stages/stages'
import type { Database } from '@kolo/database'
import type { Selectable } from 'kysely'
import type { Reads } from '../../kernel/transaction.ts'

/** A stage's row in the domain's words. */
function stageOf(row: Selectable<Database['stage']>): Stage {
  return {
    id: row.id,
    spaceId: row.space_id,
    key: row.key,
    name: row.name,
    position: row.position,
    state: row.state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    originalStartsOn: row.original_starts_on,
    originalEndsOn: row.original_ends_on,
    leadOrganizationId: row.lead_organization_id,
    deliverables: row.deliverables as string[],
    gate: row.gate as string[],
    openedAt: row.opened_at,
    completedAt: row.completed_at,
  }
}

/** The stages of the project whose commons this is, in order; none for another space. */
export async function stagesOfCommons(db: Reads, commonsSpaceId: string): Promise<Stage[]> {
  const rows = await db
    .selectFrom('stage')
    .innerJoin('project', 'project.id', 'stage.project_id')
    .selectAll('stage')
    .where('project.commons_space_id', '=', commonsSpaceId)
    .orderBy('stage.position')
    .execute()
  return rows.map(stageOf)
}

/** The stage, where it belongs to the project whose commons `spaceId` is. */
export async function stageIn(db: Reads, key: { spaceId: string; stageId: string }): Promise<Stage | undefined> {
  const row = await db
    .selectFrom('stage')
    .innerJoin('project', 'project.id', 'stage.project_id')
    .selectAll('stage')
    .where('stage.id', '=', key.stageId)
    .where('project.commons_space_id', '=', key.spaceId)
    .executeTakeFirst()
  return row && stageOf(row)
}

/** Whether the organization is a partner of the project whose commons this is. */
export async function isPartner(db: Reads, commonsSpaceId: string, organizationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('participation')
    .innerJoin('project', 'project.id', 'participation.project_id')
    .select('participation.id')
    .where('project.commons_space_id', '=', commonsSpaceId)
    .where('participation.organization_id', '=', organizationId)
    .where('participation.role', 'in', ['lead', 'partner'])
    .where('participation.ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

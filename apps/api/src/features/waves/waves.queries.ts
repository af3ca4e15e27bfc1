import { emptyWave, type Wave } from '@kolo/domain/waves/waves'
import type { Reads } from '../../kernel/transaction.ts'

/** What is chosen for the next wave of the project whose coordination space this is. */
export async function waveOf(db: Reads, coordinationSpaceId: string): Promise<Wave> {
  const row = await db.selectFrom('wave').selectAll().where('space_id', '=', coordinationSpaceId).executeTakeFirst()
  if (!row) return emptyWave
  return {
    planIds: row.plan_ids,
    municipalityIds: row.municipality_ids,
    partnerOrganizationIds: row.partner_organization_ids,
    startsOn: row.starts_on,
  }
}

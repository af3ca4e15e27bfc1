import { organizationCreate, organizationRename } from '@kolo/domain/organizations/organizations.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import { openSpace, reconcileMembers } from '../../spaces/members.ts'
import { openWorkspace } from '../../spaces/open-workspace.ts'
import { networkSpaceId, organizationById } from '../organizations.queries.ts'

async function municipalityState(db: Reads, municipalityId: string | undefined): Promise<'none' | 'free' | 'taken'> {
  if (municipalityId === undefined) return 'none'
  const row = await db
    .selectFrom('municipality')
    .leftJoin('organization', 'organization.municipality_id', 'municipality.id')
    .select('organization.id')
    .where('municipality.id', '=', municipalityId)
    .executeTakeFirst()
  if (!row) return 'none'
  return row.id === null ? 'free' : 'taken'
}

/** Enters an organization; a municipality's gets the space of its own people. */
export const createOrganization = command(organizationCreate, {
  spaces: async (read, input) => [input.spaceId, await networkSpaceId(read)],
  async handle({ tx, input, decide, now, ids }) {
    const [organization, network, municipality] = await Promise.all([
      organizationById(tx.read, input.organizationId),
      networkSpaceId(tx.read),
      municipalityState(tx.read, input.municipality?.municipalityId),
    ])
    const events = decide({ organization, networkSpaceId: network, municipality })
    const { municipality: place } = input
    const opened =
      place && openSpace(tx, { id: place.spaceId, kind: 'municipality', projectId: null, title: input.name, now })
    tx.write((db) =>
      db.insertInto('organization').values({
        id: input.organizationId,
        kind: input.kind,
        name: input.name,
        country: input.country,
        color: input.color,
        municipality_id: place?.municipalityId ?? null,
        space_id: place?.spaceId ?? null,
        created_at: now,
      }),
    )
    const furnished = place ? openWorkspace(tx, place.spaceId, ids) : []
    const joined = place ? await reconcileMembers(tx, [place.spaceId]) : []
    return [...(opened ? [opened] : []), ...events, ...furnished, ...joined]
  },
})

/** Gives an organization another name. */
export const renameOrganization = command(organizationRename, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ organization: await organizationById(tx.read, input.organizationId) })
    if (events.length > 0) {
      tx.write((db) => db.updateTable('organization').set({ name: input.name }).where('id', '=', input.organizationId))
    }
    return events
  },
})

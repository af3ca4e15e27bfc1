import { organizationCreate, organizationRename } from '@kolo/domain/organizations/organizations.decide'
import type { EventDraft } from '@kolo/domain/events/define-event'
import type { createOrganizationInput } from '@kolo/domain/organizations/organizations'
import type { z } from 'zod'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Reads, Tx } from '../../../kernel/transaction.ts'
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

type NewOrganization = Pick<
  z.infer<typeof createOrganizationInput>,
  'organizationId' | 'kind' | 'name' | 'country' | 'color' | 'municipality'
>

/** Part of a command that has decided on it: writes the organization; returns the first events of its space, where it gets one. */
export function writeOrganization(tx: Tx, organization: NewOrganization, now: string, ids: () => string): EventDraft[] {
  const { organizationId, kind, name, country, color, municipality: place } = organization
  const opened = place && openSpace(tx, { id: place.spaceId, kind: 'municipality', projectId: null, title: name, now })
  tx.write((db) =>
    db.insertInto('organization').values({
      id: organizationId,
      kind,
      name,
      country,
      color,
      municipality_id: place?.municipalityId ?? null,
      space_id: place?.spaceId ?? null,
      created_at: now,
    }),
  )
  return opened && place ? [opened, ...openWorkspace(tx, place.spaceId, ids)] : []
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
    const opened = writeOrganization(tx, input, now, ids)
    const joined = input.municipality ? await reconcileMembers(tx, [input.municipality.spaceId]) : []
    return [...opened, ...events, ...joined]
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

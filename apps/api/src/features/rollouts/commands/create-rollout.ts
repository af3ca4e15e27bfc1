import type { EventDraft } from '@kolo/domain/events/define-event'
import { type Rollout, rolloutTitle } from '@kolo/domain/rollouts/rollouts'
import { rolloutCreate } from '@kolo/domain/rollouts/rollouts.decide'
import { command } from '../../../kernel/command.ts'
import type { Reads, Tx } from '../../../kernel/transaction.ts'
import { networkSpaceId, partnerIdsOf } from '../../organizations/organizations.queries.ts'
import { reconcileMembers, openSpace } from '../../spaces/members.ts'
import { openWorkspace } from '../../spaces/open-workspace.ts'
import { rolloutsBefore } from '../rollouts.queries.ts'

type Asked = Pick<Rollout, 'projectId' | 'municipalityId' | 'organizationId' | 'systemId'> & {
  readonly spaceId: string
  readonly rolloutId: string
  readonly rolloutSpaceId: string
}

async function loadState(db: Reads, asked: Asked) {
  const { projectId, municipalityId, organizationId, systemId } = asked
  const [project, municipality, system, organization, part, partnerIds, { idTaken, systemIds }] = await Promise.all([
    db.selectFrom('project').select('id').where('commons_space_id', '=', asked.spaceId).executeTakeFirst(),
    db.selectFrom('municipality').select('name').where('id', '=', municipalityId).executeTakeFirst(),
    db.selectFrom('system').select('name').where('id', '=', systemId).executeTakeFirst(),
    db.selectFrom('organization').select('municipality_id').where('id', '=', organizationId).executeTakeFirst(),
    db
      .selectFrom('participation')
      .select('id')
      .where('project_id', '=', projectId)
      .where('organization_id', '=', organizationId)
      .where('role', '=', 'municipality')
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
    partnerIdsOf(db, projectId),
    rolloutsBefore(db, projectId, asked),
  ])
  return {
    projectId: project?.id,
    idTaken,
    municipality,
    system,
    takesPart: part !== undefined && organization?.municipality_id === municipalityId,
    partnerIds,
    exists: systemIds.includes(systemId),
  }
}

type NewRollout = Pick<Rollout, 'projectId' | 'municipalityId' | 'organizationId' | 'systemId' | 'startsOn'> & {
  readonly rolloutId: string
  readonly rolloutSpaceId: string
  readonly title: string
  readonly partnerOrganizationIds: readonly string[]
}

/** Part of a command that has decided on it: writes the rollout; returns the first event of its space. */
export function writeRollout(tx: Tx, rollout: NewRollout, now: string): EventDraft {
  const { rolloutId, rolloutSpaceId, projectId, title } = rollout
  const opened = openSpace(tx, { id: rolloutSpaceId, kind: 'rollout', projectId, title, now })
  tx.write((db) =>
    db.insertInto('rollout').values({
      id: rolloutId,
      project_id: projectId,
      space_id: rolloutSpaceId,
      municipality_id: rollout.municipalityId,
      organization_id: rollout.organizationId,
      system_id: rollout.systemId,
      title,
      phase: 'prepare',
      starts_on: rollout.startsOn,
      created_at: now,
    }),
  )
  for (const partnerId of new Set(rollout.partnerOrganizationIds))
    tx.write((db) => db.insertInto('rollout_partner').values({ rollout_id: rolloutId, organization_id: partnerId }))
  return opened
}

/** Begins the rollout of a system in a municipality, with a space of its own. */
export const createRollout = command(rolloutCreate, {
  // The network's space stands for the seats: who fills one meanwhile must not be missed.
  spaces: async (read, input) => [input.spaceId, await networkSpaceId(read)],
  async handle({ tx, input, decide, ids, now }) {
    const state = await loadState(tx.read, input)
    const events = decide(state)
    const title = rolloutTitle(state.system?.name ?? '', state.municipality?.name ?? '')
    return [
      writeRollout(tx, { ...input, title }, now),
      ...events,
      ...openWorkspace(tx, input.rolloutSpaceId, ids),
      ...(await reconcileMembers(tx, [input.rolloutSpaceId])),
    ]
  },
})

import { demoId } from '@kolo/api/testing'
import { inPlaces, only, type Rows } from '../table.ts'
import { rolloutId, systemOf } from '../things.ts'
import { newId } from '../world.ts'

/** The coordinator begins rollouts; the partners that accompany one say in which phase it is. */
export const rollouts: Rows = {
  'rollouts.create': inPlaces(['commons'], ['coordinator'], async (world, { spaceId }) => {
    const { db } = world.served.hub
    const municipality = await db
      .selectFrom('municipality')
      .select('id')
      .where('name', '=', 'Gori')
      .executeTakeFirstOrThrow()
    return {
      spaceId,
      rolloutId: newId(),
      rolloutSpaceId: newId(),
      projectId: world.projectId,
      municipalityId: municipality.id,
      organizationId: demoId('organization gori'),
      systemId: await systemOf(world),
      partnerOrganizationIds: [demoId('organization partner-georgia')],
      startsOn: '2026-10-01',
    }
  }),
  'rollouts.changePhase': inPlaces(['rollout'], ['coordinator', 'editor'], async (world, { spaceId }) => {
    const rollouts = world.served.hub.db.selectFrom('rollout').select('phase')
    const { phase } = await rollouts.where('id', '=', rolloutId).executeTakeFirstOrThrow()
    return { spaceId, rolloutId, phase: phase === 'live' ? 'sustain' : 'live' }
  }),
  'rollouts.byId': only(['coordinator', 'partner', 'reporter', 'approver'], () => ({ rolloutId })),
}

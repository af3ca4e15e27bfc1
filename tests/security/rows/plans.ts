import { demoId } from '@kolo/api/testing'
import { inPlaces, type Rows } from '../table.ts'
import { planOf, systemOf } from '../things.ts'
import { newId } from '../world.ts'

/** The coordinator keeps the project's plans; everybody in the commons reads them. */
export const plans: Rows = {
  'plans.add': inPlaces(['commons'], ['coordinator'], async (world, { spaceId }) => ({
    spaceId,
    planId: newId(),
    systemId: await systemOf(world),
    content: { name: 'A plan', tasks: [], indicators: [], cycle: null },
  })),
  'plans.edit': inPlaces(['commons'], ['coordinator'], async (world, { spaceId }) => ({
    spaceId,
    planId: await planOf(world),
    revision: 1,
    changes: { name: 'Another name' },
  })),
  'plans.remove': inPlaces(['commons'], ['coordinator'], async (world, { spaceId }) => ({
    spaceId,
    planId: await planOf(world),
  })),
  'plans.createRollout': inPlaces(['coordination'], ['coordinator'], async (world, { spaceId }) => {
    const { db } = world.served.hub
    const free = db.selectFrom('municipality').select('id').where('name', '=', 'Kula').executeTakeFirstOrThrow()
    return {
      spaceId,
      planId: await planOf(world),
      revision: 1,
      rolloutId: newId(),
      rolloutSpaceId: newId(),
      municipalityId: (await free).id,
      newcomer: { organizationId: newId(), spaceId: newId(), participationId: newId(), color: '#0f766e' },
      partnerOrganizationIds: [demoId('organization partner-serbia')],
      startsOn: '2026-10-01',
    }
  }),
}

import { participants } from '../people.ts'
import { inPlaces, only, type Rows, signedIn } from '../table.ts'
import { rolloutId } from '../things.ts'
import { newId } from '../world.ts'

/** The catalogue is the network's; accepted results are for whoever sees the rollout, observers too. */
export const indicators: Rows = {
  'indicators.import': inPlaces(['network'], ['administrator'], (_world, { spaceId }) => {
    const row = {
      key: `indicator-${newId()}`,
      name: 'New',
      unit: 'piece',
      kind: 'count',
      direction: 'up',
      rollup: 'sum',
      reference: '',
    }
    return { spaceId, rows: [row] }
  }),
  'indicators.choose': inPlaces(['rollout'], ['coordinator'], (_world, { spaceId }) => ({
    spaceId,
    rolloutId,
    indicatorIds: [],
  })),
  'indicators.list': signedIn(),
  'indicators.series': only(['coordinator', 'partner', 'reporter', 'approver', 'observer'], () => ({ rolloutId })),
  'indicators.multiples': only(participants, async (world) => {
    const { id } = await world.served.hub.db.selectFrom('indicator').select('id').executeTakeFirstOrThrow()
    return { projectId: world.projectId, indicatorId: id }
  }),
  'indicators.overview': only(participants, (world) => ({ projectId: world.projectId })),
}

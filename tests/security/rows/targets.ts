import { inPlaces, type Rows } from '../table.ts'
import { rolloutId } from '../things.ts'

let made = 0

/** Coordinator and accompanying partners say what is to be reached; another figure each time. */
export const targets: Rows = {
  'targets.set': inPlaces(['rollout'], ['coordinator', 'editor'], async (world, { spaceId }) => {
    made += 1
    const { id } = await world.served.hub.db.selectFrom('indicator').select('id').executeTakeFirstOrThrow()
    const plan = { baseline: null, targets: [{ on: '2007-08-31', figure: made / 100 }] }
    return { spaceId, rolloutId, indicatorId: id, plan }
  }),
}

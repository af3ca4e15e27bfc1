import { inPlaces, type Rows } from '../table.ts'
import { rolloutId } from '../things.ts'

// Far from the day of any run: nothing is asked for while the table is worked through.
const cycle = { rhythm: 'monthly', days: null, startsOn: '2150-01-01', endsOn: null, window: 7 }

/** The coordinator says when reports are due. */
export const cycles: Rows = {
  'cycles.set': inPlaces(['rollout'], ['coordinator'], (_world, { spaceId }) => ({ spaceId, rolloutId, cycle })),
  'cycles.end': inPlaces(['rollout'], ['coordinator'], async (world, { spaceId }) => {
    await world.make('coordinator', 'cycles.set', { spaceId: world.spaces.rollout, rolloutId, cycle })
    return { spaceId, rolloutId }
  }),
}

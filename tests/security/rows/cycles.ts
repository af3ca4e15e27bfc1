import { inPlaces, type Rows } from '../table.ts'
import { rolloutId } from '../things.ts'

let made = 0

/** Another one each time; far from the day of any run, so that nothing is asked for while the table is worked through. */
function nextCycle(): object {
  made += 1
  return { rhythm: 'custom', days: 1 + (made % 366), startsOn: '2150-01-01', endsOn: null, window: 7 }
}

/** The coordinator says when reports are due. */
export const cycles: Rows = {
  'cycles.set': inPlaces(['rollout'], ['coordinator'], (_world, { spaceId }) => ({
    spaceId,
    rolloutId,
    cycle: nextCycle(),
  })),
  'cycles.end': inPlaces(['rollout'], ['coordinator'], async (world, { spaceId }) => {
    await world.make('coordinator', 'cycles.set', { spaceId: world.spaces.rollout, rolloutId, cycle: nextCycle() })
    return { spaceId, rolloutId }
  }),
}

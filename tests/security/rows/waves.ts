import { inPlaces, only, type Rows } from '../table.ts'
import { newId } from '../world.ts'

/** The coordinator says which rollouts begin together. */
export const waves: Rows = {
  'waves.choose': inPlaces(['coordination'], ['coordinator'], (_world, { spaceId }) => ({
    spaceId,
    add: { municipalityIds: [newId()] },
  })),
  'waves.unseated': only(['coordinator'], (world) => ({ spaceId: world.spaces.coordination })),
}

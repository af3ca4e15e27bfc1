import { inPlaces, type Rows, signedIn } from '../table.ts'
import { newId } from '../world.ts'

/** The catalogue is imported by administrators and read by everybody who is signed in. */
export const systems: Rows = {
  'systems.import': inPlaces(['network'], ['administrator'], (_world, { spaceId }) => ({
    spaceId,
    rows: [{ key: `system-${newId()}`, name: 'New', about: '' }],
  })),
  'systems.list': signedIn(),
}

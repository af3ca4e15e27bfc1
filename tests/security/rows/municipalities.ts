import { everyPerson } from '../people.ts'
import { inPlaces, only, type Rows, signedIn } from '../table.ts'
import { municipalityOf } from '../things.ts'
import { newId } from '../world.ts'

/** The catalogue is imported by administrators and read by everybody who is signed in. */
export const municipalities: Rows = {
  'municipalities.import': inPlaces(['network'], ['administrator'], (_world, { spaceId }) => {
    const name = `Place ${newId()}`
    const facts = { code: null, region: null, registeredVoters: null, latitude: 44, longitude: 20 }
    return { spaceId, rows: [{ country: 'RS', name, nameLocal: name, ...facts }] }
  }),
  'municipalities.confirmContacts': inPlaces(['municipality'], ['reporter', 'approver'], async (world, { spaceId }) => {
    // Once a day is enough: as if nobody had said so today.
    const { id: organizationId } = await world.served.hub.db
      .updateTable('organization')
      .set({ contacts_confirmed_at: null })
      .where('space_id', '=', spaceId)
      .returning('id')
      .executeTakeFirstOrThrow()
    return { spaceId, organizationId }
  }),
  'municipalities.contactsToConfirm': signedIn(),
  'municipalities.list': signedIn(),
  'municipalities.byId': only(everyPerson, municipalityOf),
  'municipalities.peers': only(everyPerson, municipalityOf),
}

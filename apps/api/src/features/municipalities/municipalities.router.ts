import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { confirmContacts } from './commands/confirm-contacts.ts'
import { importMunicipalityRows } from './commands/import-municipalities.ts'
import { contactsToConfirm } from './contacts.queries.ts'
import { municipalityById, municipalityList } from './municipalities.queries.ts'
import { municipalityPeers } from './peers.queries.ts'

/** Procedures of `municipalities`. */
export const municipalitiesRouter = router({
  confirmContacts: mutation(confirmContacts),
  import: mutation(importMunicipalityRows, { takesFile: true }),
  list: read(municipalityList),
  byId: read(municipalityById),
  peers: read(municipalityPeers),
  contactsToConfirm: read(contactsToConfirm),
})

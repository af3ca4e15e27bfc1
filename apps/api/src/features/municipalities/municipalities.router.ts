import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { importMunicipalityRows } from './commands/import-municipalities.ts'
import { municipalityById, municipalityList } from './municipalities.queries.ts'
import { municipalityPeers } from './peers.queries.ts'

/** Procedures of `municipalities`. */
export const municipalitiesRouter = router({
  import: mutation(importMunicipalityRows, { takesFile: true }),
  list: read(municipalityList),
  byId: read(municipalityById),
  peers: read(municipalityPeers),
})

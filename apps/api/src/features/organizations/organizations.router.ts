import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { addParticipation, endParticipation } from './commands/add-participation.ts'
import { createOrganization, renameOrganization } from './commands/create-organization.ts'
import { fillSeat, vacateSeat } from './commands/fill-seat.ts'
import { freeMunicipalities, organizationsDirectory } from './directory.queries.ts'

/** Procedures of `organizations`, with their seats and their part in projects. */
export const organizationsRouter = router({
  create: mutation(createOrganization),
  rename: mutation(renameOrganization),
  fillSeat: mutation(fillSeat),
  vacateSeat: mutation(vacateSeat),
  addParticipation: mutation(addParticipation),
  endParticipation: mutation(endParticipation),
  directory: read(organizationsDirectory),
  freeMunicipalities: read(freeMunicipalities),
})

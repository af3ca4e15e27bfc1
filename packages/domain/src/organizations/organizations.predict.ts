import { definePrediction } from '../core/predict.ts'
import { organizationCreate, organizationRename } from './organizations.decide.ts'
import { participationEnd } from './participations.decide.ts'
import { seatFill, seatVacate } from './seats.decide.ts'

/** What the browser foresees of organizations, seats and participations. */
export const organizationPredictions = [
  definePrediction(organizationCreate, (state, input) => ({
    organization: state.organizations[input.organizationId],
    networkSpaceId: input.spaceId,
    municipality: input.municipality ? ('free' as const) : ('none' as const),
  })),
  definePrediction(organizationRename, (state, input) => ({ organization: state.organizations[input.organizationId] })),
  definePrediction(seatFill, (state, input, { ids }) => ({
    organization: state.organizations[input.organizationId],
    person: state.people[input.personId],
    seatId: ids(),
    held: state.organizations[input.organizationId]?.seats[input.seat]?.includes(input.personId) ?? false,
  })),
  definePrediction(seatVacate, (state, input, { ids }) => ({
    seatId: ids(),
    held: state.organizations[input.organizationId]?.seats[input.seat]?.includes(input.personId) ?? false,
  })),
  definePrediction(participationEnd, (state, input) => ({
    participation: state.participations[input.participationId],
  })),
]

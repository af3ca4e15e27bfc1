import { defineCommand } from '../core/command.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { inSpace } from '../events/define-event.ts'
import { fillSeatInput, type Organization, seatFitsKind, vacateSeatInput } from './organizations.ts'
import { seatFilled, seatVacated } from './organizations.events.ts'
import { can } from './organizations.policy.ts'

type FillState = {
  readonly organization: Organization | undefined
  readonly person: { readonly disabledAt: string | null } | undefined
  /** The seat's id, drawn by the caller where the organization doesn't have the seat yet. */
  readonly seatId: string
  readonly held: boolean
}

/** Puts a person into a seat, which comes into being with its first holder; several people may share one. */
export const seatFill = defineCommand('seat.fill', fillSeatInput, (state: FillState, input, { actor }) => {
  if (!state.organization || !state.person || !can.seat(actor)) throw notFound()
  if (!seatFitsKind(state.organization.kind, input.seat)) throw invalid('seatOfKind')
  if (state.person.disabledAt) throw conflict('personDisabled')
  const { organizationId, seat, personId } = input
  if (state.held) return []
  return [inSpace(input.spaceId, seatFilled.of({ organizationId, seatId: state.seatId, seat, personId }))]
})

/** Takes a person out of a seat; the seat stays, vacant. */
export const seatVacate = defineCommand(
  'seat.vacate',
  vacateSeatInput,
  (state: { readonly seatId: string | undefined; readonly held: boolean }, input, { actor }) => {
    if (!can.seat(actor) || state.seatId === undefined) throw notFound()
    const { organizationId, seat, personId } = input
    if (!state.held) return []
    return [inSpace(input.spaceId, seatVacated.of({ organizationId, seatId: state.seatId, seat, personId }))]
  },
)

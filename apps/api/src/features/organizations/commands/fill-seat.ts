import { seatFill, seatVacate } from '@kolo/domain/organizations/seats.decide'
import { command } from '../../../kernel/command.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import { reconcileMembers } from '../../spaces/members.ts'
import { organizationById, seatOf, spacesOfOrganization } from '../organizations.queries.ts'

// The person's own space is locked too: commands on several spaces check under the lock which spaces are concerned.
async function concerned(
  read: Reads,
  input: { spaceId: string; organizationId: string; personId: string },
): Promise<string[]> {
  const [person, spaces] = await Promise.all([
    read.selectFrom('person').select('personal_space_id').where('id', '=', input.personId).executeTakeFirst(),
    spacesOfOrganization(read, input.organizationId),
  ])
  return [input.spaceId, ...(person ? [person.personal_space_id] : []), ...spaces]
}

/** Puts a person into a seat; memberships follow the seat. */
export const fillSeat = command(seatFill, {
  spaces: concerned,
  async handle({ tx, input, decide, now, ids }) {
    const [organization, person, seat] = await Promise.all([
      organizationById(tx.read, input.organizationId),
      tx.read.selectFrom('person').select('disabled_at').where('id', '=', input.personId).executeTakeFirst(),
      seatOf(tx.read, input),
    ])
    const seatId = seat?.id ?? ids()
    const state = {
      organization,
      person: person && { disabledAt: person.disabled_at },
      seatId,
      held: seat?.held ?? false,
    }
    const events = decide(state)
    if (events.length === 0) return events
    if (!seat) {
      const { organizationId, seat: kind } = input
      tx.write((db) =>
        db.insertInto('seat').values({ id: seatId, organization_id: organizationId, kind, created_at: now }),
      )
    }
    tx.write((db) => db.insertInto('seat_holder').values({ seat_id: seatId, person_id: input.personId, since: now }))
    return [...events, ...(await reconcileMembers(tx, await spacesOfOrganization(tx.read, input.organizationId)))]
  },
})

/** Takes a person out of a seat; memberships end with it. */
export const vacateSeat = command(seatVacate, {
  spaces: concerned,
  async handle({ tx, input, decide }) {
    const seat = await seatOf(tx.read, input)
    const events = decide({ seatId: seat?.id, held: seat?.held ?? false })
    if (events.length === 0 || !seat) return events
    tx.write((db) =>
      db.deleteFrom('seat_holder').where('seat_id', '=', seat.id).where('person_id', '=', input.personId),
    )
    return [...events, ...(await reconcileMembers(tx, await spacesOfOrganization(tx.read, input.organizationId)))]
  },
})

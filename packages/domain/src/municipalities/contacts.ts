import { z } from 'zod'
import { idSchema } from '../core/ids.ts'

/** Whether somebody has said this quarter that the people in a municipality's seats are still the right ones. */
export const contactStandings = ['confirmed', 'due', 'overdue'] as const
export type ContactStanding = (typeof contactStandings)[number]

/** `spaceId` is the municipality's. */
export const confirmContactsInput = z.object({ spaceId: idSchema, organizationId: idSchema })

/** Two weeks are enough to look at a short list. */
const overdueFrom = '15'

/**
 * How it stands on a day: they are due with the next quarter's first day. `since` is the day on which they were confirmed
 * last, or before that the one on which the organization came: whoever has just been invited isn't asked at once.
 */
export function contactStanding(since: string, today: string): ContactStanding {
  const month = monthAfterQuarterOf(since)
  if (today < `${month}-01`) return 'confirmed'
  return today < `${month}-${overdueFrom}` ? 'due' : 'overdue'
}

/** The first month behind the quarter of a day: of `2026-11-23` it is `2027-01`. */
function monthAfterQuarterOf(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const next = month - ((month - 1) % 3) + 3
  return next > 12 ? `${year + 1}-01` : `${year}-${String(next).padStart(2, '0')}`
}

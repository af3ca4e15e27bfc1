import type { Database } from '@kolo/database'
import { addDays } from '@kolo/domain/core/days'
import type { Kysely } from 'kysely'
import { reportReminders } from '../../features/reports/reminders.queries.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { type Rounds, startRounds } from '../rounds.ts'

const lookEvery = 10 * 60_000
/** Before work begins in Belgrade and in Tbilisi, UTC. */
const morning = 'T05:00:00.000Z'

/**
 * Starts reminding: each person once a day at most, in one letter, however many reports wait. A server that was down in the
 * morning reminds later, also of the day before; several nodes write the same row, once.
 */
export function startReminders(options: {
  readonly db: Kysely<Database>
  readonly wakeMail: () => void
  readonly onError: (error: unknown) => void
  readonly now?: () => string
  readonly every?: number
}): Rounds {
  const { db, wakeMail, onError, now = () => new Date().toISOString(), every = lookEvery } = options
  return startRounds({
    every,
    onError,
    async round() {
      const moment = now()
      const today = moment.slice(0, 10)
      const days = [addDays(today, -1), today].filter((day) => `${day}${morning}` <= moment)
      const written = await Promise.all(days.map((day) => ask(db, day)))
      if (written.some((count) => count > 0)) wakeMail()
    },
  })
}

/** Notes in the ledger who gets a letter for this day; gives how many are new. */
async function ask(db: Kysely<Database>, day: string): Promise<number> {
  const reminders = await reportReminders(db as unknown as Reads, day)
  const people = [...new Set(reminders.map(({ personId }) => personId))]
  if (people.length === 0) return 0
  const rows = people.map((personId) => ({
    key: `reportReminder ${personId} ${day}`,
    kind: 'reportReminder' as const,
    subject_id: personId,
    requested_at: `${day}${morning}`,
    next_try_at: `${day}${morning}`,
  }))
  const written = await db
    .insertInto('mail_delivery')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute()
  return written.length
}

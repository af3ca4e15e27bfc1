import { notFound } from '@kolo/domain/core/errors'
import { type EventDraft, inSpace } from '@kolo/domain/events/define-event'
import type { Health } from '@kolo/domain/rollouts/rollouts'
import { rolloutChangePhase } from '@kolo/domain/rollouts/rollouts.decide'
import { rolloutHealthChanged } from '@kolo/domain/rollouts/rollouts.events'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/transaction.ts'
import { rolloutOfSpace } from '../rollouts.queries.ts'

/** A rollout enters another phase. */
export const changePhase = command(rolloutChangePhase, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const rollout = await rolloutOfSpace(tx.read, input.spaceId)
    const events = decide({ rollout: rollout?.id === input.rolloutId ? rollout : undefined })
    if (events.length > 0)
      tx.write((db) =>
        db
          .updateTable('rollout')
          .set({
            phase: input.phase,
            phase_changes: JSON.stringify([...(rollout?.phaseChanges ?? []), { phase: input.phase, at: now }]),
          })
          .where('id', '=', input.rolloutId),
      )
    return events
  },
})

/**
 * Part of the command that accepts a report: from `at` on the rollout goes as the report says (`progress` in per cent).
 * Returns the event for the rollout's space, which the command must have locked.
 */
export async function applyAcceptedHealth(
  tx: Tx,
  rolloutId: string,
  accepted: { readonly health: Health; readonly progress: number | null; readonly at: string },
): Promise<EventDraft> {
  const rollout = await tx.read.selectFrom('rollout').select('space_id').where('id', '=', rolloutId).executeTakeFirst()
  if (!rollout) throw notFound()
  const { health, progress, at } = accepted
  tx.write((db) => db.updateTable('rollout').set({ health, progress, health_at: at }).where('id', '=', rolloutId))
  return inSpace(rollout.space_id, rolloutHealthChanged.of({ rolloutId, health, progress, at }))
}

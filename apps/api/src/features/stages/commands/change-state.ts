import type { EventDraft } from '@kolo/domain/events/define-event'
import type { Stage, StageState } from '@kolo/domain/stages/stages'
import { stageBringToGate, stageComplete, stagePlan, stageReopen, stageStart } from '@kolo/domain/stages/stages.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/transaction.ts'
import { stageIn } from '../stages.queries.ts'

type Context = {
  readonly tx: Tx
  readonly input: { readonly spaceId: string; readonly stageId: string }
  readonly now: string
  decide(state: { readonly stage: Stage | undefined }): EventDraft[]
}

async function moveTo(state: StageState, { tx, input, decide, now }: Context): Promise<EventDraft[]> {
  const events = decide({ stage: await stageIn(tx.read, input) })
  if (events.length > 0) {
    const completedAt = state === 'completed' ? now : null
    tx.write((db) => db.updateTable('stage').set({ state, completed_at: completedAt }).where('id', '=', input.stageId))
  }
  return events
}

/** The work of a stage begins. */
export const startStage = command(stageStart, { spaces: ownSpace, handle: (context) => moveTo('active', context) })

/** Takes the start of a stage back. */
export const planStage = command(stagePlan, { spaces: ownSpace, handle: (context) => moveTo('planned', context) })

/** The work is done but for the verdicts. */
export const bringStageToGate = command(stageBringToGate, {
  spaces: ownSpace,
  handle: (context) => moveTo('atGate', context),
})

/** A stage is over. */
export const completeStage = command(stageComplete, {
  spaces: ownSpace,
  handle: (context) => moveTo('completed', context),
})

/** Work on a stage goes on after all. */
export const reopenStage = command(stageReopen, { spaces: ownSpace, handle: (context) => moveTo('active', context) })

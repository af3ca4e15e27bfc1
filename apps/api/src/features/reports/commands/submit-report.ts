import { reportSubmit } from '@kolo/domain/reports/submit.decide'
import { command } from '../../../kernel/command.ts'
import { draftById, spacesOfReport } from '../reports.queries.ts'
import { completingOf, handedInBefore, writeSubmission } from '../hand-in.ts'

/** Hands a draft in: copies it into the rollout's space, where it never changes again. */
export const submitReport = command(reportSubmit, {
  spaces: spacesOfReport,
  async handle({ tx, input, decide, actor, actorIn, now }) {
    const draft = await draftById(tx.read, input)
    const events = decide({
      draft,
      inRollout: draft !== undefined && actorIn(draft.rolloutSpaceId).role !== undefined,
      ...(await handedInBefore(tx.read, input)),
      ...(await completingOf(tx.read, draft, actor)),
    })
    writeSubmission(tx, events, { personId: actor.personId, at: now })
    return events
  },
})

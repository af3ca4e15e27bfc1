import { mutation, router } from '../../transports/trpc/procedures.ts'
import { changeDates } from './commands/change-dates.ts'
import { changeLead } from './commands/change-lead.ts'
import { bringStageToGate, completeStage, planStage, reopenStage, startStage } from './commands/change-state.ts'
import { openStageToMunicipalities } from './commands/open-to-municipalities.ts'

/** Procedures of `stages`; their facts come with the snapshot of the commons. */
export const stagesRouter = router({
  changeDates: mutation(changeDates),
  changeLead: mutation(changeLead),
  start: mutation(startStage),
  plan: mutation(planStage),
  bringToGate: mutation(bringStageToGate),
  complete: mutation(completeStage),
  reopen: mutation(reopenStage),
  openToMunicipalities: mutation(openStageToMunicipalities),
})

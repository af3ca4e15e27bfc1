import { mutation, router } from '../../transports/trpc/procedures.ts'
import { addMilestone } from './commands/add-milestone.ts'
import { editMilestone } from './commands/edit-milestone.ts'
import { reachMilestone, reopenMilestone } from './commands/reach-milestone.ts'
import { removeMilestone, restoreMilestone } from './commands/remove-milestone.ts'

/** Procedures of `milestones`. */
export const milestonesRouter = router({
  add: mutation(addMilestone),
  edit: mutation(editMilestone),
  reach: mutation(reachMilestone),
  reopen: mutation(reopenMilestone),
  remove: mutation(removeMilestone),
  restore: mutation(restoreMilestone),
})

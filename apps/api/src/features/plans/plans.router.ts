import { mutation, router } from '../../transports/trpc/procedures.ts'
import { addPlan } from './commands/add-plan.ts'
import { createPlannedRollout } from './commands/create-rollout.ts'
import { editPlan, removePlan } from './commands/edit-plan.ts'

/** Procedures of `plans`. */
export const plansRouter = router({
  add: mutation(addPlan),
  edit: mutation(editPlan),
  remove: mutation(removePlan),
  createRollout: mutation(createPlannedRollout),
})

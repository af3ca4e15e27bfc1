import { defineCommand } from '../core/command.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { addPlanInput, editPlanInput, type Plan, type PlanChanges, type PlanContent, removePlanInput } from './plans.ts'
import { planAdded, planEdited, planRemoved } from './plans.events.ts'
import { can } from './plans.policy.ts'

type CatalogueState = {
  /** Of the asked indicators those that the catalogue has. */
  readonly knownIndicatorIds: readonly string[]
}

type AdditionState = CatalogueState & {
  /** Whether `spaceId` is a project's commons. */
  readonly isCommons: boolean
  readonly idTaken: boolean
  readonly hasSystem: boolean
}

/** A project begins to have a plan for a system. The same id again, once it was removed, brings it back. */
export const planAdd = defineCommand('plan.add', addPlanInput, (state: AdditionState, input, { actor }) => {
  if (!can.keep(actor) || !state.isCommons || !state.hasSystem) throw notFound()
  if (state.idTaken) throw conflict('idTaken')
  refuseUnknown(input.content, state)
  const { planId, systemId, content } = input
  return [planAdded.of({ planId, systemId, ...content })]
})

type EditState = CatalogueState & { readonly plan: Plan | undefined }

/** Says something else in a plan; rollouts that exist stay as they are. */
export const planEdit = defineCommand('plan.edit', editPlanInput, (state: EditState, input, { actor }) => {
  const { plan } = state
  if (!plan || !can.keep(actor)) throw notFound()
  if (plan.revision !== input.revision) throw conflict('stateChanged')
  refuseUnknown(input.changes, state)
  const changes = Object.fromEntries(
    Object.entries(input.changes).filter(
      ([field, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(plan[field as keyof PlanContent]),
    ),
  )
  if (Object.keys(changes).length === 0) return []
  return [planEdited.of({ planId: plan.id, changes })]
})

/** The project has the plan no longer. */
export const planRemove = defineCommand(
  'plan.remove',
  removePlanInput,
  ({ plan }: { readonly plan: Plan | undefined }, { planId }, { actor }) => {
    if (!plan || !can.keep(actor)) throw notFound()
    return [planRemoved.of({ planId, name: plan.name })]
  },
)

/** Two things of one id couldn't be told apart, and what the catalogue doesn't have nobody could report. */
function refuseUnknown({ tasks = [], milestones = [], indicators = [] }: PlanChanges, state: CatalogueState): void {
  const ids = [...[...tasks, ...milestones].map(({ id }) => id), ...indicators.map(({ indicatorId }) => indicatorId)]
  if (new Set(ids).size < ids.length) throw invalid('twiceInPlan')
  if (indicators.some(({ indicatorId }) => !state.knownIndicatorIds.includes(indicatorId))) throw notFound()
}

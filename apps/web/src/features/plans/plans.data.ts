import type { Plan, PlanChanges } from '@kolo/domain/plans/plans'
import { planAdd, planEdit, planRemove } from '@kolo/domain/plans/plans.decide'
import { useNavigate } from '@tanstack/react-router'
import { useSend, useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

/** What a plan is to say from now on; `text` is what is told, with the way back. */
export type EditPlan = (changes: PlanChanges, text?: string) => Promise<boolean>

/** Changes a plan; each change rests on the plan as it is before one's eyes. */
export function useEditPlan(spaceId: string, plan: Plan): EditPlan {
  const send = useSend()
  const told = useTold()
  const { state } = useSpace(spaceId)
  const change = (changes: PlanChanges, revision: number) =>
    send(planEdit, 'plans.edit', { spaceId, planId: plan.id, revision, changes })
  return (changes, text) => {
    const revision = state?.plans[plan.id]?.revision ?? plan.revision
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, plan[field as keyof PlanChanges]]))
    // What others changed meanwhile stays: the way back is open only while nothing came after.
    const undo = () => void told(change(before, revision + 1))
    return told(change(changes, revision), text === undefined ? undefined : { text, undo })
  }
}

/** Takes a plan away, with the way back, and goes to the others. */
export function useRemovePlan(spaceId: string, slug: string): (plan: Plan) => Promise<void> {
  const { t } = useTexts('plans')
  const send = useSend()
  const told = useTold()
  const navigate = useNavigate()
  return async ({ id: planId, systemId, revision: _revision, ...content }) => {
    const removed = send(planRemove, 'plans.remove', { spaceId, planId })
    await navigate({ to: '/projects/$slug/plans', params: { slug } })
    await told(removed, {
      text: t('plans:removed'),
      undo: () => void told(send(planAdd, 'plans.add', { spaceId, planId, systemId, content })),
    })
  }
}

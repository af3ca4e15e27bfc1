import { addWorkingDays } from '../core/days.ts'
import type { Cycle } from '../cycles/cycles.ts'
import { phases } from '../rollouts/rollouts.ts'
import { type Conditioned, omissionOf, type OmissionReason } from './conditions.ts'
import type { PlanContent, PlanMilestone, PlanTask } from './plans.ts'

/** A task as the rollout gets it. */
export type LaidTask = Omit<PlanTask, 'offset' | 'when'> & { readonly dueOn: string }

/** A milestone as the rollout gets it. */
export type LaidMilestone = Omit<PlanMilestone, 'offset'> & { readonly dueOn: string }

/** Something of the plan that a municipality doesn't get; `id` is the task's or the indicator's. */
export type Omission = {
  readonly kind: 'task' | 'indicator'
  readonly id: string
  readonly reason: OmissionReason
}

/** What a rollout is created with. */
export type LaidPlan = {
  /** By phase, within it as the plan has them. */
  readonly tasks: readonly LaidTask[]
  /** In the order of their days. */
  readonly milestones: readonly LaidMilestone[]
  readonly indicatorIds: readonly string[]
  readonly cycle: Cycle | null
  readonly omissions: readonly Omission[]
}

/**
 * Lays a plan out for one municipality from `startsOn` (`YYYY-MM-DD`) on. The preview shows it, and the server creates the
 * rollout by it: what was seen is what comes.
 */
export function layOut(
  { tasks, milestones, indicators, cycle }: Omit<PlanContent, 'name'>,
  municipality: Conditioned,
  startsOn: string,
): LaidPlan {
  const omissions: Omission[] = []
  const isMeant = <Item extends Pick<PlanTask, 'when'>>(kind: Omission['kind'], idOf: (item: Item) => string) => {
    return (item: Item): boolean => {
      const reason = omissionOf(item.when, municipality)
      if (reason) omissions.push({ kind, id: idOf(item), reason })
      return reason === null
    }
  }
  return {
    tasks: tasks
      .filter(isMeant('task', ({ id }) => id))
      .toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase))
      .map(({ offset, when: _met, ...task }) => ({ ...task, dueOn: addWorkingDays(startsOn, offset) })),
    milestones: milestones
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ offset, ...milestone }) => ({ ...milestone, dueOn: addWorkingDays(startsOn, offset) })),
    indicatorIds: indicators
      .filter(isMeant('indicator', ({ indicatorId }) => indicatorId))
      .map(({ indicatorId }) => indicatorId),
    cycle: cycle && { ...cycle, startsOn, endsOn: null },
    omissions,
  }
}

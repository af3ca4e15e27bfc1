import type { FactContributor } from '../reports/fact-contributor.ts'

/** Milestones that were reached, and still are; behind their day is said as such. */
export const milestoneFacts: FactContributor<'milestones'> = {
  parts: ['milestones'],
  factsOf: ({ milestones }) =>
    Object.values(milestones).flatMap(({ id, name, dueOn, reachedOn }) =>
      reachedOn === null
        ? []
        : [{ kind: reachedOn > dueOn ? 'milestoneReachedLate' : 'milestoneReached', id, name, on: reachedOn }],
    ),
}

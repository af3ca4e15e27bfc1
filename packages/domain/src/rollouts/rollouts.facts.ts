import { dayOf, type FactContributor } from '../reports/fact-contributor.ts'

/** The phase that the rollout is in, since it has left its first. */
export const rolloutFacts: FactContributor<'rollout'> = {
  parts: ['rollout'],
  factsOf: ({ rollout }) =>
    rollout?.phaseAt
      ? [{ kind: 'phaseReached', id: rollout.phase, name: rollout.phase, on: dayOf(rollout.phaseAt) }]
      : [],
}

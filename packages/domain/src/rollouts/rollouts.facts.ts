import { dayOf, type FactContributor } from '../reports/fact-contributor.ts'
import { phases } from './rollouts.ts'

/** The phases that the rollout has reached; where it went back, nothing was reached. */
export const rolloutFacts: FactContributor<'rollout'> = {
  parts: ['rollout'],
  factsOf: ({ rollout }) =>
    (rollout?.phaseChanges ?? []).flatMap(({ phase, at }, index, changes) => {
      const before = changes[index - 1]?.phase ?? phases[0]
      // The same phase may be reached twice.
      return phases.indexOf(phase) > phases.indexOf(before)
        ? [{ kind: 'phaseReached', id: `${phase}-${index}`, name: phase, on: dayOf(at) }]
        : []
    }),
}

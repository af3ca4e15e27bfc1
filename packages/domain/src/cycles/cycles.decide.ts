import { defineCommand } from '../core/command.ts'
import { invalid, notFound } from '../core/errors.ts'
import { type Cycle, endCycleInput, setCycleInput } from './cycles.ts'
import { cycleEnded, cycleSet } from './cycles.events.ts'
import { can } from './cycles.policy.ts'

type CycleState = {
  /** The rollout whose space `spaceId` is. */
  readonly rolloutId: string | undefined
  readonly cycle: Cycle | null
}

const isSame = (one: Cycle | null, other: Cycle): boolean =>
  one !== null && (Object.keys(other) as (keyof Cycle)[]).every((key) => one[key] === other[key])

/** Says when a rollout reports. */
export const cycleSetting = defineCommand(
  'cycle.set',
  setCycleInput,
  (state: CycleState, { rolloutId, cycle }, { actor }) => {
    if (!can.set(actor) || state.rolloutId !== rolloutId) throw notFound()
    if (cycle.endsOn !== null && cycle.endsOn < cycle.startsOn) throw invalid('endBeforeStart')
    return isSame(state.cycle, cycle) ? [] : [cycleSet.of({ rolloutId, cycle })]
  },
)

/** Asks for no more reports. */
export const cycleEnding = defineCommand('cycle.end', endCycleInput, (state: CycleState, { rolloutId }, { actor }) => {
  if (!can.set(actor) || state.rolloutId !== rolloutId) throw notFound()
  return state.cycle === null ? [] : [cycleEnded.of({ rolloutId })]
})

import type { Figure } from './figures.ts'
import type { Stage } from './stage.ts'

/** What the figure of this label (also behind the name of a variant) has to keep to: by its median, unless said otherwise. */
export type Goal = {
  readonly label: string
  readonly of?: 'ratio' | 'p50' | 'p95' | 'p99'
  readonly atMost?: number
  readonly atLeast?: number
}

/** A row of the quality list. */
export type Row = {
  readonly id: string
  readonly title: string
  readonly target: string
  readonly goals: readonly Goal[]
  /** Once for the whole bench instead of in each round: what doesn't vary, or ends the server. */
  readonly once?: true
  measure(stage: Stage): Promise<readonly Figure[]>
}

/** Which of the two goes first; turned round in each round, so that neither always has the warmer machine. */
export const order = { hubFirst: true }

/** Measures both, in the order of the round. */
export async function inOrder<Hub, Floor>(hub: () => Promise<Hub>, floor: () => Promise<Floor>): Promise<[Hub, Floor]> {
  if (order.hubFirst) {
    const ours = await hub()
    return [ours, await floor()]
  }
  const theirs = await floor()
  return [await hub(), theirs]
}

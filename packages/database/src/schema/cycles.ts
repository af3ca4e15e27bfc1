import type { Rhythm } from '@kolo/domain/cycles/cycles'

export type CycleTable = {
  rollout_id: string
  rhythm: Rhythm
  days: number | null
  starts_on: string
  ends_on: string | null
  window_days: number
}

export type TargetPlanTable = {
  rollout_id: string
  indicator_id: string
  baseline: unknown
  targets: unknown
}

/** How a rollout goes, as the last accepted report says; `none` where no report was accepted yet. */
export type Health = 'onTrack' | 'atRisk' | 'offTrack' | 'none'

/** From the calmest to the most urgent: the order in which marks are drawn over each other and listed. */
export const healths: readonly Health[] = ['none', 'onTrack', 'atRisk', 'offTrack']

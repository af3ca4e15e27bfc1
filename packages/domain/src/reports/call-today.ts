import { daysBetween } from '../core/days.ts'
import { type Health, healths } from '../rollouts/rollouts.ts'

/** What is known of a rollout by those who accompany it; days are `YYYY-MM-DD`. */
export type RolloutSigns = {
  /** The last day in time of the oldest report that is overdue; null where none is. */
  readonly overdueSince: string | null
  /** What the last accepted report said, and the one before. */
  readonly health: Health | null
  readonly healthBefore: Health | null
  /** How many accepted reports in a row, up to the last, said that something is in the way. */
  readonly blockedReports: number
  /** Since when help that a report asked for has no answer; null where it has, or none was asked for. */
  readonly helpSince: string | null
  /** When anything last happened in the rollout's space. */
  readonly lastWordOn: string
  /** Whether somebody sits in a seat that writes reports. */
  readonly hasWriter: boolean
}

/** Why somebody should be called, with what says so. */
export type CallReason =
  | { readonly kind: 'helpUnanswered'; readonly days: number }
  | { readonly kind: 'reportOverdue'; readonly days: number }
  | { readonly kind: 'nobodyWrites' }
  | { readonly kind: 'offTrack' }
  | { readonly kind: 'gotWorse' }
  | { readonly kind: 'blockedAgain'; readonly count: number }
  | { readonly kind: 'silent'; readonly days: number }

const silentFrom = 21
const blockedFrom = 2

/** How much a reason counts: what only a call can mend comes first. */
const weights: Readonly<Record<CallReason['kind'], number>> = {
  helpUnanswered: 5,
  nobodyWrites: 4,
  offTrack: 4,
  reportOverdue: 3,
  gotWorse: 2,
  blockedAgain: 2,
  silent: 2,
}

/** Why the people of a rollout should be called today, the weightiest reason first; empty where nothing says so. */
export function callReasons(signs: RolloutSigns, today: string): CallReason[] {
  const reasons: CallReason[] = []
  if (signs.helpSince !== null) reasons.push({ kind: 'helpUnanswered', days: daysBetween(signs.helpSince, today) })
  if (!signs.hasWriter) reasons.push({ kind: 'nobodyWrites' })
  if (signs.health === 'offTrack') reasons.push({ kind: 'offTrack' })
  if (signs.overdueSince !== null) reasons.push({ kind: 'reportOverdue', days: daysBetween(signs.overdueSince, today) })
  if (isWorse(signs.health, signs.healthBefore)) reasons.push({ kind: 'gotWorse' })
  if (signs.blockedReports >= blockedFrom) reasons.push({ kind: 'blockedAgain', count: signs.blockedReports })
  const silence = daysBetween(signs.lastWordOn, today)
  if (silence >= silentFrom) reasons.push({ kind: 'silent', days: silence })
  return reasons
}

/** Worse now than before; where one of the two isn't known, nobody can say. */
const isWorse = (now: Health | null, before: Health | null): boolean =>
  now !== null && before !== null && healths.indexOf(now) > healths.indexOf(before)

/** How urgent reasons are together; a report counts for more with each week that it is overdue, up to a month. */
export function urgencyOf(reasons: readonly CallReason[]): number {
  return reasons.reduce((sum, reason) => {
    const weeks = reason.kind === 'reportOverdue' ? Math.min(4, Math.floor(reason.days / 7)) : 0
    return sum + weights[reason.kind] + weeks
  }, 0)
}

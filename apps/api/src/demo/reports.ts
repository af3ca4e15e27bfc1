import type { Health } from '@kolo/domain/rollouts/rollouts'
import type { demoRollouts } from './rollouts.ts'

type Rollouts = (typeof demoRollouts)[number]
/** A rollout of the demo by municipality and system. */
export type RolloutName = Rollouts extends infer Each
  ? Each extends Rollouts
    ? `${Each['municipality']} ${Each['system']}`
    : never
  : never

type Month = { readonly health: Health; readonly progress: number; readonly done: string; readonly blockedBy?: string }

const month = (health: Health, progress: number, done: string, blockedBy?: string): Month =>
  blockedBy === undefined ? { health, progress, done } : { health, progress, done, blockedBy }

/** What each rollout reported so far, oldest first (the third month waits for review), and in how many days the next is due. */
export const demoReports: Readonly<Record<RolloutName, { readonly dueIn: number; readonly months: readonly Month[] }>> =
  {
    'indjija problem-reporting': {
      dueIn: 4,
      months: [
        month('onTrack', 70, 'SMS and web channels are open.'),
        month('onTrack', 82, 'The 48-hour rule holds on weekdays.'),
      ],
    },
    'indjija dms': {
      dueIn: 4,
      months: [month('onTrack', 95, 'All units register mail.'), month('onTrack', 100, 'Handover prepared.')],
    },
    'loznica infrastructure': {
      dueIn: 2,
      months: [
        month('atRisk', 20, 'Inventory of equipment made.', 'No budget line yet.'),
        month('offTrack', 22, 'Nothing new could be bought.', 'The assembly postponed the budget.'),
      ],
    },
    'arilje portal': {
      dueIn: 6,
      months: [month('onTrack', 35, 'Contents collected.'), month('onTrack', 48, 'Two services are configured.')],
    },
    'pozega one-stop-shop': {
      dueIn: 6,
      months: [
        month('onTrack', 55, 'The counter is furnished.'),
        month('atRisk', 60, 'Pilot began.', 'One clerk is missing.'),
      ],
    },
    'tivat problem-reporting': {
      dueIn: 3,
      months: [
        month('atRisk', 40, 'Operators trained.', 'Reports are closed without proof.'),
        month('atRisk', 52, 'Photos are asked for since the 10th.', 'Old reports are being checked again.'),
        month('onTrack', 61, 'Every closed report has a photo now.'),
      ],
    },
    'tivat local-tax': {
      dueIn: 3,
      months: [
        month('onTrack', 15, 'Tender written.'),
        month('atRisk', 18, 'Questions of bidders answered.', 'A complaint stops the tender.'),
      ],
    },
    'bijelo-polje problem-reporting': {
      dueIn: -3,
      months: [
        month('onTrack', 75, '169 of 202 reports closed.'),
        month('onTrack', 84, 'Duty list of five operators works.'),
      ],
    },
    'kolasin hr': {
      dueIn: 8,
      months: [month('onTrack', 5, 'Responsible persons named.'), month('onTrack', 10, 'Present procedure described.')],
    },
    'gori dms': {
      dueIn: 4,
      months: [
        month('onTrack', 45, 'Ten processes standardised.'),
        month('atRisk', 52, 'Four units use the system.', 'Scanners are late.'),
      ],
    },
    'gori one-stop-shop': {
      dueIn: 4,
      months: [month('onTrack', 25, 'Room chosen.'), month('onTrack', 33, 'Services listed.')],
    },
    'khashuri dms': {
      dueIn: -6,
      months: [
        month('atRisk', 5, 'Kick-off held.', 'No IT officer.'),
        month('offTrack', 5, 'No progress.', 'The post is still vacant.'),
      ],
    },
  }

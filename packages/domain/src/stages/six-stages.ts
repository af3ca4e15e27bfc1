import type { Period } from '../core/days.ts'

/** What a stage of a template is before a project has dates of its own. */
export type StageTemplate = Period & {
  readonly key: string
  readonly name: string
  readonly deliverables: readonly string[]
  readonly gate: readonly string[]
}

/** The six stages of the model project over its real period; the split is illustrative, see `data/stages.json`. */
export const sixStages: readonly StageTemplate[] = [
  {
    key: 'research-design',
    name: 'Research design',
    deliverables: [
      'Research design note',
      'Case protocol and interview instrument',
      'Partner agreements',
      'Consent form',
    ],
    gate: ['Research design signed off by every partner organization', 'Interview instrument piloted at least once'],
    startsOn: '2006-11-01',
    endsOn: '2006-12-15',
  },
  {
    key: 'practices',
    name: 'Gathering best practices',
    deliverables: ['Case studies: successes, failures and regular practice', 'Interview notes'],
    gate: [
      'At least one failure and one regular-practice case per country',
      'Every case complete',
      'Consent recorded for every case',
    ],
    startsOn: '2006-12-01',
    endsOn: '2007-02-28',
  },
  {
    key: 'analysis',
    name: 'Analysis of successes and failures',
    deliverables: ['Codebook', 'Cross-case matrix', 'Findings paper'],
    gate: [
      'Every case coded',
      'Coder agreement at or above the agreed level',
      'Findings reviewed by every partner organization',
    ],
    startsOn: '2007-02-01',
    endsOn: '2007-04-15',
  },
  {
    key: 'drafting',
    name: 'Drafting the model and the manual',
    deliverables: [
      'ICT implementation model with guidelines',
      'Self-assessment',
      'Manual in English, Serbian and Georgian',
    ],
    gate: [
      'Each model component backed by a case or marked as expert judgement',
      'Language versions current',
      'Manual signed off by every partner organization',
    ],
    startsOn: '2007-03-15',
    endsOn: '2007-06-15',
  },
  {
    key: 'training',
    name: 'Training and dissemination',
    deliverables: [
      'Two-day training schema',
      'Materials per language',
      'Attendance and evaluation',
      'Action plan per municipality',
    ],
    gate: ['Every action has an owner and a date'],
    startsOn: '2007-05-15',
    endsOn: '2007-07-15',
  },
  {
    key: 'follow-up',
    name: 'Implementation follow-up',
    deliverables: [
      'Rollout board per municipality and information system',
      'Monthly status reports',
      'Quarterly indicators',
      'Handover',
    ],
    gate: ['System live or formally stopped in every rollout', 'Final reports accepted'],
    startsOn: '2007-06-15',
    endsOn: '2007-08-31',
  },
]

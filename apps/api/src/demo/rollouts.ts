import type { Phase } from '@kolo/domain/rollouts/rollouts'

/** The rollouts of the demo; `indicators` are keys of the catalogue. */
export const demoRollouts = [
  {
    municipality: 'indjija',
    system: 'problem-reporting',
    phase: 'live',
    indicators: ['reports-closed', 'within-deadline'],
  },
  { municipality: 'indjija', system: 'dms', phase: 'sustain', indicators: ['units-using-dms', 'registered-same-day'] },
  { municipality: 'loznica', system: 'infrastructure', phase: 'procure', indicators: ['backup-restored'] },
  { municipality: 'arilje', system: 'portal', phase: 'configure', indicators: ['services-electronic'] },
  { municipality: 'pozega', system: 'one-stop-shop', phase: 'pilot', indicators: ['oss-points', 'processing-time'] },
  {
    municipality: 'tivat',
    system: 'problem-reporting',
    phase: 'pilot',
    indicators: ['reports-closed', 'within-deadline'],
  },
  { municipality: 'tivat', system: 'local-tax', phase: 'procure', indicators: ['tax-online'] },
  { municipality: 'bijelo-polje', system: 'problem-reporting', phase: 'live', indicators: ['reports-closed'] },
  { municipality: 'kolasin', system: 'hr', phase: 'prepare', indicators: ['staff-trained'] },
  { municipality: 'gori', system: 'dms', phase: 'pilot', indicators: ['units-using-dms', 'requests-electronic'] },
  { municipality: 'gori', system: 'one-stop-shop', phase: 'configure', indicators: ['oss-points'] },
  { municipality: 'khashuri', system: 'dms', phase: 'prepare', indicators: ['units-using-dms'] },
] as const satisfies readonly { municipality: string; system: string; phase: Phase; indicators: readonly string[] }[]

/** What is to be done in every rollout, by the column it stands in at the start of the demo; `due` in days from today. */
export const demoTasks = [
  { title: 'Name the responsible persons', column: 'done', due: -40 },
  { title: 'Describe the present procedure', column: 'done', due: -20 },
  { title: 'Check network and equipment', column: 'doing', due: 3 },
  { title: 'Enter the code lists', column: 'doing', due: 9 },
  { title: 'Sign the maintenance contract', column: 'blocked', due: -2 },
  { title: 'Train the first users', column: 'todo', due: 21 },
  { title: 'Tell the citizens', column: 'todo', due: 35 },
] as const

/** What every rollout is to reach; those that are beyond the phase have reached it. Days are counted from today. */
export const demoMilestones = [
  { name: 'Contract signed', phase: 'procure', due: -60, reached: -62 },
  { name: 'Data migrated', phase: 'configure', due: -30, reached: -25 },
  { name: 'Staff trained', phase: 'pilot', due: -5, reached: -8 },
  { name: 'Live for citizens', phase: 'live', due: 45, reached: -3 },
] as const satisfies readonly { name: string; phase: Phase; due: number; reached: number }[]

import type { Messages } from '../catalog.ts'

/** Where a rollout began with an indicator, and what it is to reach. */
export const messages = {
  title: 'Baseline and targets',
  about: 'The municipality sees them in its report, beside the last value.',
  noIndicators: 'The rollout reports no indicators yet',
  noIndicatorsAbout: 'Choose them when you ask for a report.',
  none: 'None',
  change: 'Change: {{indicator}}',
  baselineFigure: 'Baseline',
  baselineOn: 'Measured on',
  baselineSource: 'Where the figure comes from',
  targets: 'Targets',
  target: 'Target',
  targetOn: 'To be reached by',
  add: 'Add a target',
  removeTarget: 'Remove the target: {{number}}',
  save: 'Save',
  saved: 'Targets are set',
  incomplete: 'Fill in figure and day.',
  by: '{{value}} by {{date}}',
  on: '{{value}} on {{date}}',
  reached: 'Target reached',
  reachedBy: 'Targets reached: {{done}} of {{total}}',
  notReached: 'Not reached yet',
} as const satisfies Messages

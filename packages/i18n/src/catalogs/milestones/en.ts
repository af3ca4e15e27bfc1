import type { Messages } from '../catalog.ts'

/** Milestones: dated marks of a rollout. */
export const messages = {
  milestones: 'Milestones',
  empty: 'No milestones yet',
  emptyAbout:
    'A milestone is something that is to be reached by a day: a contract that is signed, data that are migrated.',
  add: 'Add a milestone',
  change: 'Change the milestone',
  name: 'What is to be reached',
  dueOn: 'To be reached by',
  reachedOn: 'Reached on',
  reachedOnAbout: 'Leave it empty while it isn’t reached.',
  reachedOf: '{{reached}} of {{total}} reached',
  actions: 'Actions for the milestone “{{name}}”',
  changeItem: 'Change',
  remove: 'Remove',
  removed: 'Removed: {{name}}',
  markedReached: 'Reached: {{name}}',
  reopened: 'Not reached any more: {{name}}',
  due: 'Due: {{date}}',
  late: 'Late, days: {{days}}',
  reached: 'Reached: {{date}}',
  reachedLate: 'Reached late: {{date}}',
  by: 'Entered by: {{person}}',
} as const satisfies Messages

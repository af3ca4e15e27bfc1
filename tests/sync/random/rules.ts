/** What must be true of every run. */
export const rules = {
  numbered: 'A space’s events are numbered from 1 to its head without a gap.',
  kept: 'An acknowledged write is in the log, at the place that was told.',
  once: 'A committed command has one event in each space that it concerns, however often it was sent.',
  refusedWritesNothing: 'A refused command has written nothing.',
  nothingUnasked: 'Every event belongs to a command that somebody gave.',
  oneAnswer: 'The same command always gets the same answer.',
  rebuilt: 'The events of a space rebuild what the server has in its tables.',
  ordered: 'What is confirmed at a seq is what the log makes of the events up to it, in their order.',
  known: 'What is confirmed belongs to an epoch that the hub has had.',
  monotonic: 'What a person sees of a space never goes back within an epoch.',
  recent: 'A snapshot is not older than what the browser had been told when it asked.',
  ownWrites: 'An acknowledged write stays in view until its event is there.',
  membersOnly: 'Nobody is pushed what was written after the membership ended, once the node has heard of its end.',
  closed: 'In the end a space is open to its members; nobody else sees or keeps anything of it.',
  settled: 'Every command that somebody gave is done, or stands in that outbox as refused, with a reason.',
  drained: 'In the end nothing is pending.',
  converged: 'In the end everybody’s replica is what the server has.',
} as const
export type Rule = keyof typeof rules

/** A rule that was broken, and how. */
export type Breach = { readonly rule: Rule; readonly how: string }

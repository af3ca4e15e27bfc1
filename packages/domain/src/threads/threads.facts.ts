import { dayOf, type FactContributor } from '../reports/fact-contributor.ts'

/** Threads that were resolved, and still are. */
export const threadFacts: FactContributor<'threads'> = {
  parts: ['threads'],
  factsOf: ({ threads }) =>
    Object.values(threads).flatMap(({ id, title, resolvedAt }) =>
      resolvedAt === null ? [] : [{ kind: 'threadResolved', id, name: title, on: dayOf(resolvedAt) }],
    ),
}

import { dayOf, type FactContributor } from '../reports/fact-contributor.ts'

/** Versions that were published of documents that are still there. */
export const documentFacts: FactContributor<'documents'> = {
  parts: ['documents'],
  factsOf: ({ documents }) =>
    Object.values(documents)
      .filter(({ archivedAt }) => archivedAt === null)
      .flatMap(({ title, versions }) =>
        versions.map(({ id, name, publishedAt }) => ({
          kind: 'versionPublished',
          id,
          name: `${title} · ${name}`,
          on: dayOf(publishedAt),
        })),
      ),
}

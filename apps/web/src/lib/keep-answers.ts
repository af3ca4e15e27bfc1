import type { Disk } from '@kolo/sync'
import { dehydrate, hydrate, type Query, type QueryClient } from '@tanstack/react-query'

/** Writes the answers to the screens down. */
export type KeepsAnswers = { now(): void }

const keepEvery = 2_000

/**
 * Takes what the screens across spaces showed last from the disk, and writes down what they show from now on: without a
 * network they open as they were, with one they are asked for anew.
 */
export async function keepAnswers(client: QueryClient, store: Disk['answers'], build: string): Promise<KeepsAnswers> {
  const begun = Date.now()
  const kept = await store.load(build).catch(() => undefined)
  if (kept) hydrate(client, kept)
  // However young they are: whoever loads the page again wants to see how things stand now.
  const isKept = ({ state }: Query): boolean => state.dataUpdatedAt < begun
  void client.invalidateQueries({ predicate: isKept }, { cancelRefetch: false })
  let due: ReturnType<typeof setTimeout> | undefined
  const now = (): void => {
    clearTimeout(due)
    due = undefined
    const answers = dehydrate(client, { shouldDehydrateQuery: ({ state }) => state.status === 'success' })
    void store.keep(build, answers).catch(() => undefined)
  }
  client.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated' || type === 'removed') due ??= setTimeout(now, keepEvery)
  })
  return { now }
}

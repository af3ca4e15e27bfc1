import { type Answer, answerOf, type Fetcher, outOfTables, type OutboxItem } from '@kolo/sync'
import { getUntypedClient } from '@trpc/client'
import { refusalOf } from './refusal.ts'
import { api } from './trpc.ts'

// An item names its procedure by a path, whichever build wrote it down: the server says what there is.
const procedures = getUntypedClient(api)

async function call({ path, commandId, input }: OutboxItem): Promise<Answer> {
  try {
    return (await procedures.mutation(path, { commandId, input })) as Extract<Answer, { status: 'committed' }>
  } catch (error) {
    return answerOf(refusalOf(error))
  }
}

async function unlessForbidden<Output>(work: () => Promise<Output>): Promise<Output | 'forbidden'> {
  try {
    return await work()
  } catch (error) {
    if (refusalOf(error)?.code === 'notFound') return 'forbidden'
    throw error
  }
}

/** The hub's HTTP as the sync client needs it. */
export const fetcher: Fetcher = {
  call,
  snapshot: (spaceId) =>
    unlessForbidden(async () => outOfTables(await api.spaces.snapshot.query({ spaceId, asTables: true }))),
  eventsAfter: (spaceId, epoch, after, last) =>
    unlessForbidden(() => api.spaces.events.query({ spaceId, epoch, after, last })),
}

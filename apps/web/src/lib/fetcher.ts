import { type Answer, answerOf, type Fetcher, outOfTables, type OutboxItem } from '@kolo/sync'
import { refusalOf } from './refusal.ts'
import { api } from './trpc.ts'

type Mutations = Record<
  string,
  Record<string, { mutate(input: unknown): Promise<Extract<Answer, { status: 'committed' }>> } | undefined> | undefined
>

async function call(item: OutboxItem): Promise<Answer> {
  const [noun = '', verb = ''] = item.path.split('.')
  try {
    const procedure = (api as unknown as Mutations)[noun]?.[verb]
    if (!procedure) return { status: 'refused', code: 'versionMismatch', details: {} }
    return await procedure.mutate({ commandId: item.commandId, input: item.input })
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
    unlessForbidden(async () => outOfTables(await api.spaces.snapshot.query({ spaceId, inTables: true }))),
  eventsAfter: (spaceId, epoch, after, last) =>
    unlessForbidden(() => api.spaces.events.query({ spaceId, epoch, after, last })),
}

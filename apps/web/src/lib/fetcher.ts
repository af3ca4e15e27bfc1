import type { ErrorCode } from '@kolo/domain/core/errors'
import type { Answer, Fetcher, OutboxItem } from '@kolo/sync'
import { isUnknown, refusalOf } from './refusal.ts'
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
    const refusal = refusalOf(error)
    if (!refusal) return { status: 'unknown' }
    const said = { code: refusal.code as ErrorCode, details: refusal.details }
    if (said.code === 'internal' || said.code === 'versionMismatch') return { status: 'unknown', failure: said }
    if (!isUnknown(error)) return { status: 'refused', ...said }
    return 'reason' in said.details ? { status: 'unknown', because: said } : { status: 'unknown' }
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
  snapshot: (spaceId) => unlessForbidden(() => api.spaces.snapshot.query({ spaceId })),
  eventsAfter: (spaceId, epoch, after) => unlessForbidden(() => api.spaces.events.query({ spaceId, epoch, after })),
}

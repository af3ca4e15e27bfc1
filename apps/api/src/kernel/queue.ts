import { conflict, DomainError } from '@kolo/domain/core/errors'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { Pool, PoolClient } from 'pg'
import { type BatchResult, runBatch, SpoiledBatch } from './batch.ts'
import type { Job } from './job.ts'
import type { SpaceMemory } from './memory.ts'
import { isFinal, isTaken, orUnavailable, type Outcome } from './outcome.ts'

/** Jobs that are done in the order in which they came; once one could not be done now, none behind it is tried. */
export type Sequence = { broken: boolean }

/** Runs jobs: those on one space in its queue with group commit, those on several alone. */
export type JobRunner = { run(job: Job, sequence?: Sequence): Promise<Outcome>; idle(): Promise<void> }

type Waiting = {
  readonly job: Job
  readonly sequence: Sequence | undefined
  settle(outcome: Outcome): void
  fail(error: unknown): void
}

const maxBatch = 64
const maxWaiting = 2_000

/** Makes the runner over a pool of pipelining connections; `publish` is called after each commit. */
export function jobRunner(options: {
  readonly pool: Pool
  readonly memory: SpaceMemory
  readonly publish: (events: readonly Envelope[]) => void
  readonly now: () => string
}): JobRunner {
  const { pool, memory, publish, now } = options
  const queues = new Map<string, Waiting[]>()
  const running = new Set<Promise<void>>()

  const onConnection = async (jobs: readonly Job[]): Promise<BatchResult> => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      const result = await runBatch(client, jobs, now, memory)
      publish(result.events)
      return result
    } catch (error) {
      broken = await cleanUp(client, error)
      throw error
    } finally {
      client.release(broken)
    }
  }

  const runAlone = async ({ job, sequence, settle, fail }: Waiting): Promise<void> => {
    try {
      if (sequence?.broken) throw new DomainError('unavailable')
      const { outcomes } = await onConnection([job])
      settle(outcomes[0]!)
    } catch (error) {
      fail(known(error))
    }
  }

  const runTogether = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const { outcomes } = await onConnection(batch.map(({ job }) => job))
      batch.forEach((waiting, index) => waiting.settle(outcomes[index]!))
    } catch (error) {
      // Only what was certainly rolled back is run again here; the rest is unknown, and the client retries with the same id.
      if (error instanceof SpoiledBatch) for (const waiting of batch) await runAlone(waiting)
      else for (const waiting of batch) waiting.fail(known(error))
    }
  }

  const drain = async (spaceId: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) {
      const batch = unbroken(queue.splice(0, maxBatch))
      if (batch.length > 0) await (batch.length === 1 ? runAlone(batch[0]!) : runTogether(batch))
      await memory.consider(spaceId)
    }
    queues.delete(spaceId)
  }

  const enqueue = (spaceId: string, waiting: Waiting): void => {
    const queue = queues.get(spaceId)
    if (queue) {
      if (queue.length >= maxWaiting) waiting.fail(new DomainError('unavailable', { reason: 'busy' }))
      else queue.push(waiting)
      return
    }
    const fresh = [waiting]
    queues.set(spaceId, fresh)
    track(drain(spaceId, fresh))
  }

  const track = (work: Promise<void>): void => {
    running.add(work)
    void work.finally(() => running.delete(work))
  }

  return {
    run(job, sequence) {
      const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
      const fail = (error: unknown): void => {
        if (sequence && !isFinal(error)) sequence.broken = true
        reject(error)
      }
      const waiting: Waiting = { job, sequence, settle: resolve, fail }
      const [spaceId] = job.spaceIds
      if (job.spaceIds.length === 1 && spaceId !== undefined) enqueue(spaceId, waiting)
      else track(runAlone(waiting))
      return promise
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/** Sends those back whose sequence has been broken meanwhile; gives the others. */
function unbroken(batch: readonly Waiting[]): Waiting[] {
  return batch.filter(({ sequence, fail }) => {
    if (sequence?.broken) fail(new DomainError('unavailable'))
    return !sequence?.broken
  })
}

/** Rolls back; gives the error with which the connection must be thrown away, if it must. */
async function cleanUp(client: PoolClient, error: unknown): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch {
    return error instanceof Error ? error : new Error('rollback failed')
  }
}

/** What the caller is told: the domain's own words, *unavailable* where another try may succeed, else the error itself. */
function known(error: unknown): unknown {
  const cause = error instanceof SpoiledBatch ? error.cause : error
  if (cause instanceof DomainError) return cause
  if (isTaken(cause)) return conflict('idTaken')
  return orUnavailable(cause)
}

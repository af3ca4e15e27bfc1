import { conflict, DomainError } from '@kolo/domain/core/errors'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { Pool } from 'pg'
import { type BatchResult, runBatch, SpoiledBatch } from './batch.ts'
import { withConnection } from './connection.ts'
import type { Job, Sequence } from './job.ts'
import type { SpaceMemory } from './memory.ts'
import { isFinal, isTaken, orUnavailable, type Outcome } from './outcome.ts'

/** Runs jobs: those on one space in its queue with group commit, those on several alone. */
export type JobRunner = { run(job: Job, sequence?: Sequence): Promise<Outcome>; idle(): Promise<void> }

type Waiting = {
  readonly job: Job
  readonly sequence: Sequence | undefined
  answer(outcome: Outcome): void
  fail(error: unknown): void
}

const maxBatch = 64
const maxWaiting = 2_000
// Each holds a connection while it waits for its spaces: the others are for those who wait for nobody.
const maxOnSeveral = 4

/** Makes the runner over a pool of pipelining connections; `publish` is called after each commit. */
export function jobRunner(options: {
  readonly pool: Pool
  readonly memory: SpaceMemory
  readonly publish: (events: readonly Envelope[]) => void
  readonly now: () => string
}): JobRunner {
  const { pool, memory, publish, now } = options
  const queues = new Map<string, Waiting[]>()
  const onSeveral: Waiting[] = []
  let lanes = 0
  const running = new Set<Promise<void>>()

  const onConnection = (jobs: readonly Job[]): Promise<BatchResult> =>
    withConnection(pool, async (client) => {
      const result = await runBatch(client, jobs, now, memory)
      publish(result.events)
      return result
    })

  const runAlone = async ({ job, sequence, answer, fail }: Waiting): Promise<void> => {
    try {
      if (sequence?.broken) throw new DomainError('unavailable')
      const { outcomes } = await onConnection([job])
      answer(outcomes[0]!)
    } catch (error) {
      fail(told(error))
    }
  }

  const runTogether = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const { outcomes } = await onConnection(batch.map(({ job }) => job))
      batch.forEach((waiting, index) => waiting.answer(outcomes[index]!))
    } catch (error) {
      // Only what was certainly rolled back is run again here; the rest is unknown, and the client retries with the same id.
      if (error instanceof SpoiledBatch) for (const waiting of batch) await runAlone(waiting)
      else for (const waiting of batch) waiting.fail(told(error))
    }
  }

  const drain = async (spaceId: string, queue: Waiting[]): Promise<void> => {
    try {
      while (queue.length > 0) {
        const batch = turnAwayBroken(queue.splice(0, maxBatch))
        if (batch.length > 0) await (batch.length === 1 ? runAlone(batch[0]!) : runTogether(batch))
        await memory.consider(spaceId)
      }
    } finally {
      queues.delete(spaceId)
    }
  }

  const drainSeveral = async (): Promise<void> => {
    lanes += 1
    for (let next = onSeveral.shift(); next; next = onSeveral.shift()) await runAlone(next)
    lanes -= 1
  }

  const enqueue = (spaceId: string, waiting: Waiting): void => {
    const queue = queues.get(spaceId)
    if (queue) return line(queue, waiting)
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
      const waiting: Waiting = { job, sequence, answer: resolve, fail }
      const [spaceId] = job.spaceIds
      if (job.spaceIds.length === 1 && spaceId !== undefined) enqueue(spaceId, waiting)
      else {
        line(onSeveral, waiting)
        if (lanes < maxOnSeveral) track(drainSeveral())
      }
      return promise
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/** Takes a place in a queue, or is sent back where it is too long. */
function line(queue: Waiting[], waiting: Waiting): void {
  if (queue.length >= maxWaiting) waiting.fail(new DomainError('unavailable', { reason: 'busy' }))
  else queue.push(waiting)
}

/** Sends those back whose sequence has been broken meanwhile; gives the others. */
function turnAwayBroken(batch: readonly Waiting[]): Waiting[] {
  return batch.filter(({ sequence, fail }) => {
    if (sequence?.broken) fail(new DomainError('unavailable'))
    return !sequence?.broken
  })
}

/** What the caller is told: the domain's own words, *unavailable* where another try may succeed, else the error itself. */
function told(error: unknown): unknown {
  const cause = error instanceof SpoiledBatch ? error.cause : error
  if (cause instanceof DomainError) return cause
  if (isTaken(cause)) return conflict('idTaken')
  return orUnavailable(cause)
}

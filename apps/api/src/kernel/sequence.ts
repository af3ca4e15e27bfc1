import { DomainError } from '@kolo/domain/core/errors'
import type { Job, Sequence } from './job.ts'
import { isFinal, type Outcome } from './outcome.ts'
import type { JobRunner } from './queue.ts'

/** How a job comes about: `prepare` finds out which spaces it concerns, from its input alone or by asking the database. */
type Preparing = { readonly asks: boolean; readonly prepare: () => Promise<Job> }

/**
 * Runs jobs in their order without waiting for each: those on the same one space go into its queue, and often into one
 * transaction, together. Where the database is asked for a job's spaces it has to know what those before it did.
 */
export function inSequence(runner: JobRunner): (preparing: Preparing) => Promise<Outcome> {
  const sequence: Sequence = { broken: false }
  let queuedOn: string | undefined
  let lastDone: Promise<unknown> = Promise.resolve()
  let entered: Promise<unknown> = Promise.resolve()

  /** Hands the job over once those before it are done, or stand before it in the same queue. */
  const enter = async ({ asks, prepare }: Preparing): Promise<{ outcome: Promise<Outcome> }> => {
    if (asks) await lastDone
    const job = await prepare().catch((error: unknown) => {
      sequence.broken ||= !isFinal(error)
      throw error
    })
    const [spaceId] = job.spaceIds
    const queued = job.spaceIds.length === 1 ? spaceId : undefined
    if (queued === undefined || queued !== queuedOn) await lastDone
    if (sequence.broken) throw new DomainError('unavailable')
    queuedOn = queued
    const outcome = runner.run(job, sequence)
    lastDone = outcome.catch(() => undefined)
    return { outcome }
  }
  return async (preparing) => {
    const entering = entered.then(() => enter(preparing))
    entered = entering.catch(() => undefined)
    return (await entering).outcome
  }
}

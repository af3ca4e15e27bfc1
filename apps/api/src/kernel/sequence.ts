import { DomainError } from '@kolo/domain/core/errors'
import type { Job } from './job.ts'
import { isFinal, type Outcome } from './outcome.ts'
import type { JobRunner, Sequence } from './queue.ts'

/**
 * Runs jobs in their order without waiting for each: those on the same one space go into its queue, and often into one
 * transaction, together. `prepare` finds out which spaces a job concerns.
 */
export function inSequence(runner: JobRunner): (prepare: () => Promise<Job>) => Promise<Outcome> {
  const sequence: Sequence = { broken: false }
  let queuedOn: string | undefined
  let before: Promise<unknown> = Promise.resolve()
  let entered: Promise<unknown> = Promise.resolve()

  /** Hands the job over once those before it are done, or stand before it in the same queue. */
  const enter = async (prepare: () => Promise<Job>): Promise<{ outcome: Promise<Outcome> }> => {
    const job = await prepare().catch((error: unknown) => {
      sequence.broken ||= !isFinal(error)
      throw error
    })
    const [spaceId] = job.spaceIds
    const queued = job.spaceIds.length === 1 ? spaceId : undefined
    if (queued === undefined || queued !== queuedOn) await before
    if (sequence.broken) throw new DomainError('unavailable')
    queuedOn = queued
    const outcome = runner.run(job, sequence)
    before = outcome.catch(() => undefined)
    return { outcome }
  }
  return async (prepare) => {
    const entering = entered.then(() => enter(prepare))
    entered = entering.catch(() => undefined)
    return (await entering).outcome
  }
}

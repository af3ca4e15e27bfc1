import { DomainError, notFound } from '@kolo/domain/core/errors'
import { derivedIds } from '@kolo/domain/core/ids'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { PoolClient } from 'pg'
import { append, type Head, numberEvents, type Numbered, type Recording } from './append.ts'
import { type Job, jobKey } from './job.ts'
import type { SpaceMemory } from './memory.ts'
import { hasMoved, isFinal, isRetryable, isTaken, isWithoutConnection, type Outcome, refusalOf } from './outcome.ts'
import { openTx } from './transaction.ts'
import { caughtUpView, isEnoughFor, lockedView, rememberedView, type View } from './view.ts'

/** What a batch did: an answer for each job, in order, and the events to publish. */
export type BatchResult = { readonly outcomes: readonly Outcome[]; readonly events: readonly Envelope[] }

/** A job failed in a way that spoils the transaction, which is certainly rolled back: its jobs may be run one by one. */
export class SpoiledBatch extends Error {
  constructor(cause: unknown) {
    super('The batch has to be run one by one.', { cause })
    this.name = 'SpoiledBatch'
  }
}

/**
 * Runs jobs on the same spaces in one transaction: on what is remembered of their space, in a single round trip; where
 * others have written since, on that and what they did; or else on what the database says. Rejects with SpoiledBatch where
 * nothing was done for certain; with any other error nobody knows.
 */
export async function runBatch(
  client: PoolClient,
  jobs: readonly Job[],
  now: () => string,
  memory: SpaceMemory,
): Promise<BatchResult> {
  const run = (view: View): Promise<BatchResult> => runOn(view, jobs, now, memory)
  const [spaceId = ''] = jobs[0]?.spaceIds ?? []
  const remembered = memory.of(spaceId)
  const isEnough = remembered !== undefined && isEnoughFor(remembered, jobs)
  try {
    if (isEnough && !remembered.mayBeBehind) {
      const done = await run(rememberedView(client, spaceId, remembered)).catch(unlessSpoiled)
      if (!(done instanceof SpoiledBatch)) return done
      await client.query('rollback')
      // Somebody else has written meanwhile, or perhaps has: a number of theirs is taken, or only an id that was sent twice.
      // What is refused anyway is asked of the tables, and nothing forgotten for it.
      if (hasMoved(done.cause)) memory.contended(spaceId)
      else if (isTaken(done.cause)) memory.doubted(spaceId)
    }
    const behind = memory.of(spaceId)
    if (isEnough && behind?.mayBeBehind) {
      const view = await caughtUpView(client, jobs, { spaceId, remembered: behind }, memory)
      const done = view && (await run(view).catch(unlessSpoiled))
      if (done && !(done instanceof SpoiledBatch)) return done
      await client.query('rollback')
    }
    return await run(await lockedView(client, jobs))
  } catch (error) {
    if (!isRolledBack(error)) for (const job of jobs) job.spaceIds.forEach(memory.forget)
    throw error
  }
}

/** Whether nothing of it was committed, for certain: a lock that was waited for too long, a deadlock. */
const isRolledBack = (error: unknown): boolean =>
  error instanceof SpoiledBatch || (isRetryable(error) && !isWithoutConnection(error))

/** What was decided on memory is decided again by the database, unless that has to wait or isn't there. */
function unlessSpoiled(error: unknown): SpoiledBatch {
  if (!(error instanceof SpoiledBatch)) throw error
  if (isRetryable(error.cause)) throw error.cause
  return error
}

/** Each job loads, decides and sends its writes; the last round trip appends and commits. */
async function runOn(view: View, jobs: readonly Job[], now: () => string, memory: SpaceMemory): Promise<BatchResult> {
  const before = new Map(view.heads)
  const batch: Batch = { view, before, events: [], recordings: [] }
  const outcomes: Outcome[] = []
  for (const job of jobs) outcomes.push(await answer(batch, job, now()))
  await commit(batch)
  const events = batch.events.map(({ envelope }) => envelope)
  memory.committed({ from: before, events, to: view.heads, folded: view.foldedState() })
  return { outcomes, events }
}

type Batch = {
  readonly view: View
  /** The ends of the logs when it began. */
  readonly before: ReadonlyMap<string, Head>
  readonly events: Numbered[]
  readonly recordings: Recording[]
}

async function answer(batch: Batch, job: Job, now: string): Promise<Outcome> {
  const { seen } = batch.view
  const before = seen.get(jobKey(job))
  if (before) {
    if (before.payloadHash.equals(job.payloadHash)) return before.outcome
    return refusalOf(new DomainError('conflict', { reason: 'commandIdReused' }))
  }
  const outcome = await runJob(batch, job, now)
  batch.recordings.push({
    actorId: job.sender.personId,
    commandId: job.commandId,
    name: job.command.name,
    payloadHash: job.payloadHash,
    outcome,
    at: now,
  })
  seen.set(jobKey(job), { payloadHash: job.payloadHash, outcome })
  return outcome
}

async function runJob({ view, ...batch }: Batch, job: Job, now: string): Promise<Outcome> {
  const { tx, writes, changedMembers } = openTx(view.sending)
  const { sender, commandId, input } = job
  const [firstSpace] = job.spaceIds
  if (firstSpace === undefined) return refusalOf(notFound())
  try {
    await checkSpaces(view, job)
    const context = { actor: view.actorIn(sender, firstSpace), now, ids: derivedIds(commandId) }
    const drafts = await job.command.handle({
      ...context,
      tx,
      loaded: await view.loaded(job, context),
      input,
      actorIn: (spaceId) => view.actorIn(sender, spaceId),
    })
    const of = { defaultSpaceId: firstSpace, actorId: sender.personId, commandId, at: now }
    const numbered = numberEvents(view.heads, drafts, of)
    // Without an event the log's key would not find out that the head is another by now.
    if (!view.isAuthoritative && numbered.length === 0) throw new Error('Nothing to do, as far as is remembered.')
    batch.events.push(...numbered)
    const events = numbered.map(({ envelope }) => envelope)
    await view.jobDone(events, changedMembers())
    const last = new Map(events.map(({ spaceId, seq }) => [spaceId, seq]))
    return { status: 'committed', at: [...last].map(([spaceId, seq]) => ({ spaceId, seq })) }
  } catch (error) {
    if (view.isAuthoritative && isFinal(error) && writes.length === 0) return refusalOf(error)
    throw await spoiledBy(error, view.sending.sent)
  }
}

/**
 * Why the transaction is lost: whatever failed first of what was sent, since everything behind it fails for that alone.
 * Without a connection nobody knows what became of it, so that nothing is tried again here.
 */
async function spoiledBy(error: unknown, sent: readonly Promise<unknown>[]): Promise<unknown> {
  const [first] = (await Promise.allSettled(sent)).filter(({ status }) => status === 'rejected')
  const cause: unknown = first?.status === 'rejected' ? first.reason : error
  return isWithoutConnection(cause) ? cause : new SpoiledBatch(cause)
}

/** What was found before the lock may have changed until it was held; of one space alone its events tell. */
async function checkSpaces({ heads, sending }: View, job: Job): Promise<void> {
  if (job.spaceIds.some((spaceId) => !heads.has(spaceId))) throw notFound()
  if (job.spaceIds.length === 1) return
  const again = new Set(await job.command.spaces(sending.db as never, job.input, job.sender))
  if ([...again].some((spaceId) => !job.spaceIds.includes(spaceId))) {
    throw new DomainError('unavailable', { reason: 'movedMeanwhile' })
  }
}

async function commit({ events, recordings, before, view }: Batch): Promise<void> {
  const { heads, sending } = view
  const appended = recordings.length === 0 ? undefined : append(events, recordings, { before, heads })
  try {
    const ended = sending.end(appended, recordings.length === 1 && heads.size === before.size)
    // While the database is at it: what is sent leaves at the end of this turn. What can't be folded fails where it is needed.
    new Promise((resolve) => process.nextTick(resolve)).then(view.foldedState).catch(() => undefined)
    await ended
  } catch (error) {
    throw await spoiledBy(error, sending.sent)
  }
}

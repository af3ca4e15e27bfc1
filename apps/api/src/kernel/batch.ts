import { derivedIds } from '@kolo/domain/core/ids'
import { DomainError, notFound } from '@kolo/domain/core/errors'
import { type Role, strongest } from '@kolo/domain/core/roles'
import type { Actor } from '@kolo/domain/core/decide'
import { type Database, gatherWrites, pipelined, send } from '@kolo/database'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import { append, type Head, number, type Numbered, type Recording } from './append.ts'
import type { Command, Sender } from './command.ts'
import { isFinal, type Outcome, refusalOf } from './outcome.ts'
import { openTx, type Reads } from './transaction.ts'

/** One sent command on its way through the kernel. */
export type Job = {
  readonly command: Command
  readonly sender: Sender
  readonly commandId: string
  readonly input: unknown
  readonly payloadHash: Buffer
  /** The first one's role counts, and its log gets events without an address of their own. */
  readonly spaceIds: readonly string[]
}

/** What a batch did: an answer for each job, in order, and the events to publish. */
export type BatchResult = { readonly outcomes: readonly Outcome[]; readonly events: readonly Envelope[] }

/** A job failed in a way that spoils the transaction: the batch is rolled back and its jobs are run one by one. */
export class SpoiledBatch extends Error {
  constructor(cause: unknown) {
    super('The batch has to be run one by one.', { cause })
    this.name = 'SpoiledBatch'
  }
}

/**
 * Runs jobs on the same spaces in one transaction: one round trip begins, locks, looks up and loads for the first job;
 * each job loads, decides and sends its writes; one more round trip appends and commits.
 */
export async function runBatch(client: PoolClient, jobs: readonly Job[], now: () => string): Promise<BatchResult> {
  const batch = await begin(client, jobs)
  const outcomes: Outcome[] = []
  for (const job of jobs) {
    outcomes.push(await answer(batch, job, now()))
    if (batch.membersChanged && outcomes.length < jobs.length) await readRolesAgain(batch, jobs)
  }
  await commit(client, batch)
  return { outcomes, events: batch.events.map(({ envelope }) => envelope) }
}

type Batch = {
  readonly client: PoolClient
  readonly db: Kysely<Database>
  readonly first: Job | undefined
  /** What the first job loads; those behind it have to see what it writes. */
  readonly loadedFirst: Promise<unknown> | undefined
  readonly heads: Map<string, Head>
  rolesHeld: ReadonlyMap<string, readonly Role[]>
  readonly seen: Map<string, { payloadHash: Buffer; outcome: Outcome }>
  readonly events: Numbered[]
  readonly recordings: Recording[]
  readonly writes: Promise<unknown>[]
  /** A job before this one changed who is a member of what. */
  membersChanged: boolean
}

const roleKey = (spaceId: string, personId: string): string => `${spaceId} ${personId}`
const seenKey = (job: { sender: Sender; commandId: string }): string => `${job.sender.personId} ${job.commandId}`

const lockSql = 'select id, head, head_hash from space where id = any($1::uuid[]) order by id for update'
const seenSql = `select actor_id, command_id, payload_hash, outcome from command_result
  join unnest($1::uuid[], $2::uuid[]) as asked(actor, command) on actor_id = actor and command_id = command`
const rolesSql =
  'select space_id, person_id, role from space_member where space_id = any($1::uuid[]) and person_id = any($2::uuid[])'

async function begin(client: PoolClient, jobs: readonly Job[]): Promise<Batch> {
  const spaceIds = [...new Set(jobs.flatMap((job) => job.spaceIds))].toSorted()
  const people = jobs.map((job) => job.sender.personId)
  const commandIds = jobs.map((job) => job.commandId)
  const db = pipelined<Database>(client)
  gatherWrites(client)
  const begun = Promise.all([
    client.query('begin'),
    send<{ id: string; head: number; head_hash: Buffer }>(client, lockSql, [spaceIds]),
    send<{ actor_id: string; command_id: string; payload_hash: Buffer; outcome: Outcome }>(client, seenSql, [
      people,
      commandIds,
    ]),
    send<HeldRole>(client, rolesSql, [spaceIds, people]),
  ])
  const [first] = jobs
  const loadedFirst = first && load(db, first)
  // Where it isn't needed, or the beginning has failed, nobody asks for it.
  loadedFirst?.catch(() => undefined)
  const [, locked, seen, held] = await begun
  return {
    client,
    db,
    first,
    loadedFirst,
    heads: new Map(locked.rows.map((row) => [row.id, { seq: row.head, hash: row.head_hash }])),
    rolesHeld: rolesOf(held.rows),
    seen: new Map(
      seen.rows.map((row) => [
        `${row.actor_id} ${row.command_id}`,
        { payloadHash: row.payload_hash, outcome: row.outcome },
      ]),
    ),
    events: [],
    recordings: [],
    writes: [],
    membersChanged: false,
  }
}

/** Sent behind what has been sent already: it sees what that leaves. */
const load = (db: Kysely<Database>, { command, input, sender }: Job): Promise<unknown> | undefined =>
  command.load?.({ read: db as unknown as Reads, input, sender })

type HeldRole = { space_id: string; person_id: string; role: Role }

function rolesOf(rows: readonly HeldRole[]): ReadonlyMap<string, readonly Role[]> {
  const roles = new Map<string, Role[]>()
  for (const row of rows) {
    const key = roleKey(row.space_id, row.person_id)
    roles.set(key, [...(roles.get(key) ?? []), row.role])
  }
  return roles
}

/** After a job that changed who may what: those that follow in the batch are judged by the roles as they are now. */
async function readRolesAgain(batch: Batch, jobs: readonly Job[]): Promise<void> {
  const spaceIds = [...new Set(jobs.flatMap((job) => job.spaceIds))]
  const held = await send<HeldRole>(batch.client, rolesSql, [spaceIds, jobs.map((job) => job.sender.personId)])
  batch.rolesHeld = rolesOf(held.rows)
  batch.membersChanged = false
}

async function answer(batch: Batch, job: Job, now: string): Promise<Outcome> {
  const before = batch.seen.get(seenKey(job))
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
  batch.seen.set(seenKey(job), { payloadHash: job.payloadHash, outcome })
  return outcome
}

async function runJob(batch: Batch, job: Job, now: string): Promise<Outcome> {
  const { tx, writes, changedMembers } = openTx(batch.client, batch.db)
  const [firstSpace] = job.spaceIds
  if (firstSpace === undefined) return refusalOf(notFound())
  try {
    await checkSpaces(batch, job)
    const drafts = await job.command.handle({
      tx,
      loaded: (await (job === batch.first ? batch.loadedFirst : load(batch.db, job))) as never,
      input: job.input,
      actor: actorIn(batch, job.sender, firstSpace),
      actorIn: (spaceId) => actorIn(batch, job.sender, spaceId),
      now,
      ids: derivedIds(job.commandId),
      decide: () => [],
    })
    batch.writes.push(...writes)
    batch.membersChanged ||= changedMembers()
    const of = { defaultSpaceId: firstSpace, actorId: job.sender.personId, commandId: job.commandId, at: now }
    const numbered = number(batch.heads, drafts, of)
    batch.events.push(...numbered)
    const last = new Map(numbered.map(({ envelope }) => [envelope.spaceId, envelope.seq]))
    return { status: 'committed', at: [...last].map(([spaceId, seq]) => ({ spaceId, seq })) }
  } catch (error) {
    if (isFinal(error) && writes.length === 0) return refusalOf(error)
    throw new SpoiledBatch(error)
  }
}

/** What was found before the lock may have changed until it was held. */
async function checkSpaces(batch: Batch, job: Job): Promise<void> {
  if (job.spaceIds.some((spaceId) => !batch.heads.has(spaceId))) throw notFound()
  if (job.spaceIds.length === 1) return
  const again = new Set(await job.command.spaces(batch.db as never, job.input, job.sender))
  if ([...again].some((spaceId) => !job.spaceIds.includes(spaceId))) {
    throw new DomainError('unavailable', { reason: 'movedMeanwhile' })
  }
}

function actorIn(batch: Batch, sender: Sender, spaceId: string): Actor {
  if (sender.system) return { personId: sender.personId, role: 'administrator', system: true }
  return { personId: sender.personId, role: strongest(batch.rolesHeld.get(roleKey(spaceId, sender.personId)) ?? []) }
}

async function commit(client: PoolClient, batch: Batch): Promise<void> {
  const nothingNew = batch.recordings.length === 0
  const appended = nothingNew ? Promise.resolve() : append(client, batch.events, batch.recordings, batch.heads)
  gatherWrites(client)
  const committed = client.query('commit')
  try {
    await Promise.all([...batch.writes, appended])
  } catch (error) {
    // The commit behind a failed statement rolls back; wait for it, so that the connection is clean.
    await committed.catch(() => undefined)
    throw new SpoiledBatch(error)
  }
  const { command } = await committed
  if (command !== 'COMMIT') throw new SpoiledBatch(new Error(`The commit answered ${command}.`))
}

import type { Actor, DecideContext } from '@kolo/domain/core/decide'
import { type Role, strongest } from '@kolo/domain/core/roles'
import type { Envelope } from '@kolo/domain/events/envelope'
import { foldSpace, type SpaceState } from '@kolo/domain/events/parts'
import { predictions } from '@kolo/domain/events/predictions'
import { type Database, send } from '@kolo/database'
import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import type { Head } from './append.ts'
import type { Sender } from './command.ts'
import { type Job, jobKey } from './job.ts'
import type { Outcome } from './outcome.ts'
import { envelopeOf, type EventRow } from './log.ts'
import type { SpaceMemory } from './memory.ts'
import type { FoldedSpace } from './snapshot.ts'
import { type Sending, sending } from './sending.ts'
import type { Reads } from './transaction.ts'
import type { Statement } from './writes.ts'

/** An answer that was given before. */
export type Seen = { readonly payloadHash: Buffer; readonly outcome: Outcome }

/** What a batch's jobs are decided on, and the transaction that they write in. */
export type View = {
  readonly sending: Sending
  /** The ends of the spaces' logs; whoever numbers events moves them on. */
  readonly heads: Map<string, Head>
  readonly seen: Map<string, Seen>
  /** Whether a refusal may be answered; where it may not, it has to be asked again of the database. */
  readonly isAuthoritative: boolean
  actorIn(sender: Sender, spaceId: string): Actor
  /** What the job's `load` finds, or a promise of it. */
  loaded(job: Job, context: DecideContext): unknown
  /** A job is done: those that follow see what it did. */
  jobDone(events: readonly Envelope[], changedMembers: boolean): Promise<void> | void
  /** The space with all that the jobs did, where it is folded anyway. */
  foldedState(): SpaceState | undefined
}

const begin: Statement = { text: 'begin', values: [] }
const lockSql = 'select id, head, head_hash from space where id = any($1::uuid[]) order by id for update'
const seenSql = `select actor_id, command_id, payload_hash, outcome from command_result
  join unnest($1::uuid[], $2::uuid[]) as asked(actor, command) on actor_id = actor and command_id = command`
const rolesSql =
  'select space_id, person_id, role from space_member where space_id = any($1::uuid[]) and person_id = any($2::uuid[])'

// The same for what most transactions are, one command on one space: by single keys they are planned once, for all; with
// lists anew each time, which costs more than running them.
const lockOneSql = 'select id, head, head_hash from space where id = $1 for update'
const seenOneSql =
  'select actor_id, command_id, payload_hash, outcome from command_result where actor_id = $1 and command_id = $2'
const rolesOneSql = 'select space_id, person_id, role from space_member where space_id = $1 and person_id = $2'

// More than that is read faster as tables, and fills no memory.
const [mostMissed, mostMissedBytes] = [1_000, 4 * 1024 * 1024]

type LockedSpace = { id: string; head: number; head_hash: Buffer }
type SeenRow = { actor_id: string; command_id: string; payload_hash: Buffer; outcome: Outcome }
type HeldRole = { space_id: string; person_id: string; role: Role }

/** The database under its locks: one round trip begins, locks, looks up and loads for the first job. */
export async function lockedView(client: PoolClient, jobs: readonly Job[]): Promise<View> {
  const spaceIds = [...new Set(jobs.flatMap((job) => job.spaceIds))].toSorted()
  const people = jobs.map(({ sender }) => sender.personId)
  const commandIds = jobs.map(({ commandId }) => commandId)
  const isOne = jobs.length === 1 && spaceIds.length === 1
  const askRoles = () =>
    isOne
      ? send<HeldRole>(client, rolesOneSql, [spaceIds[0], people[0]])
      : send<HeldRole>(client, rolesSql, [spaceIds, people])
  const transaction = sending(client, [])
  const { db } = transaction
  const begun = Promise.all([
    send(client, 'begin'),
    isOne ? send<LockedSpace>(client, lockOneSql, [spaceIds[0]]) : send<LockedSpace>(client, lockSql, [spaceIds]),
    isOne
      ? send<SeenRow>(client, seenOneSql, [people[0], commandIds[0]])
      : send<SeenRow>(client, seenSql, [people, commandIds]),
    askRoles(),
  ])
  const [first] = jobs
  const loadedFirst = first && load(db, first)
  // Where it isn't needed, or the beginning has failed, nobody asks for it.
  loadedFirst?.catch(() => undefined)
  const [, locked, seen, held] = await begun
  let roles = rolesOf(held.rows)
  return {
    sending: transaction,
    heads: new Map(locked.rows.map((row) => [row.id, { seq: row.head, hash: row.head_hash }])),
    seen: seenIn(seen.rows),
    isAuthoritative: true,
    actorIn: (sender, spaceId) => actor(sender, roles.get(roleKey(spaceId, sender.personId)) ?? []),
    // Those behind the first have to see what it writes.
    loaded: (job) => (job === first ? loadedFirst : load(db, job)),
    async jobDone(_events, changedMembers) {
      transaction.flush()
      if (changedMembers) roles = rolesOf((await askRoles()).rows)
    },
    foldedState: () => undefined,
  }
}

/**
 * Whether the jobs may be decided on what is remembered of their one space: the decision is one that a folded space is
 * enough for, and all senders are in it. Whoever isn't goes the way of those who ask for a space that doesn't exist.
 */
export const isEnoughFor = ({ parts }: FoldedSpace, jobs: readonly Job[]): boolean =>
  jobs.every(
    ({ command, spaceIds, sender }) =>
      spaceIds.length === 1 &&
      command.load &&
      predictions.has(command.name) &&
      (sender.system || parts.space.members.some(({ personId }) => personId === sender.personId)),
  )

/**
 * What this process remembers of the one space that all jobs concern; nothing is waited for. The lock is there because
 * all take their locks in one order, the space's first; whether its head is still the remembered one nobody asks: an
 * event whose number is taken fails by the log's own key.
 */
export const rememberedView = (client: PoolClient, spaceId: string, remembered: FoldedSpace): View =>
  folded(sending(client, [begin, { text: lockOneSql, values: [spaceId] }]), spaceId, remembered)

/** A folded space as what jobs are decided on. A refusal has to be asked again of the tables. */
function folded(transaction: Sending, spaceId: string, { head, parts }: FoldedSpace): View {
  let folded = parts
  let unfolded: readonly Envelope[] = []
  // When somebody asks for it: copying a large board costs as much as a write.
  const now = (): SpaceState => {
    folded = unfolded.reduce(foldSpace, folded)
    unfolded = []
    return folded
  }
  return {
    sending: transaction,
    heads: new Map([[spaceId, head]]),
    // An answer that was given before is found by the key under which this one would be recorded.
    seen: new Map(),
    isAuthoritative: false,
    actorIn: (sender) => {
      const held = now().space.members.filter(({ personId }) => personId === sender.personId)
      return actor(
        sender,
        held.map(({ role }) => role),
      )
    },
    loaded: ({ command, input }, context) => predictions.get(command.name)?.select(now(), input, context),
    jobDone(events) {
      // A space that one of them opens has a state of its own.
      unfolded = [...unfolded, ...events.filter((event) => event.spaceId === spaceId)]
    },
    foldedState: now,
  }
}

const missedSql = `select * from (
    select space_id, seq, type, version, actor_id, command_id, at, payload, hash,
      sum(pg_column_size(payload)) over (order by seq) as bytes
    from event where space_id = $1 and seq >= $2 order by seq limit ${mostMissed + 1}
  ) missed where bytes <= ${mostMissedBytes}`

/**
 * What is remembered of the one space that all jobs concern, brought to now under its lock: one round trip, however many
 * jobs there are, where several processes write. Undefined where too much was missed, or the log isn't the one that is
 * remembered: then it is forgotten.
 */
export async function caughtUpView(
  client: PoolClient,
  jobs: readonly Job[],
  { spaceId, remembered: from }: { readonly spaceId: string; readonly remembered: FoldedSpace },
  memory: SpaceMemory,
): Promise<View | undefined> {
  const people = jobs.map(({ sender }) => sender.personId)
  const commandIds = jobs.map(({ commandId }) => commandId)
  const [, locked, answered, missed] = await Promise.all([
    send(client, 'begin'),
    send<LockedSpace>(client, lockOneSql, [spaceId]),
    send<SeenRow>(client, seenSql, [people, commandIds]),
    send<EventRow & { readonly hash: Buffer }>(client, missedSql, [spaceId, from.head.seq]),
  ])
  const [space] = locked.rows
  const [known, ...since] = missed.rows
  // The log leads on from there, and to where the space says that it ends.
  const isOurs = known?.seq === from.head.seq && known.hash.equals(from.head.hash)
  const leadsOn = space !== undefined && (since.at(-1) ?? known)?.seq === space.head
  if (!isOurs || !leadsOn) {
    memory.forget(spaceId)
    return undefined
  }
  // Memory may have heard meanwhile of what the answer brings: it goes on from what was asked about.
  const head = { seq: space.head, hash: space.head_hash }
  const now = memory.catchUp({ spaceId, from, events: since.map(envelopeOf), head })
  return { ...folded(sending(client, []), spaceId, now), seen: seenIn(answered.rows) }
}

/** Sent behind what has been sent already: it sees what that leaves. */
const load = (db: Kysely<Database>, { command, input, sender }: Job): Promise<unknown> | undefined =>
  command.load?.({ read: db as unknown as Reads, input, sender })

const seenIn = (rows: readonly SeenRow[]): Map<string, Seen> =>
  new Map(
    rows.map(({ actor_id: personId, command_id: commandId, payload_hash: payloadHash, outcome }) => [
      jobKey({ sender: { personId }, commandId }),
      { payloadHash, outcome },
    ]),
  )

const roleKey = (spaceId: string, personId: string): string => `${spaceId} ${personId}`

function rolesOf(rows: readonly HeldRole[]): ReadonlyMap<string, readonly Role[]> {
  const roles = new Map<string, Role[]>()
  for (const row of rows) {
    const key = roleKey(row.space_id, row.person_id)
    roles.set(key, [...(roles.get(key) ?? []), row.role])
  }
  return roles
}

function actor(sender: Sender, roles: readonly Role[]): Actor {
  if (sender.system) return { personId: sender.personId, role: 'administrator', system: true }
  return { personId: sender.personId, role: strongest(roles) }
}

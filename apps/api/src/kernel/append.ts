import { DomainError } from '@kolo/domain/core/errors'
import type { EventDraft } from '@kolo/domain/events/define-event'
import type { Envelope } from '@kolo/domain/events/envelope'
import { eventRegistry } from '@kolo/domain/events/registry'
import { spaceOpened } from '@kolo/domain/spaces/spaces.events'
import { chainHash, hashOf } from './hash.ts'
import type { Outcome } from './outcome.ts'
import type { Statement } from './writes.ts'

/** The end of a space's log, as locked, or as remembered. */
export type Head = { seq: number; hash: Buffer }

/** An event with its number, and the hashes that the log stores beside it. */
export type Numbered = { readonly envelope: Envelope; readonly payloadHash: Buffer; readonly hash: Buffer }

/** A command's answer, to be recorded with its events. */
export type Recording = {
  readonly actorId: string
  readonly commandId: string
  readonly name: string
  readonly payloadHash: Buffer
  readonly outcome: Outcome
  readonly at: string
}

/** Where nothing has happened yet. */
export const noHead: Head = { seq: 0, hash: Buffer.alloc(0) }

/** Gives drafts their numbers and hashes, moving `heads` on. The payload is parsed, so that nothing enters the log that its schema refuses. */
export function numberEvents(
  heads: Map<string, Head>,
  drafts: readonly EventDraft[],
  of: { defaultSpaceId: string; actorId: string; commandId: string; at: string },
): Numbered[] {
  return drafts.map((draft) => {
    const definition = eventRegistry.get(draft.type)
    if (!definition) throw new Error(`The event ${draft.type} is not in the registry.`)
    const payload = definition.payload.parse(draft.payload) as Record<string, unknown>
    const spaceId = draft.spaceId ?? of.defaultSpaceId
    const head = heads.get(spaceId) ?? (draft.type === spaceOpened.type ? noHead : undefined)
    // Nobody locked it: it was not yet there when the command's spaces were asked for.
    if (!head) throw new DomainError('unavailable', { reason: 'movedMeanwhile' })
    const envelope: Envelope = {
      spaceId,
      seq: head.seq + 1,
      type: draft.type,
      version: draft.version,
      actorId: of.actorId,
      commandId: of.commandId,
      at: of.at,
      payload,
    }
    const payloadHash = hashOf(payload)
    const hash = chainHash(head.hash, payloadHash, envelope)
    heads.set(spaceId, { seq: envelope.seq, hash })
    return { envelope, payloadHash, hash }
  })
}

// Where the head isn't the one that the numbers go on from, as after a failover to a database that had not heard of the
// last events, it would be set to null: the column refuses that, and the transaction fails.
const appendSql = `
  with appended as (
    insert into event (space_id, seq, type, version, actor_id, command_id, at, payload, payload_hash, hash)
    select * from unnest($1::uuid[], $2::int[], $3::text[], $4::smallint[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::jsonb[], $9::bytea[], $10::bytea[])
  ), recorded as (
    insert into command_result (actor_id, command_id, name, payload_hash, outcome, at)
    select * from unnest($11::uuid[], $12::uuid[], $13::text[], $14::bytea[], $15::jsonb[], $16::timestamptz[])
  )
  update space set head = case when space.head_hash = coalesce(moved.before, space.head_hash) then moved.head end, head_hash = moved.hash
  from unnest($17::uuid[], $18::int[], $19::bytea[], $20::bytea[]) as moved(id, head, hash, before) where space.id = moved.id`

// The same for what most transactions are, one event and its answer: lists of one cost as much again to take apart.
const appendOneSql = `
  with appended as (
    insert into event (space_id, seq, type, version, actor_id, command_id, at, payload, payload_hash, hash)
    values ($1::uuid, $2::int, $3, $4, $5::uuid, $6::uuid, $7::timestamptz, $8, $9, $10::bytea)
  ), recorded as (
    insert into command_result (actor_id, command_id, name, payload_hash, outcome, at) values ($5, $6, $11, $12, $13, $7)
  )
  update space set head = case when head_hash = coalesce($14::bytea, head_hash) then $2 end, head_hash = $10 where id = $1`

/**
 * The one statement that appends events, records answers and moves the heads: from where they were taken to be, which
 * has to be so still. Spaces that didn't stand `before` are new.
 */
export function append(
  events: readonly Numbered[],
  recordings: readonly Recording[],
  { before, heads }: { readonly before: ReadonlyMap<string, Head>; readonly heads: ReadonlyMap<string, Head> },
): Statement {
  const envelopes = events.map(({ envelope }) => envelope)
  const [event, ...others] = events
  const [recording, ...furtherRecordings] = recordings
  if (event && recording && others.length + furtherRecordings.length === 0) return appendOne(event, recording, before)
  const moved = [...heads].filter(([spaceId]) => envelopes.some((envelope) => envelope.spaceId === spaceId))
  const values = [
    envelopes.map((envelope) => envelope.spaceId),
    envelopes.map((envelope) => envelope.seq),
    envelopes.map((envelope) => envelope.type),
    envelopes.map((envelope) => envelope.version),
    envelopes.map((envelope) => envelope.actorId),
    envelopes.map((envelope) => envelope.commandId),
    envelopes.map((envelope) => envelope.at),
    envelopes.map((envelope) => JSON.stringify(envelope.payload)),
    events.map((event) => event.payloadHash),
    events.map((event) => event.hash),
    recordings.map((recording) => recording.actorId),
    recordings.map((recording) => recording.commandId),
    recordings.map((recording) => recording.name),
    recordings.map((recording) => recording.payloadHash),
    recordings.map((recording) => JSON.stringify(recording.outcome)),
    recordings.map((recording) => recording.at),
    moved.map(([spaceId]) => spaceId),
    moved.map(([, head]) => head.seq),
    moved.map(([, head]) => head.hash),
    moved.map(([spaceId]) => before.get(spaceId)?.hash ?? null),
  ]
  return { text: appendSql, values }
}

/** One event of the command whose answer is recorded. */
function appendOne(
  { envelope, payloadHash, hash }: Numbered,
  recording: Recording,
  before: ReadonlyMap<string, Head>,
): Statement {
  const { spaceId, seq, type, version, actorId, commandId, at, payload } = envelope
  const values = [
    spaceId,
    seq,
    type,
    version,
    actorId,
    commandId,
    at,
    JSON.stringify(payload),
    payloadHash,
    hash,
    recording.name,
    recording.payloadHash,
    JSON.stringify(recording.outcome),
    before.get(spaceId)?.hash ?? null,
  ]
  return { text: appendOneSql, values }
}

import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import { type Role, strongest } from '@kolo/domain/core/roles'
import { positionSchema } from '@kolo/domain/core/text'
import type { Envelope } from '@kolo/domain/events/envelope'
import { eventRegistry } from '@kolo/domain/events/registry'
import { inTables, type Table } from '@kolo/sync'
import { z } from 'zod'
import { envelopeOf } from '../../kernel/log.ts'
import { query } from '../../kernel/query.ts'
import { type Snapshot, takeSnapshot } from '../../kernel/snapshot.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { partLoaders } from '../parts.ts'
import { missedEvents } from './missed-events.ts'

/** The person's role in a space; `notFound` where the space is absent or closed to the person. */
export async function roleIn(db: Reads, personId: string, spaceId: string): Promise<Role> {
  const rows = await db
    .selectFrom('space_member')
    .select('role')
    .where('space_id', '=', spaceId)
    .where('person_id', '=', personId)
    .execute()
  const role = strongest(rows.map((row) => row.role))
  if (!role) throw notFound()
  return role
}

/** A space's live state, for its members; many like rows by column where that is asked for. */
export const spaceSnapshot = query('spaces.snapshot', {
  input: z.object({ spaceId: idSchema, asTables: z.boolean().optional() }),
  handle: ({
    input,
    personId,
    together,
    remembered,
    opened,
  }): Promise<Snapshot & { readonly tables?: readonly Table[] }> =>
    together(async (reads) => {
      const snapshot = await takeSnapshot(reads, partLoaders, input.spaceId, {
        allowed: roleIn(reads, personId, input.spaceId),
        remembered: remembered(input.spaceId),
        loaded: (space) => opened(input.spaceId, space),
      })
      return input.asTables ? inTables(snapshot) : snapshot
    }),
})

// An hour of a busy space comes in one answer; beyond that a snapshot is the shorter way.
const widestGap = 5_000
// Large events come in several answers: none fills the server's memory, and a slow line has got something when it breaks.
const answerBytes = 2 * 1024 * 1024

/**
 * What a catch-up answers: the events after `after`, all up to `head` or so many of them that whoever asks goes on asking;
 * or word that the client needs a fresh snapshot.
 */
export type CatchUp =
  | { readonly kind: 'events'; readonly epoch: string; readonly head: number; readonly events: readonly Envelope[] }
  | { readonly kind: 'reset'; readonly epoch: string }

/**
 * The events of a space after a seq, for its members; *reset* where the epoch is another, the gap too wide, or the event
 * at that seq, if there is one, not that of the command which the client has there (`last`): the log was set back.
 */
export const spaceEvents = query('spaces.events', {
  input: z.object({ spaceId: idSchema, epoch: idSchema, after: positionSchema, last: idSchema.optional() }),
  handle: ({ input, personId, together }): Promise<CatchUp> =>
    together(async (reads) => {
      const [, installation, space, at] = await Promise.all([
        roleIn(reads, personId, input.spaceId),
        reads.selectFrom('installation').select('epoch').executeTakeFirstOrThrow(),
        reads.selectFrom('space').select('head').where('id', '=', input.spaceId).executeTakeFirst(),
        reads
          .selectFrom('event')
          .select('command_id')
          .where('space_id', '=', input.spaceId)
          .where('seq', '=', input.after)
          .executeTakeFirst(),
      ])
      if (!space) throw notFound()
      const { epoch } = installation
      const gap = space.head - input.after
      const isAnother = input.last !== undefined && at !== undefined && at.command_id !== input.last
      if (epoch !== input.epoch || isAnother || gap < 0 || gap > widestGap) return { kind: 'reset', epoch }
      return {
        kind: 'events',
        epoch,
        head: space.head,
        events: await missedEvents(reads, input.spaceId, { after: input.after, limit: widestGap, bytes: answerBytes }),
      }
    }),
})

/** A space as lists and the palette show it. */
export type SpaceListing = {
  readonly id: string
  readonly kind: string
  readonly projectId: string | null
  readonly title: string
  readonly role: Role
  readonly unread: number
  readonly lastAt: string | null
}

/** All spaces of the person, by title, with their unread messages. */
export const mySpaces = query('spaces.mine', {
  input: z.object({}),
  async handle({ db, personId }): Promise<SpaceListing[]> {
    const [rows, unread] = await Promise.all([
      db
        .selectFrom('space')
        .innerJoin('space_member', 'space_member.space_id', 'space.id')
        .select(({ fn }) => [
          'space.id',
          'space.kind',
          'space.project_id',
          'space.title',
          fn.agg<Role[]>('array_agg', ['role']).as('roles'),
        ])
        .where('space_member.person_id', '=', personId)
        .groupBy('space.id')
        .orderBy('space.title')
        .execute(),
      unreadBySpace(db, personId),
    ])
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      projectId: row.project_id,
      title: row.title,
      role: strongest(row.roles) ?? 'reader',
      unread: unread.get(row.id)?.unread ?? 0,
      lastAt: unread.get(row.id)?.lastAt ?? null,
    }))
  },
})

async function unreadBySpace(
  db: Reads,
  personId: string,
): Promise<Map<string, { unread: number; lastAt: string | null }>> {
  const rows = await db
    .selectFrom('thread')
    .leftJoin('thread_read', (join) =>
      join.onRef('thread_read.thread_id', '=', 'thread.id').on('thread_read.person_id', '=', personId),
    )
    .select(({ fn, eb, val }) => [
      'thread.space_id',
      fn.sum<string>(eb('thread.last_number', '-', fn.coalesce('thread_read.number', val(0)))).as('unread'),
      fn.max('thread.last_message_at').as('last_at'),
    ])
    .where('thread.space_id', 'in', (select) =>
      select.selectFrom('space_member').select('space_id').where('person_id', '=', personId),
    )
    .groupBy('thread.space_id')
    .execute()
  return new Map(rows.map((row) => [row.space_id, { unread: Number(row.unread), lastAt: row.last_at }]))
}

const told = [...eventRegistry.values()].filter((event) => event.feed !== null).map((event) => event.type)

/** What happened in a space, newest first, before `before`: the events that have a line in the feed. */
export const spaceActivity = query('spaces.activity', {
  input: z.object({
    spaceId: idSchema,
    before: positionSchema.optional(),
    limit: z.int().min(1).max(100).default(30),
  }),
  async handle({ db, input, personId }): Promise<Envelope[]> {
    await roleIn(db, personId, input.spaceId)
    const rows = await db
      .selectFrom('event')
      .select(['space_id', 'seq', 'type', 'version', 'actor_id', 'command_id', 'at', 'payload'])
      .where('space_id', '=', input.spaceId)
      .where('type', 'in', told)
      .$if(input.before !== undefined, (select) => select.where('seq', '<', input.before!))
      .orderBy('seq', 'desc')
      .limit(input.limit)
      .execute()
    return rows.map(envelopeOf)
  },
})

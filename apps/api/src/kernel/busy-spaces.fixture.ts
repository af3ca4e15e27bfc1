import { defineCommand } from '@kolo/domain/core/command'
import { idSchema } from '@kolo/domain/core/ids'
import { type EventDraft, inSpace } from '@kolo/domain/events/define-event'
import { memberJoined, memberLeft, spaceOpened } from '@kolo/domain/spaces/spaces.events'
import type { Pool, PoolClient } from 'pg'
import { expect } from 'vitest'
import { z } from 'zod'
import { partLoaders } from '../features/parts.ts'
import type { TestHub } from '../testing/hub.ts'
import { command, ownSpace } from './command.ts'
import { checkChain, checkState } from './verify.ts'

/** Its sender joins or leaves, as the commands of organizations have it. */
export const turning = (leaves: boolean) =>
  command(
    defineCommand('test.turn', z.object({ spaceId: idSchema }), () => []),
    {
      spaces: ownSpace,
      handle: async ({ tx, input: { spaceId }, actor: { personId } }) => {
        const row = { space_id: spaceId, person_id: personId, role: 'editor' as const, via: 'test' }
        tx.write((db) =>
          leaves
            ? db.deleteFrom('space_member').where('space_id', '=', spaceId).where('person_id', '=', personId)
            : db.insertInto('space_member').values(row),
        )
        return [(leaves ? memberLeft : memberJoined).of({ personId, role: 'editor', via: 'test' })]
      },
    },
  )

/** Its sender writes this event, of which the tables know nothing. */
export const writing = (draft: EventDraft) =>
  command(
    defineCommand('test.write', z.object({ spaceId: idSchema }), () => []),
    { spaces: ownSpace, handle: async () => [draft] },
  )

/** Its sender opens another space, as the commands of projects have it; like them it may be decided on what is remembered. */
export const openingAnother = (another: string) =>
  command(
    defineCommand('thread.start', z.object({ spaceId: idSchema }), () => []),
    {
      spaces: ownSpace,
      load: async () => undefined,
      handle: async ({ tx, now, actor: { personId } }) => {
        const row = { id: another, kind: 'stage' as const, project_id: null, title: 'Another', created_at: now }
        tx.write((db) => db.insertInto('space').values(row))
        const opened = spaceOpened.of({ kind: row.kind, projectId: null, title: row.title })
        return [memberJoined.of({ personId, role: 'reader', via: 'test' }), inSpace(another, opened)]
      },
    },
  )

/** Hears every statement that the pool's connections send from now on. */
export function hearStatements(pool: Pool, hear: (statement: string) => void): void {
  const heard = new WeakSet<PoolClient>()
  pool.on('acquire', (client) => {
    if (heard.has(client)) return
    heard.add(client)
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      for (const statement of statementsOf(given[0])) hear(statement)
      return query(...given)
    }) as typeof client.query
  })
}

function statementsOf(asked: unknown): readonly string[] {
  if (typeof asked === 'string') return [asked]
  const { text, texts } = asked as { readonly text: string; readonly texts?: readonly string[] }
  return texts ?? [text]
}

/** The log is a chain without a gap, the tables are what it makes of them, and the thread's messages are numbered one by one. */
export async function expectSound(
  hub: TestHub,
  of: { readonly spaceId: string; readonly threadId: string },
): Promise<void> {
  expect((await checkChain(hub.kernel.reads, of.spaceId)).problems).toEqual([])
  // The test's spaces and their first members are made past the log.
  const differing = await checkState(hub.kernel.reads, partLoaders, of.spaceId)
  expect(differing.filter((problem) => !problem.endsWith('rebuild space'))).toEqual([])
  const { rows } = await hub.pool.query<{ number: number }>(
    'select number from message where thread_id = $1 order by number',
    [of.threadId],
  )
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
}

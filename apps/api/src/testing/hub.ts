import { randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import type { Role, SpaceKind } from '@kolo/domain/core/roles'
import type { Envelope } from '@kolo/domain/events/envelope'
import { type Database, migrations } from '@kolo/database'
import { testDatabase } from '@kolo/database/testing'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { expect } from 'vitest'
import type { z } from 'zod'
import { partLoaders } from '../features/parts.ts'
import { ensureInstallation } from '../kernel/genesis.ts'
import { createKernel, type Kernel } from '../kernel/kernel.ts'
import type { Command } from '../kernel/command.ts'
import { eventsAfter } from '../kernel/log.ts'
import type { Committed } from '../kernel/outcome.ts'
import type { Query } from '../kernel/query.ts'
import type { Snapshot } from '../kernel/snapshot.ts'
import type { Reads } from '../kernel/transaction.ts'
import { expectCaughtUp, freshSnapshot } from './caught-up.ts'

/** A hub on a real, throw-away database. */
export type TestHub = {
  readonly pool: Pool
  readonly db: Kysely<Database>
  readonly kernel: Kernel
  readonly networkSpaceId: string
  /** A person with a personal space, in no other. */
  person(name?: string): Promise<string>
  /** A space with these members, outside of any project; `via` is `test`. */
  space(kind: SpaceKind, members: Readonly<Record<string, Role>>): Promise<string>
  run<Input extends z.ZodType>(
    command: Command<string, Input>,
    personId: string,
    input: z.infer<Input>,
    commandId?: string,
  ): Promise<Committed>
  ask<Input extends z.ZodType, Output>(
    query: Query<string, Input, Output>,
    personId: string,
    input: z.input<Input>,
  ): Promise<Output>
  snapshot(spaceId: string): Promise<Snapshot>
  eventsAfter(spaceId: string, seq: number): Promise<Envelope[]>
  /** What went wrong in the background. */
  readonly failures: readonly unknown[]
  close(): Promise<void>
}

export const systemSender = { personId: SYSTEM_ACTOR_ID, system: true }

/** Makes a hub for a test; close it afterwards. */
export async function testHub(): Promise<TestHub> {
  const { pool, db, drop } = await testDatabase<Database>({ migrations })
  const failures: unknown[] = []
  const kernel = createKernel({
    pool,
    reads: db as unknown as Reads,
    loaders: partLoaders,
    onError: (error) => failures.push(error),
  })
  const { networkSpaceId } = await ensureInstallation(pool, { demo: false, now: new Date().toISOString() })
  return {
    pool,
    db,
    kernel,
    failures,
    networkSpaceId,
    person: (name = 'Person') => insertPerson(db, name),
    space: (kind, members) => insertSpace(db, kind, members),
    run: (command, personId, input, commandId = randomUUID()) => {
      const sender = personId === SYSTEM_ACTOR_ID ? systemSender : { personId }
      return kernel.execute(command, { sender, commandId, input: command.input.parse(input) })
    },
    ask: (query, personId, input) => kernel.ask(query, personId, query.input.parse(input)),
    snapshot: (spaceId) => freshSnapshot(pool, spaceId),
    eventsAfter: (spaceId, seq) => eventsAfter(kernel.reads, spaceId, seq, 10_000),
    async close() {
      await kernel.idle()
      await drop()
      expect(failures).toEqual([])
    },
  }
}

/** The promise of every command (architecture.md 8): old snapshot + its events = fresh snapshot. Returns the events. */
export async function expectSynced(
  hub: TestHub,
  spaceIds: string | readonly string[],
  run: () => Promise<unknown>,
): Promise<Envelope[]> {
  const spaces = typeof spaceIds === 'string' ? [spaceIds] : spaceIds
  const before = new Map<string, Snapshot>()
  for (const spaceId of spaces) before.set(spaceId, await hub.snapshot(spaceId))
  await run()
  const all: Envelope[] = []
  for (const [spaceId, old] of before) {
    all.push(...(await expectCaughtUp(hub.pool, spaceId, old)))
  }
  return all
}

async function insertPerson(db: Kysely<Database>, name: string): Promise<string> {
  const id = randomUUID()
  const spaceId = randomUUID()
  const now = new Date().toISOString()
  await db
    .insertInto('space')
    .values({ id: spaceId, kind: 'personal', project_id: null, title: name, created_at: now })
    .execute()
  const row = {
    id,
    name,
    email: `${id}@test.example`,
    rendition: 'en',
    personal_space_id: spaceId,
    created_at: now,
    disabled_at: null,
  }
  await db.insertInto('person').values(row).execute()
  await db
    .insertInto('space_member')
    .values({ space_id: spaceId, person_id: id, role: 'owner', via: `person:${id}` })
    .execute()
  return id
}

async function insertSpace(
  db: Kysely<Database>,
  kind: SpaceKind,
  members: Readonly<Record<string, Role>>,
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('space')
    .values({ id, kind, project_id: null, title: kind, created_at: new Date().toISOString() })
    .execute()
  for (const [personId, role] of Object.entries(members)) {
    await db.insertInto('space_member').values({ space_id: id, person_id: personId, role, via: 'test' }).execute()
  }
  return id
}

import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { EmbeddedConnection } from './postmaster.ts'

const unknownDatabase = '3D000'
/** It exists by now, is just being made, or the template that it is made from has a visitor. */
const madeByAnother: readonly (string | undefined)[] = ['42P04', '23505', '55006']

/** Whether the database answers, the server does but has no such database yet, or nothing does. */
async function reach(connection: EmbeddedConnection): Promise<'ready' | 'missing' | 'down'> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return 'ready'
  } catch (error) {
    return codeOf(error) === unknownDatabase ? 'missing' : 'down'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Asks until the database answers, and makes it where it is missing; false when `over` says so first. */
export async function becomesReady(connection: EmbeddedConnection, over: () => boolean): Promise<boolean> {
  while (!over()) {
    const state = await reach(connection)
    if (state === 'ready') return true
    if (state === 'missing') await createDatabase(connection)
    else await pause(5)
  }
  return false
}

async function createDatabase({ database, ...connection }: EmbeddedConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    await client.query(`create database ${pg.escapeIdentifier(database)}`)
  } catch (error) {
    // Another starter was quicker; the caller looks again.
    if (!madeByAnother.includes(codeOf(error))) throw error
  } finally {
    await client.end()
  }
}

const codeOf = (error: unknown): string | undefined => (error instanceof pg.DatabaseError ? error.code : undefined)

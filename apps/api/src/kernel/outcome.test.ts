import { randomUUID } from 'node:crypto'
import { migrations, type Database } from '@kolo/database'
import { testDatabase } from '@kolo/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { type TestHub, testHub } from '../testing/hub.ts'
import { ensureInstallation, findInstallation } from './genesis.ts'
import { isRetryable, orUnavailable } from './outcome.ts'
import { checkChain } from './verify.ts'
import type { Reads } from './transaction.ts'

const databaseError = (code: string): Error => Object.assign(new Error('from the database'), { code })

describe('what may succeed on another try', () => {
  it.each([
    '40001',
    '40P01',
    '55P03',
    '57014',
    '57P01',
    '57P03',
    '53300',
    '25P03',
    '08006',
    '08P01',
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
  ])('%s is unknown', (code) => expect(isRetryable(databaseError(code))).toBe(true))
  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ])('%s is unknown', (message) => expect(isRetryable(new Error(message))).toBe(true))
  it.each(['53100', 'ENOSPC', 'EDQUOT'])('%s is said to be a full disk, also when it is wrapped', (code) => {
    const full = { code: 'unavailable', details: { reason: 'diskFull' } }
    expect(orUnavailable(databaseError(code))).toMatchObject(full)
    expect(orUnavailable(new Error('not written', { cause: databaseError(code) }))).toMatchObject(full)
  })
  it.each([databaseError('23505'), databaseError('22001'), new TypeError('x is undefined'), 'no error at all'])(
    '%s is final',
    (error) => expect(isRetryable(error)).toBe(false),
  )
})

describe('a database that goes away', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await testHub()
  })
  afterAll(() => hub.close())

  it('answers unavailable, and the same id gets it done once afterwards', async () => {
    const author = await hub.person()
    const spaceId = await hub.space('stage', { [author]: 'editor' })
    const commandId = randomUUID()
    const threadId = randomUUID()
    const start = () =>
      hub.run(startThread, author, { spaceId, threadId, title: 'Late', subject: { kind: 'space' } }, commandId)
    const lock = await hub.pool.connect()
    await lock.query('begin')
    await lock.query('select 1 from space where id = $1 for update', [spaceId])
    const waiting = start()
    waiting.catch(() => undefined)
    const others = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await hub.pool.query(others)).rows.length).toBeGreaterThan(0)
    await lock.query(`select pg_terminate_backend(pid) from (${others}) as stuck`)
    await expect(waiting).rejects.toMatchObject({ code: 'unavailable' })
    await lock.query('rollback')
    lock.release()
    const answer = await start()
    expect(await start()).toEqual(answer)
    expect(await hub.eventsAfter(spaceId, 0)).toHaveLength(1)
  })
})

describe('genesis', () => {
  it('makes one installation, however often it is asked, with a log that verifies', async () => {
    const { pool, db, drop } = await testDatabase<Database>({ migrations })
    const now = new Date().toISOString()
    expect(await findInstallation(pool)).toBeUndefined()
    // Two nodes that start at the same moment.
    const [made, again] = await Promise.all([1, 2].map(() => ensureInstallation(pool, { demo: false, now })))
    expect(again).toEqual(made)
    expect(await ensureInstallation(pool, { demo: true, now })).toEqual(made)
    expect(await checkChain(db as unknown as Reads, made!.networkSpaceId)).toEqual({ events: 1, problems: [] })
    await drop()
  })
})

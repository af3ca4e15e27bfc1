import { type Database, migrations } from '@kolo/database'
import { testDatabase } from '@kolo/database/testing'
import type { Pool } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnv } from '../env.ts'
import { createIdentity } from '../credentials/identity.ts'
import { logWakeUps } from '../kernel/log.ts'
import { announce } from './announce.ts'
import { decideMode, RefusedStart } from './mode.ts'

const now = '2026-11-23T08:00:00.000Z'
const local = readEnv({})
const productions = {
  DATABASE_URL: readEnv({ DATABASE_URL: 'postgres://db/kolo' }),
  HOST: readEnv({ HOST: '0.0.0.0' }),
  PUBLIC_URL: readEnv({ PUBLIC_URL: 'https://kolo.example.org' }),
}

describe('what a start is', () => {
  let test: Awaited<ReturnType<typeof testDatabase<Database>>>
  let pool: Pool
  beforeEach(async () => {
    test = await testDatabase<Database>({ migrations })
    pool = test.pool
  })
  afterEach(() => test.drop())

  const start = (env = local, empty = false) => decideMode(env, pool, { empty, now })
  const refusal = (env = local, empty = false) =>
    start(env, empty).then(
      () => 'started',
      (error: unknown) => error,
    )

  it('is a demo by default, and stays one', async () => {
    expect(await start()).toMatchObject({ production: false, fresh: true, installation: { demo: true } })
    expect(await start()).toMatchObject({ production: false, fresh: false, installation: { demo: true } })
  })

  it('is a production where the folder was started with --empty, and stays one without it', async () => {
    const first = await start(local, true)
    expect(first).toMatchObject({ production: true, fresh: true, installation: { demo: false } })
    expect(await start()).toEqual({ ...first, fresh: false })
  })

  it.each(Object.entries(productions))('is a production without demo by %s', async (_name, env) => {
    expect(await start(env)).toMatchObject({ production: true, fresh: true, installation: { demo: false } })
    expect(await start(env)).toMatchObject({ production: true, fresh: false })
  })

  it.each(Object.entries(productions))('refuses %s while the data is a demo, and says why', async (_name, env) => {
    await start()
    const refused = await refusal(env)
    expect(refused).toBeInstanceOf(RefusedStart)
    expect(String(refused)).toMatch(/demo accounts, whose password everyone knows/)
  })

  it('refuses a production with one demo account among real ones', async () => {
    await start(local, true)
    const space = `insert into space (id, kind, title, created_at) values (gen_random_uuid(), 'personal', 'P', now()) returning id`
    const { rows } = await pool.query<{ id: string }>(space)
    const person = `insert into person (id, name, email, rendition, demo, personal_space_id, created_at)
      values (gen_random_uuid(), 'Demo', 'demo@demo.kolo.test', 'en', true, $1, now())`
    await pool.query(person, [rows[0]!.id])
    expect(await refusal(productions.HOST)).toBeInstanceOf(RefusedStart)
  })

  it.each([true, false])('refuses --empty on data that is there (demo: %s)', async (demo) => {
    await start(local, !demo)
    const refused = await refusal(local, true)
    expect(refused).toBeInstanceOf(RefusedStart)
    expect(String(refused)).toMatch(/There is data already/)
  })

  it('refuses to die on purpose in production', async () => {
    const refused = await refusal(readEnv({ DATABASE_URL: 'postgres://db/kolo', KOLO_FAILPOINT: 'die' }))
    expect(String(refused)).toMatch(/KOLO_FAILPOINT/)
    expect(await refusal(readEnv({ KOLO_FAILPOINT: 'die' }), true)).toBeInstanceOf(RefusedStart)
    expect(await start(local, true)).toMatchObject({ production: true, fresh: true })
    expect(await refusal(readEnv({ KOLO_FAILPOINT: 'die' }))).toBeInstanceOf(RefusedStart)
  })

  it('may die on purpose in a demo', async () => {
    expect(await start(readEnv({ KOLO_FAILPOINT: 'die' }))).toMatchObject({ production: false })
  })

  describe('what it announces', () => {
    const identityOf = (production: boolean) =>
      createIdentity({
        db: test.db,
        log: logWakeUps(
          () => undefined,
          () => undefined,
        ),
        publicUrl: local.publicUrl,
        production,
        wakeMail: () => undefined,
        onError: () => undefined,
      })

    it('names the demo accounts of a demo only, and a setup link, once made, only while nobody administers it', async () => {
      const text = await announce(local, await start(local, true), identityOf(true), 4000)
      expect(text).not.toMatch(/kolo-demo/)
      expect(text).toMatch(/http:\/\/127\.0\.0\.1:4000\/setup#[A-Za-z0-9_-]{43}/)
      await pool.query('update installation set setup_closed_at = now(), setup_token_hash = null')
      expect(await announce(local, await start(), identityOf(true), 4000)).not.toMatch(/setup#/)
    })

    it('tells the accounts of a demo', async () => {
      const mode = await start()
      expect(await announce(local, mode, identityOf(false), 4000)).toMatch(/coordinator@demo\.kolo\.test/)
    })
  })
})

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inChild, source } from '../../test/child.ts'
import { testDatabase, type TestDatabase } from '../testing/index.ts'
import { advisoryLock, AlreadyOwned, ownDatabase } from './owner.ts'
import { createPool } from './pool.ts'

let database: TestDatabase<unknown>
beforeAll(async () => {
  database = await testDatabase({ migrations: {} })
})
afterAll(() => database.drop())

const poolOfAnother = () => createPool({ ...database.connection, max: 1 }, { onError: () => undefined })

describe('owner of a database', () => {
  it('refuses a second server, until the first has let go', async () => {
    const first = await ownDatabase(database.pool, { onLost: () => undefined })
    const pool = poolOfAnother()
    await expect(ownDatabase(pool, { onLost: () => undefined })).rejects.toEqual(new AlreadyOwned())
    await first.release()
    const second = await ownDatabase(pool, { onLost: () => undefined })
    await second.release()
    await pool.end()
  })

  it('is free at once for the next when its server was killed', async () => {
    const child = inChild(
      `import { createPool } from '${source('connection/pool.ts')}'
       import { ownDatabase } from '${source('connection/owner.ts')}'
       const pool = createPool(${JSON.stringify(database.connection)}, { onError: () => undefined })
       await ownDatabase(pool, { onLost: () => undefined })
       console.log('owned')
       setInterval(() => undefined, 1e6)`,
    )
    expect(await child.lines(1)).toEqual(['owned'])
    child.process.kill('SIGKILL')
    const owner = await ownDatabase(database.pool, { onLost: () => undefined })
    await owner.release()
  })

  it('hears once when its connection breaks, and not of its own release', async () => {
    const onLost = vi.fn<() => void>()
    const owner = await ownDatabase(database.pool, { onLost })
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
    )
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledTimes(1))
    await owner.release()
    const again = await ownDatabase(database.pool, { onLost })
    await again.release()
    expect(onLost).toHaveBeenCalledTimes(1)
  })

  it('stands on a lock of the connection: another one gets it when that ends', async () => {
    const [one, other] = await Promise.all([database.pool.connect(), database.pool.connect()])
    expect(await advisoryLock(one, 7)).toBe(true)
    expect(await advisoryLock(other, 7)).toBe(false)
    one.release(true)
    await vi.waitFor(async () => expect(await advisoryLock(other, 7)).toBe(true))
    other.release(true)
  })
})

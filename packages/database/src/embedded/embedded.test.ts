import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { inChild, source } from '../../test/child.ts'
import { databaseAccount } from './account.ts'
import { type Embedded, locateEmbedded, startEmbedded } from './embedded.ts'
import { placesOf } from './places.ts'
import { isAlive, runningPostmaster } from './postmaster.ts'

const root = mkdtempSync(join(tmpdir(), 'kolo-embedded-'))
chmodSync(root, 0o755)
const dataDir = join(root, 'data')
const start = (folder = dataDir, more = {}): Promise<Embedded> =>
  startEmbedded({ dataDir: folder, log: () => undefined, ...more })
const pidOf = (folder = dataDir): number => runningPostmaster(placesOf(folder))?.pid ?? 0

async function ask<Row extends pg.QueryResultRow>(
  { connection }: Pick<Embedded, 'connection'>,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(5)
}

const startInChild = (then: string): string =>
  `import { startEmbedded } from '${source('embedded/embedded.ts')}'
   const { adopted } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined })
   console.log(adopted)
   ${then}`

afterAll(async () => {
  if (pidOf() !== 0) await (await start()).stop()
  rmSync(root, { recursive: true })
})

describe('embedded database', () => {
  it('is created with durable settings and knows the letters of our languages', async () => {
    const embedded = await start()
    expect(embedded.adopted).toBe(false)
    const [row] = await ask(
      embedded,
      `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listens,
              lower('ЂШ Š') as lower, to_tsvector('simple', 'ПИЈАЦА საქართველო')::text as words,
              array(select v from unnest(array['Ljig', 'Loznica', 'Lučani']) v order by v collate "sr-Latn-x-icu") as sorted`,
    )
    expect(row).toEqual({
      fsync: 'on',
      checksums: 'on',
      listens: '',
      lower: 'ђш š',
      words: `'пијаца':1 'საქართველო':2`,
      sorted: ['Loznica', 'Lučani', 'Ljig'],
    })
    await ask(embedded, `create extension pg_trgm; create table kept (id int); insert into kept values (1)`)
    expect(await ask(embedded, `select 'Инђија' % 'Инђијa' as cyrillic, 'თბილისი' % 'თბილისო' as georgian`)).toEqual([
      { cyrillic: true, georgian: true },
    ])
    await embedded.stop()
    expect(await locateEmbedded(dataDir)).toBeUndefined()
  })

  it('finds its data again', async () => {
    const embedded = await start()
    expect(embedded.adopted).toBe(false)
    expect(await ask(embedded, 'select id from kept')).toEqual([{ id: 1 }])
    await embedded.stop()
  })

  it('outlives a SIGKILL of its starter and is adopted by the next', async () => {
    const child = inChild(startInChild('setInterval(() => undefined, 1e6)'))
    expect(await child.lines(1)).toEqual(['false'])
    const pid = pidOf()
    child.process.kill('SIGKILL')
    await once(child.process, 'close')
    const located = await locateEmbedded(dataDir)
    const embedded = await start()
    expect(embedded.adopted).toBe(true)
    expect(embedded.connection).toEqual(located)
    expect(pidOf()).toBe(pid)
    expect(await ask(embedded, 'select id from kept')).toEqual([{ id: 1 }])
    await embedded.stop()
    expect(isAlive(pid)).toBe(false)
  })

  it('is stopped when its starter ends without stopping it', async () => {
    const child = inChild(
      startInChild(
        `console.log((await import('node:fs')).readFileSync('${dataDir}/postgres/postmaster.pid', 'utf8').split('\\n')[0]); process.exit(0)`,
      ),
    )
    const [adopted, pid] = await child.end()
    expect(adopted).toBe('false')
    await untilGone(Number(pid))
    expect(await locateEmbedded(dataDir)).toBeUndefined()
  })

  it('starts again with everything committed after it was killed itself', async () => {
    const embedded = await start()
    await ask(embedded, 'insert into kept values (2)')
    const pid = pidOf()
    process.kill(pid, 'SIGKILL')
    await untilGone(pid)
    const again = await start()
    expect(again.adopted).toBe(false)
    expect(await ask(again, 'select id from kept order by id')).toEqual([{ id: 1 }, { id: 2 }])
    await again.stop()
  })

  it('sees through a stale file that names a process of something else', async () => {
    // Of the same account, so that PostgreSQL by itself would take it for a server.
    const other = spawn('sleep', ['600'], { ...databaseAccount(), cwd: '/', stdio: 'ignore' })
    await once(other, 'spawn')
    const stale = [
      other.pid,
      join(dataDir, 'postgres'),
      1_700_000_000,
      5432,
      '.',
      '',
      '  1234567     99999',
      'ready',
      '',
    ]
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), stale.join('\n'))
    writeFileSync(join(dataDir, 'postgres/.s.PGSQL.5432.lock'), stale.slice(0, 5).join('\n'))
    expect(await locateEmbedded(dataDir)).toBeUndefined()
    const embedded = await start()
    expect(embedded.adopted).toBe(false)
    await embedded.stop()
    expect(isAlive(other.pid ?? 0)).toBe(true)
    other.kill('SIGKILL')
  })

  it('is one when two start it at once, in a folder that only its owner may enter and whose path is too long for a socket', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'kolo-narrow-')), 'x'.repeat(100), 'data')
    const both = await Promise.all([start(folder), start(folder)])
    expect(both.map(({ adopted }) => adopted).toSorted()).toEqual([false, true])
    expect(both[0].connection).toEqual(both[1].connection)
    expect(Buffer.byteLength(`${both[0].connection.host}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107)
    expect(existsSync(join(folder, 'postgres/PG_VERSION'))).toBe(true)
    await Promise.all(both.map((embedded) => embedded.stop()))
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('database system is shut down')
    for (const left of [join(folder, '../..'), both[0].connection.host]) rmSync(left, { recursive: true })
  })

  it('says which setting named programs that are not there', async () => {
    await expect(start(join(root, 'other'), { binDir: root })).rejects.toThrow(`KOLO_POSTGRES_BIN names ${root}`)
  })
})

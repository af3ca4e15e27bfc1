import { createHash, randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Database } from '@kolo/database'
import { testDatabase } from '@kolo/database/testing'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { fileKey } from '../transports/files/files.ts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { demoId, type ServedHub, servedHub } from '../testing/served.ts'
import { doctor } from './doctor.ts'

const spaceId = demoId('rollout space indjija problem-reporting')

describe('doctor', () => {
  let served: ServedHub
  beforeAll(async () => {
    served = await servedHub({ demo: true })
  })
  afterAll(() => served.close())

  async function examined(hub = served.hub, files = false): Promise<{ code: number; said: string }> {
    const lines: string[] = []
    const print = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
    const code = await doctor(hub, [], { files }).finally(() => print.mockRestore())
    return { code, said: lines.join('') }
  }

  it('finds the whole demo network in order', async () => {
    const { code, said } = await examined()
    expect(said).toMatch(/Migrations: all have run[^]*Everything is in order/)
    expect(code).toBe(0)
  })

  it('gives no alarm while people work', async () => {
    const { hub } = served
    const personId = await hub.db
      .selectFrom('space_member')
      .select('person_id')
      .where('space_id', '=', spaceId)
      .where('role', '=', 'editor')
      .executeTakeFirstOrThrow()
    let over = false
    const writing = (async () => {
      for (; !over;)
        await hub.kernel.execute(startThread, {
          sender: { personId: personId.person_id },
          commandId: randomUUID(),
          input: { spaceId, threadId: randomUUID(), title: 'Meanwhile', subject: { kind: 'space' } },
        })
    })()
    for (let round = 0; round < 3; round += 1) expect((await examined()).said).toContain('Everything is in order')
    over = true
    await writing
  })

  it('says what to do on a database that is not up to date, and leaves it so', async () => {
    const { pool, drop } = await testDatabase<Database>({ migrations: {} })
    const { code, said } = await examined({ ...served.hub, pool })
    expect(code).toBe(1)
    expect(said).toMatch(/haven't run: 0001_kernel[^]*npm run kolo -- migrate/)
    expect((await pool.query(`select to_regclass('space') as found`)).rows).toEqual([{ found: null }])
    await drop()
  })

  it('finds a file that is missing, cut off or changed', async () => {
    const { hub } = served
    const [id, at] = [randomUUID(), new Date().toISOString()]
    const own = { id, space_id: spaceId }
    const sha256 = createHash('sha256').update('minutes').digest('hex')
    const who = await hub.db.selectFrom('person').select('id').executeTakeFirstOrThrow()
    await hub.db
      .insertInto('upload')
      .values({ ...own, type: 'text/plain', size: 7, sha256, person_id: who.id, at })
      .execute()
    await hub.db
      .insertInto('file')
      .values({ ...own, name: 'minutes.txt', added_by: who.id, added_at: at, removed_at: null })
      .execute()
    const path = join(hub.env.dataDir, 'files', fileKey(id))
    const problem = async (files = false) =>
      /file .*\(minutes\.txt\): (.*)/.exec((await examined(hub, files)).said)?.[1]
    expect(await problem()).toContain('missing')
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, 'min')
    expect(await problem()).toBe('3 bytes instead of 7')
    await writeFile(path, 'MINUTES')
    expect(await problem()).toBeUndefined()
    expect(await problem(true)).toBe('its bytes have changed')
    await writeFile(path, 'minutes')
    expect(await problem(true)).toBeUndefined()
    await hub.db.deleteFrom('file').where('id', '=', id).execute()
  })

  it('finds an update that a document lacks', async () => {
    const { hub } = served
    const { document_id: id } = await hub.db
      .selectFrom('document_log')
      .select('document_id')
      .where('last_number', '>', 0)
      .executeTakeFirstOrThrow()
    await hub.pool.query('update document_log set last_number = last_number + 1 where document_id = $1', [id])
    expect((await examined()).said).toMatch(/document .*: its updates end at \d+, \d+ were acknowledged/)
    await hub.pool.query('update document_log set last_number = last_number - 1 where document_id = $1', [id])
  })

  const tampering: readonly [string, string, RegExp][] = [
    [
      'an event that says something else',
      `update event set payload = payload || '{"body":"Two"}' where space_id = $1 and type = 'message.posted'`,
      /payload of event \d+ is not what was written/,
    ],
    [
      'a row that says something else',
      `update thread set title = 'Ill' where space_id = $1`,
      /the events don't rebuild threads/,
    ],
    ['a lost event', `delete from event where space_id = $1 and type = 'thread.started'`, /event \d+ is missing/],
  ]
  it.each(tampering)('finds %s, names the space and exits with 1', async (_what, sql, problem) => {
    await served.hub.pool.query(sql, [spaceId])
    const { code, said } = await examined()
    expect(code).toBe(1)
    expect(said).toMatch(problem)
    expect(said).toContain(`rollout ${spaceId}`)
  })
})

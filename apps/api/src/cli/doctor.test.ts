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

  async function examined(): Promise<{ code: number; said: string }> {
    const lines: string[] = []
    const print = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
    const code = await doctor(served.hub).finally(() => print.mockRestore())
    return { code, said: lines.join('') }
  }

  it('finds the whole demo network in order', async () => {
    const { code, said } = await examined()
    expect(said).toMatch(/Migrations: all have run[^]*Everything is in order/)
    expect(code).toBe(0)
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

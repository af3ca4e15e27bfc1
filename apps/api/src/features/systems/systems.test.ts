import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { knownSystems } from '@kolo/domain/systems/known-systems'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { importSystems } from './commands/import-systems.ts'
import { systemList } from './systems.queries.ts'

describe('systems on a real database', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await testHub()
  })
  afterAll(() => hub.close())

  it('takes over the catalogue once, and mends what differs', async () => {
    const { networkSpaceId: spaceId } = hub
    const run = (rows: typeof knownSystems) => hub.run(importSystems, SYSTEM_ACTOR_ID, { spaceId, rows: [...rows] })
    expect(await expectSynced(hub, spaceId, () => run(knownSystems))).toHaveLength(16)
    expect(await expectSynced(hub, spaceId, () => run(knownSystems))).toEqual([])
    const renamed = { ...knownSystems[0]!, name: 'Document management' }
    expect(await expectSynced(hub, spaceId, () => run([renamed]))).toMatchObject([{ type: 'system.described' }])
    const person = await hub.person()
    expect(await hub.ask(systemList, person, {})).toContainEqual(
      expect.objectContaining({ name: 'Document management' }),
    )
    await expect(hub.run(importSystems, person, { spaceId, rows: [renamed] })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

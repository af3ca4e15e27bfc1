import { randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { knownIndicators } from '@kolo/domain/indicators/known-indicators'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { testProject, testRollout } from '../../testing/project.ts'
import { chooseIndicators } from './commands/choose-indicators.ts'
import { importIndicators } from './commands/import-indicators.ts'
import { indicatorList } from './indicators.queries.ts'

describe('indicators on a real database', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await testHub()
  })
  afterAll(() => hub.close())
  const importRows = (rows: typeof knownIndicators, personId = SYSTEM_ACTOR_ID) =>
    hub.run(importIndicators, personId, { spaceId: hub.networkSpaceId, rows: [...rows] })

  it('take over the known catalogue, mend it, and change nothing the second time', async () => {
    const added = await expectSynced(hub, hub.networkSpaceId, () => importRows(knownIndicators))
    expect(added).toHaveLength(knownIndicators.length)
    expect(await expectSynced(hub, hub.networkSpaceId, () => importRows(knownIndicators))).toEqual([])
    const mended = knownIndicators.map((row) => (row.key === 'tax-online' ? { ...row, name: 'Tax paid online' } : row))
    expect(await expectSynced(hub, hub.networkSpaceId, () => importRows(mended))).toMatchObject([
      { type: 'indicator.described' },
    ])
    expect(await hub.ask(indicatorList, await hub.person(), {})).toHaveLength(knownIndicators.length)
    await expect(importRows(mended, await hub.person())).rejects.toMatchObject({ code: 'notFound', details: {} })
  })

  it('are chosen for a rollout by its coordinator, in order', async () => {
    const project = await testProject(hub)
    const rollout = await testRollout(hub, project)
    const ids = (await hub.ask(indicatorList, project.coordinatorId, {})).map(({ id }) => id)
    const key = { spaceId: rollout.rolloutSpaceId, rolloutId: rollout.rolloutId }
    const choose = (indicatorIds: string[], personId = project.coordinatorId) =>
      hub.run(chooseIndicators, personId, { ...key, indicatorIds })
    await expectSynced(hub, key.spaceId, () => choose([ids[3]!, ids[1]!]))
    expect((await hub.snapshot(key.spaceId)).parts.chosenIndicators).toEqual([ids[3], ids[1]])
    await expectSynced(hub, key.spaceId, () => choose([ids[1]!]))
    await expectSynced(hub, key.spaceId, () => choose([]))
    await expect(choose([ids[1]!], rollout.officerId)).rejects.toMatchObject({ code: 'notFound', details: {} })
    await expect(choose([randomUUID()])).rejects.toMatchObject({ code: 'notFound', details: {} })
  })
})

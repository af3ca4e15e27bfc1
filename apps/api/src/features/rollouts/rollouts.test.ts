import { randomUUID } from 'node:crypto'
import { emptySpace, foldSpace } from '@kolo/domain/events/parts'
import { rolloutChangePhase } from '@kolo/domain/rollouts/rollouts.decide'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command, ownSpace } from '../../kernel/command.ts'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { takingPart, testProject, testRollout, testSystem } from '../../testing/project.ts'
import { applyAcceptedHealth, changePhase } from './commands/advance-rollout.ts'
import { createRollout } from './commands/create-rollout.ts'
import { rolloutById } from './rollouts.queries.ts'

// Stands for the command that accepts a report.
const accept = command(rolloutChangePhase, {
  spaces: ownSpace,
  handle: async ({ tx, input, now }) => [
    await applyAcceptedHealth(tx, input.rolloutId, { health: 'offTrack', progress: 15, at: now }),
  ],
})

describe('rollouts on a real database', () => {
  let hub: TestHub
  let project: Awaited<ReturnType<typeof testProject>>
  let partner: Awaited<ReturnType<typeof takingPart>>
  let rollout: Awaited<ReturnType<typeof testRollout>>
  beforeAll(async () => {
    hub = await testHub()
    project = await testProject(hub)
    partner = await takingPart(hub, project.projectId, { kind: 'partner' })
    rollout = await testRollout(hub, project, [partner.organizationId])
  })
  afterAll(() => hub.close())

  it('begins with a space of its own, whose members follow from seats and participations', async () => {
    const { parts } = await hub.snapshot(rollout.rolloutSpaceId)
    const events = await hub.eventsAfter(rollout.rolloutSpaceId, 0)
    expect(events[0]).toMatchObject({ type: 'space.opened', payload: { kind: 'rollout' } })
    expect(events.reduce((state, event) => foldSpace(state, event), emptySpace)).toEqual(parts)
    expect(parts.rollout).toMatchObject({
      id: rollout.rolloutId,
      phase: 'prepare',
      health: null,
      partnerOrganizationIds: [partner.organizationId],
    })
    expect(parts.space.title).toMatch(/^Communal problem reporting · Inđija/)
    const roles = parts.space.members.map(({ personId, role }) => [personId, role])
    const expected = [
      [project.coordinatorId, 'coordinator'],
      [partner.people[0], 'editor'],
      [rollout.officerId, 'reporter'],
      [rollout.approverId, 'approver'],
    ]
    expect(roles.toSorted()).toEqual(expected.toSorted())
  })

  it('keeps snapshot and events equal for every command', async () => {
    const { rolloutSpaceId: spaceId, rolloutId, rolloutSpaceId: _space, officerId: _officer, ...facts } = rollout
    await expectSynced(hub, spaceId, () =>
      hub.run(changePhase, partner.people[0]!, { spaceId, rolloutId, phase: 'pilot' }),
    )
    const accepted = await expectSynced(hub, spaceId, () =>
      hub.run(accept, project.coordinatorId, { spaceId, rolloutId, phase: 'live' }),
    )
    expect(accepted).toMatchObject([{ type: 'rollout.healthChanged', payload: { health: 'offTrack', progress: 15 } }])
    const { municipalitySpaceId: _town, approverId: _approver, ...input } = facts
    const second = {
      ...input,
      rolloutId: randomUUID(),
      rolloutSpaceId: randomUUID(),
      systemId: await testSystem(hub, 'GIS'),
    }
    await expectSynced(hub, project.commonsSpaceId, () => hub.run(createRollout, project.coordinatorId, second))
  })

  it('refuses a second rollout of the same system, foreign partners, and others than the coordinator', async () => {
    const { municipalitySpaceId: _town, officerId, approverId: _approver, ...input } = rollout
    const again = { ...input, rolloutId: randomUUID(), rolloutSpaceId: randomUUID() }
    const { coordinatorId } = project
    await expect(hub.run(createRollout, coordinatorId, again)).rejects.toMatchObject({
      details: { reason: 'rolloutExists' },
    })
    const fresh = { ...again, systemId: await testSystem(hub, 'DMS') }
    for (const personId of [officerId, partner.people[0]!]) {
      await expect(hub.run(createRollout, personId, fresh)).rejects.toMatchObject({ code: 'notFound', details: {} })
    }
    const other = await testProject(hub)
    await expect(
      hub.run(createRollout, other.coordinatorId, { ...fresh, spaceId: other.commonsSpaceId }),
    ).rejects.toMatchObject({ code: 'notFound' })
    const stranger = await takingPart(hub, other.projectId, { kind: 'partner' })
    const accompanied = { ...fresh, partnerOrganizationIds: [stranger.organizationId] }
    await expect(hub.run(createRollout, coordinatorId, accompanied)).rejects.toMatchObject({
      details: { reason: 'notAPartner' },
    })
  })

  it('is found by its members only', async () => {
    const asked = { rolloutId: rollout.rolloutId }
    expect(await hub.ask(rolloutById, rollout.officerId, asked)).toMatchObject({
      spaceId: rollout.rolloutSpaceId,
      slug: project.slug,
    })
    await expect(hub.ask(rolloutById, await hub.person(), asked)).rejects.toMatchObject({
      code: 'notFound',
      details: {},
    })
  })
})

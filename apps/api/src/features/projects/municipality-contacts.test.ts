import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { takingPart, testProject, testRollout } from '../../testing/project.ts'
import { projectOverview } from './overview.queries.ts'
import { confirmContacts } from '../municipalities/commands/confirm-contacts.ts'
import { contactsToConfirm } from '../municipalities/contacts.queries.ts'
import { municipalityById } from '../municipalities/municipalities.queries.ts'

describe('contacts of a municipality', () => {
  let hub: TestHub
  let project: Awaited<ReturnType<typeof testProject>>
  let town: Awaited<ReturnType<typeof testRollout>>
  let partnerId: string
  beforeAll(async () => {
    hub = await testHub()
    project = await testProject(hub)
    town = await testRollout(hub, project)
    const partner = await takingPart(hub, project.projectId, { kind: 'partner' })
    partnerId = partner.people[0]!
    // Long ago, so that they are asked for, however the quarter stands.
    const since = '2025-01-07T08:00:00.000Z'
    await hub.db.updateTable('organization').set({ created_at: since }).execute()
  })
  afterAll(() => hub.close())
  const confirm = (personId: string, organizationId = town.organizationId) =>
    hub.run(confirmContacts, personId, { spaceId: town.municipalitySpaceId!, organizationId })
  const overview = async (personId: string) => {
    const { slug } = await hub.db.selectFrom('project').select('slug').executeTakeFirstOrThrow()
    const { organizations } = await hub.ask(projectOverview, personId, { slug })
    return organizations.find(({ id }) => id === town.organizationId)?.contacts
  }
  const seenBy = async (personId: string) =>
    (await hub.ask(municipalityById, personId, { municipalityId: town.municipalityId })).contacts

  it('are asked of its own people, and seen as late by the coordinator alone', async () => {
    for (const personId of [town.officerId, town.approverId])
      expect(await hub.ask(contactsToConfirm, personId, {})).toMatchObject([
        { municipalityId: town.municipalityId, standing: 'overdue' },
      ])
    for (const personId of [project.coordinatorId, partnerId, await hub.person()])
      expect(await hub.ask(contactsToConfirm, personId, {})).toEqual([])
    expect(await overview(project.coordinatorId)).toBe('overdue')
    expect(await overview(partnerId)).toBeNull()
  })

  it('are confirmed by one of them, for all; others can’t', async () => {
    for (const personId of [project.coordinatorId, partnerId])
      await expect(confirm(personId)).rejects.toMatchObject({ code: 'notFound', details: {} })
    const elsewhere = await takingPart(hub, project.projectId, { kind: 'partner' })
    await expect(confirm(town.officerId, elsewhere.organizationId)).rejects.toMatchObject({ code: 'notFound' })
    const events = await expectSynced(hub, town.municipalitySpaceId!, () => confirm(town.officerId))
    expect(events).toMatchObject([{ type: 'municipality.contactsConfirmed' }])
    expect(await expectSynced(hub, town.municipalitySpaceId!, () => confirm(town.approverId))).toEqual([])
    expect(await hub.ask(contactsToConfirm, town.approverId, {})).toEqual([])
    expect(await overview(project.coordinatorId)).toBe('confirmed')
    for (const personId of [town.approverId, project.coordinatorId, partnerId])
      expect(await seenBy(personId)).toMatchObject({ confirmedBy: town.officerId, standing: 'confirmed' })
    expect(await seenBy(await hub.person())).toBeNull()
  })
})

import { randomUUID } from 'node:crypto'
import { renditions } from '@kolo/i18n'
import { renditionSchema } from '@kolo/domain/people/people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, systemSender, type TestHub, testHub } from '../../testing/hub.ts'
import { createOrganization } from '../organizations/commands/create-organization.ts'
import { fillSeat } from '../organizations/commands/fill-seat.ts'
import { addPerson } from './commands/add-person.ts'
import { appointAdministrator, dismissAdministrator } from './commands/appoint-administrator.ts'
import { disablePerson, enablePerson } from './commands/disable-person.ts'
import { choosePreferences, renamePerson } from './commands/rename-person.ts'

describe('people on the database', () => {
  let hub: TestHub
  let network: string
  let administrator: string

  const add = async (name: string, change: { administrator?: boolean; email?: string } = {}) => {
    const [personId, personalSpaceId] = [randomUUID(), randomUUID()]
    const email = change.email ?? `${personId}@test.example`
    const flags = { administrator: change.administrator ?? false, demo: false }
    await hub.run(addPerson, systemSender.personId, {
      spaceId: network,
      personId,
      personalSpaceId,
      name,
      email,
      rendition: 'en',
      ...flags,
    })
    return { personId, personalSpaceId, email }
  }

  beforeAll(async () => {
    hub = await testHub()
    network = hub.networkSpaceId
    administrator = (await add('Admin', { administrator: true })).personId
  })
  afterAll(() => hub.close())

  it('keeps snapshot and events equal for every command', async () => {
    const [personId, personalSpaceId] = [randomUUID(), randomUUID()]
    const facts = {
      personId,
      personalSpaceId,
      name: 'Ana',
      email: 'ana@test.example',
      rendition: 'sr-Cyrl' as const,
      administrator: false,
      demo: false,
    }
    await expectSynced(hub, network, () => hub.run(addPerson, administrator, { spaceId: network, ...facts }))
    const onAna = { spaceId: network, personId }
    const both = [network, personalSpaceId]
    await expectSynced(hub, both, () =>
      hub.run(renamePerson, personId, { spaceId: personalSpaceId, personId, name: 'Ana A.' }),
    )
    await expectSynced(hub, both, () => hub.run(renamePerson, administrator, { ...onAna, name: 'Ана' }))
    await expectSynced(hub, both, () =>
      hub.run(choosePreferences, personId, { spaceId: personalSpaceId, rendition: 'ka', theme: 'dark' }),
    )
    await expectSynced(hub, both, () => hub.run(appointAdministrator, administrator, onAna))
    await expectSynced(hub, both, () => hub.run(dismissAdministrator, administrator, onAna))
    await expectSynced(hub, both, () => hub.run(disablePerson, administrator, onAna))
    await expectSynced(hub, both, () => hub.run(enablePerson, administrator, onAna))
    expect((await hub.snapshot(personalSpaceId)).parts.preferences).toEqual({ rendition: 'ka', theme: 'dark' })
  })

  it('ends and gives back every membership with the account', async () => {
    const { personId, personalSpaceId } = await add('Officer', { administrator: true })
    const [organizationId, spaceId, municipalityId] = [randomUUID(), randomUUID(), randomUUID()]
    const place = {
      country: 'RS',
      code: null,
      name: 'Kula',
      name_local: 'Кула',
      region: null,
      registered_voters: null,
      latitude: 45,
      longitude: 19,
    }
    await hub.db
      .insertInto('municipality')
      .values({ id: municipalityId, ...place, folded_name: 'kula' })
      .execute()
    const facts = {
      organizationId,
      kind: 'municipality' as const,
      name: 'Kula',
      country: 'RS',
      color: '#0f766e',
      municipality: { municipalityId, spaceId },
    }
    await hub.run(createOrganization, administrator, { spaceId: network, ...facts })
    await hub.run(fillSeat, administrator, { spaceId: network, organizationId, seat: 'focalPoint', personId })
    const spacesOf = async () => {
      const rows = await hub.db
        .selectFrom('space_member')
        .select('space_id')
        .where('person_id', '=', personId)
        .execute()
      return rows.map((row) => row.space_id).toSorted()
    }
    const all = [network, personalSpaceId, spaceId].toSorted()
    expect(await spacesOf()).toEqual(all)
    await expectSynced(hub, all, () => hub.run(disablePerson, administrator, { spaceId: network, personId }))
    expect(await spacesOf()).toEqual([])
    await expectSynced(hub, all, () => hub.run(enablePerson, administrator, { spaceId: network, personId }))
    expect(await spacesOf()).toEqual(all)
  })

  it('keeps one account for an address, however it is written, and one administrator', async () => {
    await add('First', { email: 'same@test.example' })
    await expect(add('Second', { email: 'SAME@Test.example' })).rejects.toMatchObject({
      details: { reason: 'emailTaken' },
    })
    const only = await hub.db
      .selectFrom('person')
      .select('id')
      .where('administrator', '=', true)
      .where('disabled_at', 'is', null)
      .execute()
    for (const { id } of only.slice(1))
      await hub.run(dismissAdministrator, only[0]!.id, { spaceId: network, personId: id })
    const last = only[0]!.id
    await expect(hub.run(dismissAdministrator, last, { spaceId: network, personId: last })).rejects.toMatchObject({
      details: { reason: 'lastAdministrator' },
    })
    await expect(hub.run(disablePerson, last, { spaceId: network, personId: last })).rejects.toMatchObject({
      details: { reason: 'notYourself' },
    })
  })

  it('refuses who has no right, as if there were nothing', async () => {
    const [one, other] = [await add('One'), await add('Other')]
    const onOther = { spaceId: network, personId: other.personId }
    const attempts = [
      () => hub.run(renamePerson, one.personId, { ...onOther, name: 'Taken over' }),
      () => hub.run(renamePerson, one.personId, { ...onOther, spaceId: one.personalSpaceId, name: 'Taken over' }),
      () => hub.run(disablePerson, one.personId, onOther),
      () => hub.run(appointAdministrator, one.personId, { spaceId: network, personId: one.personId }),
      // The role of owner in the own space is no administrator's.
      () => hub.run(appointAdministrator, one.personId, { spaceId: one.personalSpaceId, personId: one.personId }),
      () => hub.run(choosePreferences, one.personId, { spaceId: other.personalSpaceId, theme: 'dark' }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'notFound' })
  })

  it('offers the renditions that the catalogs have', () => {
    expect(renditionSchema.options).toEqual([...renditions])
  })
})

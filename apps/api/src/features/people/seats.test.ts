import { randomUUID } from 'node:crypto'
import type { SeatKind } from '@kolo/domain/core/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, systemSender, type TestHub, testHub } from '../../testing/hub.ts'
import { insertProject, type TestProject } from '../../testing/door.ts'
import { addPerson } from './commands/add-person.ts'
import { addParticipation, endParticipation } from '../organizations/commands/add-participation.ts'
import { createOrganization, renameOrganization } from '../organizations/commands/create-organization.ts'
import { fillSeat, vacateSeat } from '../organizations/commands/fill-seat.ts'
import { freeMunicipalities, organizationsDirectory } from '../organizations/directory.queries.ts'
import { peopleDirectory } from './directory.queries.ts'

describe('organizations, seats and participations on the database', () => {
  let hub: TestHub
  let network: string
  let administrator: string
  let coordinator: string
  let project: TestProject

  const person = async (name: string, isAdministrator = false): Promise<string> => {
    const personId = randomUUID()
    const input = {
      spaceId: network,
      personId,
      personalSpaceId: randomUUID(),
      name,
      email: `${personId}@test.example`,
      rendition: 'en',
    }
    await hub.run(addPerson, systemSender.personId, {
      ...input,
      rendition: 'en',
      administrator: isAdministrator,
      demo: false,
    })
    return personId
  }
  const organization = async (kind: 'partner' | 'municipality' | 'observer', name: string) => {
    const organizationId = randomUUID()
    const municipality =
      kind === 'municipality' ? { municipalityId: await municipalityRow(name), spaceId: randomUUID() } : null
    await hub.run(createOrganization, administrator, {
      spaceId: network,
      organizationId,
      kind,
      name,
      country: 'RS',
      color: '#0f766e',
      municipality,
    })
    return { organizationId, spaceId: municipality?.spaceId ?? '' }
  }
  const municipalityRow = async (name: string): Promise<string> => {
    const id = randomUUID()
    const row = {
      country: 'RS',
      code: null,
      name,
      name_local: name,
      region: null,
      registered_voters: null,
      latitude: 45,
      longitude: 20,
    }
    await hub.db
      .insertInto('municipality')
      .values({ id, ...row, folded_name: `${name} ${id}` })
      .execute()
    return id
  }
  const seat = (organizationId: string, kind: SeatKind, personId: string) => ({
    spaceId: network,
    organizationId,
    seat: kind,
    personId,
  })
  const rolesOf = async (personId: string): Promise<Record<string, string>> => {
    const rows = await hub.db
      .selectFrom('space_member')
      .innerJoin('space', 'space.id', 'space_member.space_id')
      .select(['space.id', 'role'])
      .where('person_id', '=', personId)
      .where('space.kind', '!=', 'personal')
      .execute()
    return Object.fromEntries(rows.map((row) => [row.id, row.role]))
  }

  beforeAll(async () => {
    hub = await testHub()
    network = hub.networkSpaceId
    administrator = await person('Admin', true)
    coordinator = await person('Coordinator')
    project = await insertProject(hub, coordinator)
  })
  afterAll(() => hub.close())

  it('keeps snapshot and events equal for every command', async () => {
    const { coordination, commons, stage } = project
    const guest = await person('Guest')
    const organizationId = randomUUID()
    const spaceId = randomUUID()
    const municipality = { municipalityId: await municipalityRow('Inđija'), spaceId }
    const facts = {
      organizationId,
      kind: 'municipality' as const,
      name: 'Inđija',
      country: 'RS',
      color: '#0f766e',
      municipality,
    }
    await expectSynced(hub, [network, coordination], () =>
      hub.run(createOrganization, coordinator, { spaceId: coordination, ...facts }),
    )
    await expectSynced(hub, network, () =>
      hub.run(renameOrganization, administrator, { spaceId: network, organizationId, name: 'Opština Inđija' }),
    )
    const all = [network, coordination, commons, stage, spaceId]
    const participationId = randomUUID()
    await expectSynced(hub, all, () => hub.run(fillSeat, administrator, seat(organizationId, 'itOfficer', guest)))
    await expectSynced(hub, all, () =>
      hub.run(addParticipation, coordinator, {
        spaceId: coordination,
        participationId,
        organizationId,
        role: 'municipality',
      }),
    )
    expect(await rolesOf(guest)).toEqual({ [spaceId]: 'reporter', [commons]: 'reader' })
    await expectSynced(hub, all, () =>
      hub.run(endParticipation, coordinator, { spaceId: coordination, participationId }),
    )
    expect(await rolesOf(guest)).toEqual({ [spaceId]: 'reporter' })
    await expectSynced(hub, all, () => hub.run(vacateSeat, administrator, seat(organizationId, 'itOfficer', guest)))
    expect(await rolesOf(guest)).toEqual({})
  })

  it('makes partners editors of commons and stages, whichever comes first, seat or participation', async () => {
    const { coordination, commons, stage, projectId } = project
    const [early, late] = [await person('Early'), await person('Late')]
    const { organizationId } = await organization('partner', 'FON')
    await hub.run(fillSeat, administrator, seat(organizationId, 'focalPoint', early))
    expect(await rolesOf(early)).toEqual({})
    await hub.run(addParticipation, coordinator, {
      spaceId: coordination,
      participationId: randomUUID(),
      organizationId,
      role: 'lead',
    })
    await hub.run(fillSeat, administrator, seat(organizationId, 'focalPoint', late))
    expect(await rolesOf(early)).toEqual({ [commons]: 'editor', [stage]: 'editor' })
    expect(await rolesOf(late)).toEqual({ [commons]: 'editor', [stage]: 'editor' })
    const directory = await hub.ask(organizationsDirectory, late, { projectId })
    expect(directory.find((entry) => entry.id === organizationId)).toMatchObject({ name: 'FON', role: 'lead' })
    const second = await organization('partner', 'Second')
    await expect(
      hub.run(addParticipation, coordinator, {
        spaceId: coordination,
        participationId: randomUUID(),
        organizationId: second.organizationId,
        role: 'lead',
      }),
    ).rejects.toMatchObject({ details: { reason: 'leadTaken' } })
  })

  it('loses nobody when seats and participations change at the same time', async () => {
    const { coordination, commons } = project
    const organizations = await Promise.all(
      Array.from({ length: 4 }, (_, index) => organization('partner', `Partner ${index}`)),
    )
    const people = await Promise.all(organizations.flatMap(() => [person('A'), person('B')]))
    await Promise.all(
      organizations.flatMap(({ organizationId }, index) => [
        retried(() => hub.run(fillSeat, administrator, seat(organizationId, 'focalPoint', people[2 * index]!))),
        retried(() =>
          hub.run(addParticipation, coordinator, {
            spaceId: coordination,
            participationId: randomUUID(),
            organizationId,
            role: 'partner',
          }),
        ),
        retried(() => hub.run(fillSeat, administrator, seat(organizationId, 'focalPoint', people[2 * index + 1]!))),
      ]),
    )
    for (const personId of people) expect((await rolesOf(personId))[commons]).toBe('editor')
  })

  it('shows people and organizations to those who share a project, and to nobody else', async () => {
    const { coordination, projectId } = project
    const [observer, stranger, officer] = [await person('Observer'), await person('Stranger'), await person('Officer')]
    const donor = await organization('observer', 'Donor')
    const town = await organization('municipality', 'Tivat')
    await hub.run(fillSeat, administrator, seat(donor.organizationId, 'focalPoint', observer))
    await hub.run(fillSeat, administrator, seat(town.organizationId, 'focalPoint', officer))
    for (const [organizationId, role] of [
      [donor.organizationId, 'observer'],
      [town.organizationId, 'municipality'],
    ] as const) {
      await hub.run(addParticipation, coordinator, {
        spaceId: coordination,
        participationId: randomUUID(),
        organizationId,
        role,
      })
    }
    expect(await rolesOf(observer)).toEqual({})
    const seenBy = async (personId: string, input = {}) =>
      (await hub.ask(peopleDirectory, personId, input)).map((entry) => entry.id)
    expect(await seenBy(observer)).toEqual(expect.arrayContaining([coordinator, officer, observer]))
    expect(await seenBy(officer, { projectId })).toEqual(expect.arrayContaining([coordinator, observer]))
    expect(await seenBy(officer)).not.toContain(stranger)
    expect(await seenBy(stranger)).toEqual([stranger])
    expect(await seenBy(stranger, { projectId })).toEqual([stranger])
    expect(await hub.ask(organizationsDirectory, stranger, {})).toEqual([])
    expect(await hub.ask(organizationsDirectory, stranger, { projectId })).toEqual([])
    expect(await seenBy(administrator)).toEqual(expect.arrayContaining([stranger, officer]))
    expect(JSON.stringify(await hub.ask(peopleDirectory, officer, {}))).not.toContain('@')
    await expect(hub.ask(freeMunicipalities, officer, {})).rejects.toMatchObject({ code: 'notFound' })
    const free = await municipalityRow('Gori')
    expect((await hub.ask(freeMunicipalities, coordinator, {})).map((entry) => entry.id)).toEqual([free])
  })

  it('still names whoever wrote in a space and left', async () => {
    const gone = await person('Gone')
    const { organizationId } = await organization('partner', 'Gone partner')
    await hub.run(fillSeat, administrator, seat(organizationId, 'focalPoint', gone))
    const participationId = randomUUID()
    await hub.run(addParticipation, coordinator, {
      spaceId: project.coordination,
      participationId,
      organizationId,
      role: 'partner',
    })
    await hub.db
      .updateTable('event')
      .set({ actor_id: gone })
      .where('space_id', '=', project.commons)
      .where('seq', '=', 1)
      .execute()
    await hub.run(vacateSeat, administrator, seat(organizationId, 'focalPoint', gone))
    const names = (await hub.ask(peopleDirectory, coordinator, {})).map((entry) => entry.name)
    expect(names).toContain('Gone')
  })

  it('refuses who has no right, as if there were nothing', async () => {
    const { organizationId } = await organization('partner', 'Closed')
    const stranger = await person('Stranger')
    const commands = [
      () => hub.run(renameOrganization, stranger, { spaceId: network, organizationId, name: 'Mine' }),
      () => hub.run(renameOrganization, coordinator, { spaceId: project.coordination, organizationId, name: 'Mine' }),
      () =>
        hub.run(fillSeat, coordinator, {
          ...seat(organizationId, 'focalPoint', coordinator),
          spaceId: project.coordination,
        }),
      () => hub.run(fillSeat, stranger, seat(organizationId, 'focalPoint', stranger)),
      () =>
        hub.run(addParticipation, stranger, {
          spaceId: project.coordination,
          participationId: randomUUID(),
          organizationId,
          role: 'partner',
        }),
      // The commons knows a coordinator as well, but isn't where participations are kept.
      () =>
        hub.run(addParticipation, coordinator, {
          spaceId: project.commons,
          participationId: randomUUID(),
          organizationId,
          role: 'partner',
        }),
    ]
    for (const send of commands) await expect(send()).rejects.toMatchObject({ code: 'notFound' })
  })
})

/** What a client does with *unavailable*: the same again. */
async function retried<Output>(work: () => Promise<Output>): Promise<Output> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'unavailable')) throw error
    }
  }
}

import { randomUUID } from 'node:crypto'
import type { SeatKind } from '@kolo/domain/core/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, insertProject, openDoor, type TestProject } from '../../testing/door.ts'
import { expectSynced, systemSender } from '../../testing/hub.ts'
import { createOrganization } from '../organizations/commands/create-organization.ts'
import { endParticipation } from '../organizations/commands/add-participation.ts'
import { addPerson } from '../people/commands/add-person.ts'
import { disablePerson } from '../people/commands/disable-person.ts'
import { acceptInvitation } from './commands/accept-invitation.ts'
import { revokeInvitation, sendInvitation } from './commands/send-invitation.ts'

describe('invitations', () => {
  let door: Door
  let network: string
  let administrator: string
  let coordinator: string
  let project: TestProject
  let partner: string

  const person = async (isAdministrator = false, email = `${randomUUID()}@test.example`) => {
    const personId = randomUUID()
    const input = {
      spaceId: network,
      personId,
      personalSpaceId: randomUUID(),
      name: 'Person',
      email,
      rendition: 'en' as const,
    }
    await door.hub.run(addPerson, systemSender.personId, { ...input, administrator: isAdministrator, demo: false })
    return personId
  }
  const organization = async () => {
    const organizationId = randomUUID()
    const facts = { kind: 'partner' as const, name: 'Faculty', country: 'RS', color: '#0f766e', municipality: null }
    await door.hub.run(createOrganization, administrator, { spaceId: network, organizationId, ...facts })
    return organizationId
  }
  const input = (
    change: { email?: string; organizationId?: string; seat?: SeatKind; spaceId?: string; projectId?: string } = {},
  ) => ({
    spaceId: project.coordination,
    invitationId: randomUUID(),
    projectId: project.projectId,
    organizationId: partner,
    seat: 'focalPoint' as SeatKind,
    email: `${randomUUID()}@guest.example`,
    name: 'Guest',
    rendition: 'sr-Cyrl' as const,
    participationId: randomUUID(),
    ...change,
  })
  const invited = async (change: Parameters<typeof input>[0] = {}) => {
    const sent = input(change)
    await door.hub.run(sendInvitation, coordinator, sent)
    return { ...sent, secret: await door.mailedSecret(sent.email) }
  }
  const account = { name: 'Гост Гостић', password: 'a long enough secret' }
  const rolesOf = async (personId: string) => {
    const rows = await door.hub.db
      .selectFrom('space_member')
      .select(['space_id', 'role'])
      .where('person_id', '=', personId)
      .execute()
    return Object.fromEntries(rows.map((row) => [row.space_id, row.role]))
  }
  const current = async (browser: ReturnType<Door['browser']>) =>
    ((await browser.get('sessions.current')).data as { person: { id: string; email: string } | null }).person

  beforeAll(async () => {
    door = await openDoor()
    network = door.hub.networkSpaceId
    administrator = await person(true)
    coordinator = await person()
    project = await insertProject(door.hub, coordinator)
    partner = await organization()
  })
  afterAll(async () => {
    expect(door.failures).toEqual([])
    await door.close()
  })

  it('keep snapshot and events equal for every command', async () => {
    const { coordination, commons, stage } = project
    const all = [network, coordination, commons, stage]
    const sent = input({ organizationId: await organization() })
    await expectSynced(door.hub, all, () => door.hub.run(sendInvitation, coordinator, sent))
    const secret = await door.mailedSecret(sent.email)
    const accepted = await expectSynced(door.hub, all, () =>
      door.browser().post('invitations.accept', { secret, rendition: 'ka', account }),
    )
    expect(accepted.map((event) => event.type)).toEqual(
      expect.arrayContaining(['person.added', 'seat.filled', 'invitation.accepted', 'member.joined']),
    )
    expect(acceptInvitation.name).toBe('invitation.accept')
    const other = input()
    await expectSynced(door.hub, all, () => door.hub.run(sendInvitation, administrator, { ...other, spaceId: network }))
    const revoke = { spaceId: network, invitationId: other.invitationId }
    await expectSynced(door.hub, all, () => door.hub.run(revokeInvitation, administrator, revoke))
  })

  it('are accepted by POST with a new account, which is signed in with the rights of its seat', async () => {
    const { secret, email } = await invited()
    const browser = door.browser()
    const preview = await browser.post('invitations.preview', { secret })
    expect(preview.data).toMatchObject({
      email,
      organization: 'Faculty',
      project: 'Toolkit',
      seat: 'focalPoint',
      account: 'new',
    })
    expect((await browser.get('invitations.accept', { secret })).status).toBe(405)
    expect((await browser.get('invitations.preview', { secret })).status).toBe(405)
    expect((await browser.post('invitations.accept', { secret, rendition: 'ka' })).refusal?.details['reason']).toBe(
      'accountMissing',
    )
    const answer = await browser.post('invitations.accept', { secret, rendition: 'ka', account })
    expect(answer.status).toBe(200)
    const me = await current(browser)
    expect(me).toMatchObject({ email, name: account.name, rendition: 'ka' })
    expect(await rolesOf(me!.id)).toMatchObject({ [project.commons]: 'editor', [project.stage]: 'editor' })
    expect((await door.browser().post('sessions.signIn', { email, password: account.password })).status).toBe(200)
  })

  it('answer used, expired, revoked, ended and invented links alike, before and after', async () => {
    const [used, revoked, expired] = [await invited(), await invited(), await invited()]
    const closing = await organization()
    const ended = await invited({ organizationId: closing })
    await door.browser().post('invitations.accept', { secret: used.secret, rendition: 'en', account })
    await door.hub.run(revokeInvitation, coordinator, {
      spaceId: project.coordination,
      invitationId: revoked.invitationId,
    })
    await door.hub.run(endParticipation, coordinator, {
      spaceId: project.coordination,
      participationId: ended.participationId,
    })
    const past = new Date(Date.now() - 1000).toISOString()
    await door.hub.db
      .updateTable('invitation')
      .set({ expires_at: past })
      .where('id', '=', expired.invitationId)
      .execute()
    const secrets = [used.secret, revoked.secret, expired.secret, 'C'.repeat(43)]
    const answers = await Promise.all(
      [...secrets, ended.secret].map((secret) =>
        door.browser().post('invitations.accept', { secret, rendition: 'en', account }),
      ),
    )
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 404, cookie: undefined })
    const previews = await Promise.all(secrets.map((secret) => door.browser().post('invitations.preview', { secret })))
    expect(new Set(previews.map((answer) => answer.body)).size).toBe(1)
    expect(await door.hub.db.selectFrom('person').select('id').where('email', '=', ended.email).execute()).toEqual([])
  })

  it('let one of many acceptances at the same time through', async () => {
    const { secret, email } = await invited()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => door.browser().post('invitations.accept', { secret, rendition: 'en', account })),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(await door.hub.db.selectFrom('person').select('id').where('email', '=', email).execute()).toHaveLength(1)
  })

  it('are bound to the invited address', async () => {
    const email = `${randomUUID()}@test.example`
    const existing = await person(false, email)
    const { secret } = await invited({ email })
    const visitor = door.browser()
    expect((await visitor.post('invitations.preview', { secret })).data).toMatchObject({ account: 'signIn' })
    // Whoever holds the link of an address with an account doesn't get into that account by it, nor past it.
    expect(
      (await visitor.post('invitations.accept', { secret, rendition: 'en', account })).refusal?.details['reason'],
    ).toBe('signInFirst')
    expect(visitor.cookie).toBeUndefined()
    const other = door.browser()
    other.cookie = (await door.identity.sessions.open(await person(), 'password', { address: '', agent: '' })).split(
      ';',
    )[0]
    expect(
      (await other.post('invitations.accept', { secret, rendition: 'en', account })).refusal?.details['reason'],
    ).toBe('otherAddress')
    const rightful = door.browser()
    rightful.cookie = (await door.identity.sessions.open(existing, 'password', { address: '', agent: '' })).split(
      ';',
    )[0]
    expect((await rightful.post('invitations.preview', { secret })).data).toMatchObject({ account: 'ready' })
    expect((await rightful.post('invitations.accept', { secret, rendition: 'en' })).status).toBe(200)
    expect(await rolesOf(existing)).toMatchObject({ [project.commons]: 'editor' })
  })

  it('are closed to people whose account is', async () => {
    const email = `${randomUUID()}@test.example`
    const closed = await person(false, email)
    const { secret } = await invited({ email })
    await door.hub.run(disablePerson, administrator, { spaceId: network, personId: closed })
    expect((await door.browser().post('invitations.preview', { secret })).status).toBe(404)
  })

  it('come from coordinators of that project and administrators only, with seats that exist', async () => {
    const foreigner = await person()
    const foreign = await insertProject(door.hub, foreigner)
    const attempts = [
      // A coordinator of another project, from there and from here.
      () => door.hub.run(sendInvitation, foreigner, input({ spaceId: foreign.coordination })),
      () => door.hub.run(sendInvitation, foreigner, input()),
      // The own coordinator, but from a space that partners see.
      () => door.hub.run(sendInvitation, coordinator, input({ spaceId: project.commons })),
      () => door.hub.run(sendInvitation, coordinator, input({ projectId: foreign.projectId })),
      () => door.hub.run(sendInvitation, coordinator, input({ spaceId: network })),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'notFound' })
    await expect(door.hub.run(sendInvitation, coordinator, input({ seat: 'approver' }))).rejects.toMatchObject({
      details: { reason: 'seatOfKind' },
    })
    expect(() => sendInvitation.input.parse({ ...input(), seat: 'administrator' })).toThrow()
    expect(() => sendInvitation.input.parse({ ...input(), email: 'a@example.org\r\nBcc: b@example.org' })).toThrow()
    const { invitationId } = await invited()
    await expect(
      door.hub.run(revokeInvitation, foreigner, { spaceId: foreign.coordination, invitationId }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  it('open nobody else’s project: a seat of an organization that works elsewhere is the administrator’s to give', async () => {
    const foreigner = await person()
    const foreign = await insertProject(door.hub, foreigner)
    const here = { spaceId: foreign.coordination, projectId: foreign.projectId }
    // The partner of this project, by whose seat somebody of another project would come in.
    await invited()
    await expect(door.hub.run(sendInvitation, foreigner, input(here))).rejects.toMatchObject({
      details: { reason: 'organizationElsewhere' },
    })
    const left = await organization()
    const { participationId } = await invited({ organizationId: left })
    await door.hub.run(endParticipation, coordinator, { spaceId: project.coordination, participationId })
    await expect(
      door.hub.run(sendInvitation, foreigner, input({ ...here, organizationId: left })),
    ).rejects.toMatchObject({ details: { reason: 'organizationElsewhere' } })
    await door.hub.run(sendInvitation, foreigner, input({ ...here, organizationId: await organization() }))
    await door.hub.run(sendInvitation, administrator, input({ ...here, spaceId: network, organizationId: left }))
  })

  it('aren’t sent twice for the same seat, and never show their secret', async () => {
    const { email, secret } = await invited()
    await expect(door.hub.run(sendInvitation, coordinator, input({ email }))).rejects.toMatchObject({
      details: { reason: 'alreadyInvited' },
    })
    const stored = await door.hub.db.selectFrom('invitation').selectAll().where('email', '=', email).execute()
    const events = await door.hub.eventsAfter(project.coordination, 0)
    const snapshot = await door.hub.snapshot(project.coordination)
    expect(JSON.stringify([stored, events, snapshot])).not.toContain(secret)
    expect(JSON.stringify(snapshot)).toContain(email)
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from '../../testing/door.ts'
import { systemSender } from '../../testing/hub.ts'
import { createOrganization, renameOrganization } from '../organizations/commands/create-organization.ts'
import { addPerson } from '../people/commands/add-person.ts'
import { choosePreferences } from '../people/commands/rename-person.ts'
import { auditTrail, overview } from './administration.queries.ts'

describe('administration', () => {
  let door: Door
  let administrator: string
  let ownSpace: string
  let stranger: string

  const person = async (isAdministrator: boolean) => {
    const [personId, personalSpaceId] = [randomUUID(), randomUUID()]
    const input = {
      spaceId: door.hub.networkSpaceId,
      personId,
      personalSpaceId,
      name: 'Ana',
      email: `${personId}@test.example`,
      rendition: 'en' as const,
    }
    await door.hub.run(addPerson, systemSender.personId, { ...input, administrator: isAdministrator, demo: false })
    return { personId, personalSpaceId }
  }
  const browserOf = async (of: Door, personId: string) => {
    const browser = of.browser()
    browser.cookie = (await of.identity.sessions.open(personId, 'password', { address: '', agent: '' })).split(';')[0]
    return browser
  }

  beforeAll(async () => {
    door = await openDoor()
    const made = await person(true)
    administrator = made.personId
    ownSpace = made.personalSpaceId
    stranger = (await person(false)).personId
  })
  afterAll(() => door.close())

  it('is for administrators only', async () => {
    const visitor = door.browser()
    const guest = await browserOf(door, stranger)
    for (const procedure of ['administration.audit', 'administration.overview', 'administration.mailbox']) {
      expect((await visitor.get(procedure)).status).toBe(401)
      expect((await guest.get(procedure)).status).toBe(404)
    }
  })

  it('tells who did what, where and when, newest first, never what it said, nor what happens in one’s own space', async () => {
    const organizationId = randomUUID()
    const secretName = 'Confidential faculty'
    const spaceId = door.hub.networkSpaceId
    const facts = {
      organizationId,
      kind: 'partner' as const,
      name: secretName,
      country: 'RS',
      color: '#0f766e',
      municipality: null,
    }
    await door.hub.run(createOrganization, administrator, { spaceId, ...facts })
    for (let n = 0; n < 5; n += 1)
      await door.hub.run(renameOrganization, administrator, { spaceId, organizationId, name: `${secretName} ${n}` })
    await door.hub.run(choosePreferences, administrator, { spaceId: ownSpace, rendition: 'ka' })
    await expect(door.hub.run(renameOrganization, stranger, { spaceId, organizationId, name: 'x' })).rejects.toThrow()
    const seen = []
    let before: { at: string; commandId: string } | undefined
    do {
      const page = await door.hub.ask(auditTrail, administrator, { limit: 2, ...(before && { before }) })
      seen.push(...page.lines)
      before = page.next ?? undefined
    } while (before)
    const commands = seen.map((line) => line.command)
    expect(commands.slice(0, 6)).toEqual([
      ...Array.from({ length: 5 }, () => 'organization.rename'),
      'organization.create',
    ])
    expect(commands).not.toContain('preferences.choose')
    expect(seen[0]).toMatchObject({ actor: 'Ana', spaces: ['Network'] })
    expect(seen.at(-1)).toMatchObject({ actor: null, command: 'person.add' })
    expect(JSON.stringify(seen)).not.toContain(secretName)
    expect(new Set(seen.map((line) => line.commandId)).size).toBe(seen.length)
  })

  it('counts, and lists texts that no native reader has checked', async () => {
    const answer = await door.hub.ask(overview, administrator, {})
    expect(answer).toMatchObject({
      people: 2,
      organizations: 1,
      projects: 0,
      municipalities: 0,
      systems: 0,
      indicators: 0,
      openInvitations: 0,
      mailWaiting: 0,
      demo: false,
    })
    expect(answer.unreviewed).toContainEqual({ namespace: 'sessions', rendition: 'ka' })
  })

  it('has a mailbox in development, and none in production', async () => {
    const email = `${administrator}@test.example`
    await door.browser().post('sessions.requestLink', { email })
    await door.post.idle()
    const browser = await browserOf(door, administrator)
    expect((await browser.get('administration.mailbox')).data).toEqual([expect.objectContaining({ recipient: email })])
    const production = await openDoor({ production: true })
    const input = {
      spaceId: production.hub.networkSpaceId,
      personId: administrator,
      personalSpaceId: randomUUID(),
      name: 'A',
      email,
      rendition: 'en' as const,
    }
    await production.hub.run(addPerson, systemSender.personId, { ...input, administrator: true, demo: false })
    expect((await (await browserOf(production, administrator)).get('administration.mailbox')).status).toBe(404)
    await production.close()
  })
})

import { randomUUID } from 'node:crypto'
import { personHeader, protocolHeader, protocolVersion } from '@kolo/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../../features/people/commands/add-person.ts'
import { type Browser, type Door, openDoor } from '../../testing/door.ts'
import { systemSender } from '../../testing/hub.ts'

const password = 'correct horse battery'

describe('calls over HTTP', () => {
  let door: Door
  // Stands still, unless a test lets it go on: how fast the machine is must not count.
  let now = 0
  beforeAll(async () => {
    door = await openDoor({ callsPerSecond: 3, clock: () => now, trustProxy: ['127.0.0.1'] })
  })
  afterAll(() => door.close())

  /** Somebody who is signed in, and how they start a thread. */
  const author = async () => {
    const [personId, personalSpaceId] = [randomUUID(), randomUUID()]
    const email = `${personId}@test.example`
    const person = { personId, personalSpaceId, name: 'Ana', email, rendition: 'en' as const }
    const own = { spaceId: door.hub.networkSpaceId, administrator: false, demo: false }
    await door.hub.run(addPerson, systemSender.personId, { ...person, ...own })
    await door.identity.setPassword(personId, { hash: await door.identity.passwords.hash(password) })
    const spaceId = await door.hub.space('stage', { [personId]: 'editor' })
    const browser = door.browser()
    expect((await browser.post('sessions.signIn', { email, password })).status).toBe(200)
    const start = (headers: Record<string, string> = {}) => {
      const input = { spaceId, threadId: randomUUID(), title: 'Sampling', subject: { kind: 'space' } }
      return browser.post('threads.start', { commandId: randomUUID(), input }, headers)
    }
    return { browser, start, personId }
  }
  const tries = async (browser: Browser, count: number, address?: string) => {
    const headers = address === undefined ? {} : { 'x-forwarded-for': address }
    const answers = Array.from({ length: count }, () => browser.get('sessions.current', {}, headers))
    return (await Promise.all(answers)).map(({ status }) => status)
  }

  it('[SYN33] tells whoever calls too often to wait, and nobody else notices', async () => {
    const [one, other] = [await author(), await author()]
    const counts = (statuses: number[]) => ({
      answered: statuses.filter((status) => status === 200).length,
      waits: statuses.filter((status) => status === 429).length,
    })
    expect(counts(await tries(one.browser, 40))).toEqual({ answered: 30, waits: 10 })
    expect(await one.start()).toMatchObject({ status: 429, refusal: { code: 'tooMany', details: { seconds: 1 } } })
    expect((await other.start()).status).toBe(200)
    expect(counts(await tries(door.browser(), 40, '203.0.113.1'))).toEqual({ answered: 30, waits: 10 })
    expect(await tries(door.browser(), 1, '203.0.113.2')).toEqual([200])
    now += 1_000
    expect((await one.start()).status).toBe(200)
    expect(counts(await tries(one.browser, 5))).toEqual({ answered: 2, waits: 3 })
  })

  it('[SYN35] tells a page with another protocol so, and takes none of its commands; it may read', async () => {
    const { browser, start } = await author()
    const old = { [protocolHeader]: String(protocolVersion - 1) }
    expect(await start(old)).toMatchObject({ status: 412, refusal: { code: 'versionMismatch' } })
    expect((await browser.get('sessions.current', {}, old)).status).toBe(200)
    expect((await start({ [protocolHeader]: String(protocolVersion) })).status).toBe(200)
    expect((await start()).status, 'a program without a page').toBe(200)
  })

  it('[SYN42] does and tells nothing for a page of another person than who is signed in by now', async () => {
    const [one, other] = [await author(), await author()]
    const foreign = { [personHeader]: other.personId }
    const refused = { status: 401, refusal: { code: 'unauthenticated' } }
    expect(await one.start(foreign)).toMatchObject(refused)
    expect(await one.browser.get('spaces.mine', {}, foreign)).toMatchObject(refused)
    expect((await one.start({ [personHeader]: one.personId })).status).toBe(200)
  })
})

import { randomBytes, randomUUID } from 'node:crypto'
import { protocolHeader, protocolVersion } from '@kolo/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../../features/people/commands/add-person.ts'
import { type Browser, type Door, openDoor } from '../../testing/door.ts'
import { systemSender } from '../../testing/hub.ts'
import { callLimits } from './call-limits.ts'

const password = 'correct horse battery'

describe('who calls too often', () => {
  it('[SYN33] is a network where nobody is signed in: not a single address of many', async () => {
    const door = await openDoor({ callsPerSecond: 3, clock: () => 0, trustProxy: ['127.0.0.1'] })
    const from = async (address: string, headers: Record<string, string> = {}) =>
      (await door.browser().get('sessions.current', {}, { 'x-forwarded-for': address, ...headers })).status
    const subscriber = Array.from({ length: 40 }, (_, index) => from(`2001:db8:1:2::${(index + 1).toString(16)}`))
    expect(await Promise.all(subscriber)).toContain(429)
    expect(await from('2001:db8:1:3::1')).toBe(200)
    await door.close()
  })

  it('[SYN33] is told so before the database is asked whose the session is; who has one costs the network nothing', async () => {
    let now = 0
    let asked = 0
    const { whose } = callLimits(1, () => now)
    const answering = (person: string | undefined) => async () => {
      asked += 1
      return person
    }
    for (let call = 0; call < 200; call += 1) expect(await whose('network', answering('Ana'))).toBe('Ana')
    for (let call = 0; call < 100; call += 1) expect(await whose('network', answering(undefined))).toBeUndefined()
    await expect(whose('network', answering(undefined))).rejects.toMatchObject({ code: 'tooMany' })
    await expect(whose('network', answering('Ana'))).rejects.toMatchObject({ code: 'tooMany' })
    expect(asked).toBe(300)
    expect(await whose('another', answering(undefined))).toBeUndefined()
    now = 100
    expect(await whose('network', answering('Ana'))).toBe('Ana')
  })

  it('[SYN33] and brings a random session each time asks the database a few times at once, and not for ever', async () => {
    const door = await openDoor({ callsPerSecond: 1, clock: () => 0 })
    const { sessions } = door.identity
    const { read } = sessions
    let [asked, underWay, most] = [0, 0, 0]
    Object.assign(sessions, {
      read: async (headers: Headers) => {
        asked += 1
        underWay += 1
        most = Math.max(most, underWay)
        const session = await read(headers)
        underWay -= 1
        return session
      },
    })
    const tries = Array.from({ length: 200 }, () =>
      door.browser().get('spaces.mine', {}, { cookie: `kolo=${randomBytes(32).toString('base64url')}` }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
    expect(asked).toBe(100)
    expect(most).toBeLessThanOrEqual(4)
    await door.close()
  })
})

describe('one person’s burst', () => {
  let door: Door
  beforeAll(async () => {
    door = await openDoor()
  })
  afterAll(() => door.close())

  const somebody = async (): Promise<{ personId: string; browser: Browser }> => {
    const [personId, personalSpaceId] = [randomUUID(), randomUUID()]
    const email = `${personId}@test.example`
    const person = { personId, personalSpaceId, name: 'Ana', email, rendition: 'en' as const }
    const own = { spaceId: door.hub.networkSpaceId, administrator: false, demo: false }
    await door.hub.run(addPerson, systemSender.personId, { ...person, ...own })
    await door.identity.setPassword(personId, { hash: await door.identity.passwords.hash(password) })
    const browser = door.browser()
    expect((await browser.post('sessions.signIn', { email, password })).status).toBe(200)
    return { personId, browser }
  }
  const starting = (spaceId: string) => ({
    commandId: randomUUID(),
    input: { spaceId, threadId: randomUUID(), title: 'Sampling', subject: { kind: 'space' } },
  })

  it.each([
    {
      what: 'snapshots',
      send: ({ browser }: { browser: Browser }, spaceId: string) => browser.get('spaces.snapshot', { spaceId }),
    },
    {
      what: 'commands on invented spaces',
      send: ({ browser }: { browser: Browser }) => browser.post('threads.start', starting(randomUUID())),
    },
  ])('[SYN33] of $what stands before nobody else', async ({ send }) => {
    const [hasty, other] = [await somebody(), await somebody()]
    const members = { [hasty.personId]: 'editor', [other.personId]: 'editor' } as const
    const spaceId = await door.hub.space('stage', members)
    const order: string[] = []
    const noted = async (name: string, answer: Promise<{ readonly status: number }>) => {
      const { status } = await answer
      order.push(name)
      return status
    }
    const burst = Array.from({ length: 200 }, () => noted('hasty', send(hasty, spaceId)))
    const post = noted('other writes', other.browser.post('threads.start', starting(spaceId)))
    const ask = noted('other asks', other.browser.get('spaces.snapshot', { spaceId }))
    expect(await Promise.all([post, ask])).toEqual([200, 200])
    const before = order.filter((name) => name === 'hasty').length
    await Promise.all(burst)
    expect(before).toBeLessThan(100)
    expect(order).toHaveLength(202)
  })

  it('[SYN35] a page with another protocol, older or newer, is told which one the server speaks', async () => {
    const { personId, browser } = await somebody()
    const spaceId = await door.hub.space('stage', { [personId]: 'editor' })
    for (const version of [protocolVersion - 1, protocolVersion + 1]) {
      const answer = await browser.post('threads.start', starting(spaceId), { [protocolHeader]: String(version) })
      expect(answer).toMatchObject({
        status: 412,
        refusal: { code: 'versionMismatch', details: { version: protocolVersion } },
      })
    }
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Answer, type Door, openDoor } from '../../testing/door.ts'
import { systemSender } from '../../testing/hub.ts'
import { addPerson } from '../people/commands/add-person.ts'
import { disablePerson, enablePerson } from '../people/commands/disable-person.ts'

const password = 'correct horse battery'

describe('sessions', () => {
  let door: Door
  let hash: string

  const account = async (administrator = false) => {
    const [personId, personalSpaceId] = [randomUUID(), randomUUID()]
    const email = `${personId}@test.example`
    const input = {
      spaceId: door.hub.networkSpaceId,
      personId,
      personalSpaceId,
      name: 'Ana',
      email,
      rendition: 'en' as const,
    }
    await door.hub.run(addPerson, systemSender.personId, { ...input, administrator, demo: false })
    await door.identity.setPassword(personId, { hash })
    return { personId, email }
  }
  const signedIn = async (email: string) => {
    const browser = door.browser()
    expect((await browser.post('sessions.signIn', { email, password })).status).toBe(200)
    return browser
  }
  const whoIs = (answer: Answer) => (answer.data as { person: { id: string } | null }).person?.id
  // Each test tries from a network of its own, so that limits of one don't meet another.
  let networks = 0
  const elsewhere = () => ({ 'x-forwarded-for': `203.0.113.${(networks += 1)}` })

  beforeAll(async () => {
    door = await openDoor({ trustProxy: ['127.0.0.1'] })
    hash = await door.identity.passwords.hash(password)
  })
  afterAll(async () => {
    expect(door.failures).toEqual([])
    await door.close()
  })

  it('begin with the right password, in a cookie that scripts and other sites never see', async () => {
    const { email, personId } = await account()
    const browser = door.browser()
    expect(whoIs(await browser.get('sessions.current'))).toBeUndefined()
    const answer = await browser.post('sessions.signIn', { email: email.replace('test', 'TEST'), password })
    expect(answer.cookie).toMatch(/^kolo=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(whoIs(await browser.get('sessions.current'))).toBe(personId)
    const rows = await door.hub.db.selectFrom('auth_session').selectAll().where('person_id', '=', personId).execute()
    expect(JSON.stringify(rows)).not.toContain(browser.cookie!.slice('kolo='.length))
  })

  it('are bound to the host and to TLS where the public address is', async () => {
    const safe = await openDoor({ publicUrl: 'https://kolo.example' })
    const personId = await safe.hub.person()
    const cookie = await safe.identity.sessions.open(personId, 'password', { address: '127.0.0.1', agent: '' })
    expect(cookie).toMatch(/^__Host-kolo=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    expect(await safe.identity.sessions.read(new Headers({ cookie: cookie.split(';')[0]! }))).toMatchObject({
      personId,
    })
    // A cookie without the prefix could come from a neighbour.
    expect(
      await safe.identity.sessions.read(new Headers({ cookie: cookie.split(';')[0]!.replace('__Host-', '') })),
    ).toBeUndefined()
    await safe.close()
  })

  it('never continue a secret that the browser brought (fixation), and replace the one before', async () => {
    const { email } = await account()
    const browser = door.browser()
    browser.cookie = `kolo=${'A'.repeat(43)}`
    await browser.post('sessions.signIn', { email, password })
    expect(browser.cookie).not.toContain('AAAA')
    const first = browser.cookie
    await browser.post('sessions.signIn', { email, password })
    expect(browser.cookie).not.toBe(first)
    const old = door.browser()
    old.cookie = first
    expect(whoIs(await old.get('sessions.current'))).toBeUndefined()
  })

  it('refuse unknown, wrong and closed in the same words', async () => {
    const [open, closed] = [await account(), await account()]
    const administrator = await account(true)
    await door.hub.run(disablePerson, administrator.personId, {
      spaceId: door.hub.networkSpaceId,
      personId: closed.personId,
    })
    const answers = await Promise.all(
      [
        [open.email, 'wrong'],
        [closed.email, password],
        ['nobody@test.example', password],
      ].map(([email, tried]) => door.browser().post('sessions.signIn', { email, password: tried }, elsewhere())),
    )
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(answers[0]).toMatchObject({
      status: 401,
      refusal: { code: 'unauthenticated', details: { reason: 'wrongCredentials' } },
    })
    expect(answers.every((answer) => answer.cookie === undefined)).toBe(true)
  })

  it('stop guesses at an account, known or not, and let its owner in from elsewhere', async () => {
    const { email } = await account()
    const from = elsewhere()
    for (const tried of [email, 'unknown@test.example']) {
      const browser = door.browser()
      const statuses: number[] = []
      for (let n = 0; n < 12; n += 1)
        statuses.push((await browser.post('sessions.signIn', { email: tried, password: 'guess' }, from)).status)
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
    }
    const blocked = await door.browser().post('sessions.signIn', { email, password }, from)
    expect(blocked).toMatchObject({ status: 429, refusal: { code: 'tooMany' } })
    expect((await door.browser().post('sessions.signIn', { email, password }, elsewhere())).status).toBe(200)
    door.pass(15 * 60)
    expect((await door.browser().post('sessions.signIn', { email, password }, from)).status).toBe(200)
  })

  it('stop one network that tries many accounts, while rightful sign-ins cost nothing', async () => {
    const { email } = await account()
    const from = elsewhere()
    for (let n = 0; n < 12; n += 1)
      expect((await door.browser().post('sessions.signIn', { email, password }, from)).status).toBe(200)
    await door.hub.db.updateTable('auth_limit').set({ used: 100 }).where('used', '=', 0).execute()
    expect((await door.browser().post('sessions.signIn', { email: 'x@test.example', password }, from)).status).toBe(429)
    expect(
      (await door.browser().post('sessions.signIn', { email: 'x@test.example', password }, elsewhere())).status,
    ).toBe(401)
    await door.hub.db.deleteFrom('auth_limit').execute()
  })

  it('leave no counters of accounts that a network invents behind its limit, nor any whose time is over', async () => {
    const from = elsewhere()
    const counters = async () => (await door.hub.db.selectFrom('auth_limit').select('key').execute()).length
    const guess = (n: number) =>
      door.browser().post('sessions.signIn', { email: `invented-${n}@test.example`, password: 'guess' }, from)
    await guess(0)
    await door.hub.db.updateTable('auth_limit').set({ used: 100 }).execute()
    const before = await counters()
    for (let n = 1; n < 10; n += 1) expect((await guess(n)).status).toBe(429)
    expect(await counters()).toBe(before)
    door.pass(2 * 60 * 60)
    await guess(10)
    expect(await counters()).toBe(3)
    await door.hub.db.deleteFrom('auth_limit').execute()
  })

  it('end on sign-out at once, for that browser only, and tell live connections', async () => {
    const { email, personId } = await account()
    const [one, other] = [await signedIn(email), await signedIn(email)]
    expect(whoIs(await one.get('sessions.current'))).toBe(personId)
    const heard: unknown[] = []
    const stop = door.identity.sessions.onRevoked((what) => heard.push(what))
    const stolen = one.cookie
    await one.post('sessions.signOut')
    expect(one.cookie).toBeUndefined()
    one.cookie = stolen
    expect(whoIs(await one.get('sessions.current'))).toBeUndefined()
    expect(whoIs(await other.get('sessions.current'))).toBe(personId)
    expect(heard).toEqual([{ sessionId: expect.any(String) }])
    stop()
  })

  it('are listed and ended by their owner only', async () => {
    const [mine, foreign] = [await account(), await account()]
    const [phone, laptop, stranger] = [
      await signedIn(mine.email),
      await signedIn(mine.email),
      await signedIn(foreign.email),
    ]
    const list = async () => (await laptop.get('sessions.list')).data as { id: string; current: boolean }[]
    const phoneSession = (await list()).find((session) => !session.current)!
    const heard: unknown[] = []
    const stop = door.identity.sessions.onRevoked((what) => heard.push(what))
    await stranger.post('sessions.end', { sessionId: phoneSession.id })
    stop()
    expect(heard).toEqual([])
    expect(await list()).toHaveLength(2)
    await laptop.post('sessions.end', { sessionId: phoneSession.id })
    expect(await list()).toEqual([expect.objectContaining({ current: true })])
    expect(whoIs(await phone.get('sessions.current'))).toBeUndefined()
    await signedIn(mine.email)
    await laptop.post('sessions.endOthers')
    expect(await list()).toHaveLength(1)
    expect((await door.browser().get('sessions.list')).status).toBe(401)
  })

  it('end with the account, and don’t come back with it', async () => {
    const administrator = await account(true)
    const { email, personId } = await account()
    const browser = await signedIn(email)
    expect(whoIs(await browser.get('sessions.current'))).toBe(personId)
    const heard: unknown[] = []
    const stop = door.identity.sessions.onRevoked((what) => heard.push(what))
    const on = { spaceId: door.hub.networkSpaceId, personId }
    await door.hub.run(disablePerson, administrator.personId, on)
    expect(whoIs(await browser.get('sessions.current'))).toBeUndefined()
    expect(heard).toEqual([{ personId }])
    expect((await browser.get('spaces.mine')).status).toBe(401)
    await door.hub.run(enablePerson, administrator.personId, on)
    expect(whoIs(await browser.get('sessions.current'))).toBeUndefined()
    stop()
  })

  it('end elsewhere when the password changes, which needs the old one', async () => {
    const { email } = await account()
    const [here, there] = [await signedIn(email), await signedIn(email)]
    const next = 'another long secret'
    expect(await here.post('sessions.changePassword', { current: 'wrong', next })).toMatchObject({
      status: 422,
      refusal: { details: { reason: 'wrongPassword' } },
    })
    expect((await here.post('sessions.changePassword', { next })).status).toBe(422)
    expect((await here.post('sessions.changePassword', { current: password, next: 'short' })).status).toBe(400)
    expect((await here.post('sessions.changePassword', { current: password, next })).status).toBe(200)
    expect(whoIs(await there.get('sessions.current'))).toBeUndefined()
    expect(whoIs(await here.get('sessions.current'))).toBeDefined()
    expect((await door.browser().post('sessions.signIn', { email, password })).status).toBe(401)
    expect((await door.browser().post('sessions.signIn', { email, password: next })).status).toBe(200)
  })

  it('open for nobody whose password was changed while it was being checked', async () => {
    const { email, personId } = await account()
    const { fits } = door.identity.passwords
    const checking = vi.spyOn(door.identity.passwords, 'fits').mockImplementationOnce(async (...given) => {
      const answer = await fits(...given)
      await door.identity.setPassword(personId, 'another long secret')
      return answer
    })
    expect((await door.browser().post('sessions.signIn', { email, password })).status).toBe(401)
    checking.mockRestore()
    expect(
      await door.hub.db.selectFrom('auth_session').where('person_id', '=', personId).select('id').execute(),
    ).toEqual([])
  })

  it('end after thirty days', async () => {
    const { email } = await account()
    const browser = await signedIn(email)
    door.pass(30 * 24 * 60 * 60)
    expect(whoIs(await browser.get('sessions.current'))).toBeUndefined()
  })
})

describe('the address of a client', () => {
  it('is taken from X-Forwarded-For only where a trusted proxy wrote it', async () => {
    const bare = await openDoor()
    const attempt = (n: number) =>
      bare
        .browser()
        .post(
          'sessions.signIn',
          { email: 'x@test.example', password: 'guess' },
          { 'x-forwarded-for': `198.51.100.${n}` },
        )
    const statuses = []
    for (let n = 0; n < 11; n += 1) statuses.push((await attempt(n)).status)
    expect(statuses.at(-1)).toBe(429)
    await bare.close()
  })

  it('is the one that the proxy saw, whatever the client claims before it', async () => {
    const proxied = await openDoor({ trustProxy: ['127.0.0.1'] })
    const attempt = (n: number) =>
      proxied
        .browser()
        .post(
          'sessions.signIn',
          { email: 'x@test.example', password: 'guess' },
          { 'x-forwarded-for': `198.51.100.${n}, 203.0.113.9` },
        )
    const statuses = []
    for (let n = 0; n < 11; n += 1) statuses.push((await attempt(n)).status)
    expect(statuses.at(-1)).toBe(429)
    await proxied.close()
  })
})

import { knownIndicators } from '@kolo/domain/indicators/known-indicators'
import { knownSystems } from '@kolo/domain/systems/known-systems'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from '../../testing/door.ts'
import { createAdministrator } from './create-administrator.ts'
import { issueSetupLink } from './setup-link.ts'

const account = { name: 'Admin', email: 'admin@test.example', password: 'a long enough secret', rendition: 'en' }

describe('setup', () => {
  let door: Door

  const issued = async (): Promise<string> => {
    const link = await issueSetupLink(door.identity)
    expect(link).toMatch(/^http:\/\/kolo\.test\/setup#[\w-]{43}$/)
    return link!.split('#')[1]!
  }
  beforeAll(async () => {
    door = await openDoor()
  })
  afterAll(() => door.close())

  it('makes the first administrator once, by the newest link of the log', async () => {
    const browser = door.browser()
    expect((await browser.get('setup.state')).data).toMatchObject({ open: false })
    const old = await issued()
    const secret = await issued()
    expect((await browser.get('setup.state')).data).toMatchObject({ open: true, demoAccounts: [], production: false })
    expect((await browser.post('setup.complete', { ...account, secret: old })).status).toBe(404)
    expect((await browser.post('setup.complete', { ...account, secret: 'D'.repeat(43) })).status).toBe(404)
    expect((await browser.post('setup.complete', { ...account, secret, password: 'short' })).status).toBe(400)
    const stored = await door.hub.db.selectFrom('installation').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(secret)
    const answers = await Promise.all(
      [1, 2, 3].map(() => door.browser().post('setup.complete', { ...account, secret })),
    )
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 404, 404])
    const winner = answers.find((answer) => answer.status === 200)!
    browser.cookie = winner.cookie!.split(';')[0]
    const { person } = (await browser.get('sessions.current')).data as { person: object }
    expect(person).toMatchObject({ email: account.email, networkSpaceId: door.hub.networkSpaceId })
    // Three tries, one administrator, one filling of the catalogues.
    expect((await browser.get('administration.overview')).data).toMatchObject({
      people: 1,
      systems: knownSystems.length,
      indicators: knownIndicators.length,
    })
    expect((await browser.get('setup.state')).data).toMatchObject({ open: false })
    expect(await issueSetupLink(door.identity)).toBeUndefined()
  })

  it.each([
    ['before the account was made', 'issue'],
    ['between the account and its password', 'account'],
  ])('goes on after a process that died %s, by the same link and by a new one', async (_when, upTo) => {
    for (const again of ['same', 'new']) {
      const other = await openDoor()
      const secret = (await issueSetupLink(other.identity))!.split('#')[1]!
      // The process dies where it would have written the password: what was committed before it stays.
      const dying = {
        ...other.identity,
        db: { transaction: () => ({ execute: () => Promise.reject(new Error('killed')) }) } as never,
      }
      const hub = { kernel: other.hub.kernel, identity: dying }
      if (upTo === 'account')
        await expect(createAdministrator(hub, { ...account, rendition: 'en' }, secret)).rejects.toThrow('killed')
      const usable = again === 'same' ? secret : (await issueSetupLink(other.identity))!.split('#')[1]!
      const browser = other.browser()
      expect((await browser.post('setup.complete', { ...account, secret: usable })).status).toBe(200)
      expect((await browser.get('administration.overview')).data).toMatchObject({
        people: 1,
        systems: knownSystems.length,
      })
      const { email, password } = account
      expect((await other.browser().post('sessions.signIn', { email, password })).status).toBe(200)
      expect(await issueSetupLink(other.identity)).toBeUndefined()
      await other.close()
    }
  })

  it('is closed by an administrator who is made on the command line', async () => {
    const other = await openDoor()
    const link = await issueSetupLink(other.identity)
    await createAdministrator({ kernel: other.hub.kernel, identity: other.identity }, { ...account, rendition: 'en' })
    const answer = await other
      .browser()
      .post('setup.complete', { ...account, email: 'b@test.example', secret: link!.split('#')[1] })
    expect(answer.status).toBe(404)
    expect(
      (await other.browser().post('sessions.signIn', { email: account.email, password: account.password })).status,
    ).toBe(200)
    await other.close()
  })
})

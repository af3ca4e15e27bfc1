import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from '../../testing/door.ts'

describe('links for signing in', () => {
  let door: Door

  const account = async () => {
    const personId = await door.hub.person('Ana')
    const { email } = await door.hub.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    return { personId, email }
  }
  const linkFor = async (email: string) => {
    expect((await door.browser().post('sessions.requestLink', { email })).status).toBe(200)
    return door.mailedSecret(email)
  }

  beforeAll(async () => {
    door = await openDoor()
  })
  afterAll(async () => {
    expect(door.failures).toEqual([])
    await door.close()
  })

  it('work once, by POST only', async () => {
    const { email, personId } = await account()
    const secret = await linkFor(email)
    const browser = door.browser()
    // A scanner that follows links sends GET: the secret isn't even in the address, and the procedure wants POST.
    expect((await browser.get('sessions.redeemLink', { secret })).status).toBe(405)
    expect((await browser.post('sessions.redeemLink', { secret })).status).toBe(200)
    expect(((await browser.get('sessions.current')).data as { person: { id: string } }).person.id).toBe(personId)
    expect(await door.browser().post('sessions.redeemLink', { secret })).toMatchObject({
      status: 404,
      cookie: undefined,
    })
  })

  it('let one of many at the same time in', async () => {
    const secret = await linkFor((await account()).email)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => door.browser().post('sessions.redeemLink', { secret })),
    )
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 404)])
  })

  it('are stored as hashes and expire after ten minutes; expired, used and invented answer alike', async () => {
    const { email } = await account()
    const secret = await linkFor(email)
    const stored = await door.hub.db.selectFrom('auth_link').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(secret)
    door.pass(10 * 60)
    const expired = await door.browser().post('sessions.redeemLink', { secret })
    const invented = await door.browser().post('sessions.redeemLink', { secret: 'B'.repeat(43) })
    expect(expired.status).toBe(404)
    expect(invented.body).toBe(expired.body)
  })

  it('are asked for without telling whether there is an account', async () => {
    const { email } = await account()
    const [known, unknown] = await Promise.all(
      [email, 'nobody@test.example'].map((address) => door.browser().post('sessions.requestLink', { email: address })),
    )
    expect(known?.status).toBe(200)
    expect(unknown?.body).toBe(known?.body)
    await door.post.idle()
    expect(
      await door.hub.db.selectFrom('mailbox').select('id').where('recipient', '=', 'nobody@test.example').execute(),
    ).toEqual([])
  })

  it('are limited per address, so that nobody’s mailbox is flooded', async () => {
    const { email } = await account()
    const statuses: number[] = []
    for (let n = 0; n < 6; n += 1) statuses.push((await door.browser().post('sessions.requestLink', { email })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    door.pass(15 * 60)
  })

  it('let a forgotten password be set anew, shortly after', async () => {
    const { email } = await account()
    const browser = door.browser()
    await browser.post('sessions.redeemLink', { secret: await linkFor(email) })
    const next = 'a fresh long secret'
    expect((await browser.post('sessions.changePassword', { next })).status).toBe(200)
    expect((await door.browser().post('sessions.signIn', { email, password: next })).status).toBe(200)
    door.pass(15 * 60)
    expect((await browser.post('sessions.changePassword', { next: 'yet another secret' })).status).toBe(422)
  })
})

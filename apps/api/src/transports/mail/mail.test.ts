import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendInvitation } from '../../features/invitations/commands/send-invitation.ts'
import { createOrganization } from '../../features/organizations/commands/create-organization.ts'
import { type Door, insertProject, openDoor } from '../../testing/door.ts'
import { systemSender } from '../../testing/hub.ts'
import { layOut } from './layout.ts'
import { smtpMailer } from './mailer.ts'
import { startPost } from './post.ts'

/** A mail server that keeps what it gets; the first `refusals` letters are refused with that code. */
function sink() {
  const mails: ParsedMail[] = []
  const raw: string[] = []
  const refusals: number[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const code = refusals.shift()
        if (code !== undefined) {
          done(Object.assign(new Error('not now'), { responseCode: code }))
          return
        }
        const source = Buffer.concat(chunks)
        raw.push(source.toString('utf8'))
        simpleParser(source).then((mail) => {
          mails.push(mail)
          done()
        }, done)
      })
    },
  })
  return {
    mails,
    raw,
    refusals,
    listen: () =>
      new Promise<string>((resolve) =>
        server.listen(0, '127.0.0.1', () =>
          resolve(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`),
        ),
      ),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

describe('mail by a real server', () => {
  const smtp = sink()
  let door: Door
  let smtpUrl: string

  const person = async (name: string, rendition: string) => {
    const personId = await door.hub.person(name)
    const email = `${personId}@test.example`
    await door.hub.db.updateTable('person').set({ rendition }).where('id', '=', personId).execute()
    return { personId, email }
  }
  /** Invites a guest into a project, and gives their address. */
  const invite = async () => {
    const coordinator = await door.hub.person('Coordinator')
    const { projectId, coordination } = await insertProject(door.hub, coordinator)
    const organizationId = randomUUID()
    const facts = { kind: 'partner' as const, name: 'Faculty', country: 'RS', color: '#0f766e', municipality: null }
    const organization = { spaceId: door.hub.networkSpaceId, organizationId, ...facts }
    await door.hub.run(createOrganization, systemSender.personId, organization)
    const [invitationId, participationId] = [randomUUID(), randomUUID()]
    const email = `${invitationId}@guest.example`
    const guest = { email, name: 'Guest', rendition: 'en' as const, seat: 'focalPoint' as const }
    const sent = { spaceId: coordination, invitationId, projectId, organizationId, participationId, ...guest }
    await door.hub.run(sendInvitation, coordinator, sent)
    return { email, invitationId }
  }
  const ledger = () => door.hub.db.selectFrom('mail_delivery').selectAll().orderBy('requested_at').execute()

  beforeAll(async () => {
    smtpUrl = await smtp.listen()
    door = await openDoor({ smtpUrl, production: true, publicUrl: 'https://kolo.example' })
  })
  afterAll(async () => {
    await door.close()
    await smtp.close()
  })

  it('brings a link in the person’s own language, as text and as HTML', async () => {
    for (const [rendition, subject] of [
      ['en', 'Your sign-in link'],
      ['sr-Cyrl', /линк|веза|пријав/i],
      ['ka', 'შესვლის ბმული'],
    ] as const) {
      const { email } = await person('Нино ნინო', rendition)
      smtp.mails.length = 0
      await door.browser().post('sessions.requestLink', { email })
      await door.post.idle()
      const [mail] = smtp.mails
      expect(mail?.subject).toMatch(subject)
      expect(mail?.to).toMatchObject({ text: `"Нино ნინო" <${email}>` })
      expect(mail?.from?.text).toContain('kolo@kolo.example')
      const link = /https:\/\/kolo\.example\/sign-in\/link#[\w-]{43}/
      expect(mail?.text).toMatch(link)
      expect(mail?.html).toMatch(link)
      expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    }
  })

  it('puts nothing into headers or markup that a name brings along', async () => {
    const { email } = await person('Eve\r\nBcc: victim@example.org <script>alert(1)</script>', 'en')
    smtp.mails.length = 0
    smtp.raw.length = 0
    await door.browser().post('sessions.requestLink', { email })
    await door.post.idle()
    expect(smtp.mails[0]?.bcc).toBeUndefined()
    expect(smtp.raw[0]?.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
    expect(smtp.mails[0]?.html).not.toContain('<script>')
    const mailer = smtpMailer(smtpUrl, { name: 'Kolo', address: 'kolo@kolo.example' })
    const letter = { to: { name: 'A', address: email }, text: 'x', html: 'x', messageId: '<a@b>\r\nX-Forged: 1' }
    await mailer.send({ ...letter, subject: 'Hello\r\nBcc: victim@example.org' })
    mailer.close()
    const headers = smtp.raw.at(-1)!.split('\r\n\r\n')[0]!
    expect(headers).not.toMatch(/^(bcc|x-forged):/im)
    expect(smtp.mails.at(-1)?.subject).toBe('Hello Bcc: victim@example.org')
  })

  it('notes each delivery before it is sent, tries again what the server put off, and sends nothing twice', async () => {
    const { email } = await person('Ana', 'en')
    smtp.mails.length = 0
    smtp.refusals.push(451)
    await door.browser().post('sessions.requestLink', { email })
    await door.post.idle()
    expect(smtp.mails).toHaveLength(0)
    expect((await ledger()).at(-1)).toMatchObject({ sent_at: null, given_up_at: null, tries: 1 })
    door.pass(60)
    door.post.wake()
    await door.post.idle()
    expect(smtp.mails).toHaveLength(1)
    expect((await ledger()).at(-1)).toMatchObject({ sent_at: expect.any(String), tries: 2 })
    door.pass(60 * 60)
    door.post.wake()
    await door.post.idle()
    expect(smtp.mails).toHaveLength(1)
  })

  it('keeps an invitation for as long as it holds, through a weekend without a mail server', async () => {
    smtp.mails.length = 0
    smtp.refusals.push(451)
    const { email, invitationId } = await invite()
    for (let hour = 0; hour < 60; hour += 1) {
      door.post.wake()
      await door.post.idle()
      smtp.refusals[0] = 451
      door.pass(3_601)
    }
    expect((await ledger()).find((row) => row.subject_id === invitationId)).toMatchObject({
      sent_at: null,
      given_up_at: null,
    })
    smtp.refusals.length = 0
    door.post.wake()
    await door.post.idle()
    expect(smtp.mails.map((mail) => (mail.to as { text: string }).text)).toEqual([expect.stringContaining(email)])
  })

  it('gives up what the server refuses for good, and what nobody needs any more', async () => {
    const { email, personId } = await person('Ana', 'en')
    smtp.refusals.push(550)
    await door.browser().post('sessions.requestLink', { email })
    await door.post.idle()
    expect((await ledger()).at(-1)).toMatchObject({ sent_at: null, given_up_at: expect.any(String) })
    const requestedAt = new Date(Date.now() - 3_600_000).toISOString()
    const late = {
      key: `signInLink:${randomUUID()}`,
      kind: 'signInLink' as const,
      subject_id: personId,
      requested_at: requestedAt,
      next_try_at: requestedAt,
    }
    await door.hub.db.insertInto('mail_delivery').values(late).execute()
    smtp.mails.length = 0
    door.post.wake()
    await door.post.idle()
    expect(smtp.mails).toHaveLength(0)
    expect((await ledger()).find((row) => row.key === late.key)).toMatchObject({ last_error: 'notWanted' })
  })

  it('is shared by several nodes, each letter leaving once', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => person('Ana', 'en')))
    smtp.mails.length = 0
    const now = new Date().toISOString()
    const rows = people.map(({ personId }) => ({
      key: `signInLink:${randomUUID()}`,
      kind: 'signInLink' as const,
      subject_id: personId,
      requested_at: now,
      next_try_at: now,
    }))
    const soon = door.identity.now()
    await door.hub.db
      .insertInto('mail_delivery')
      .values(rows.map((row) => ({ ...row, requested_at: soon, next_try_at: soon })))
      .execute()
    const options = {
      db: door.hub.db,
      smtpUrl,
      production: true,
      publicUrl: 'https://kolo.example',
      onError: () => undefined,
      now: door.identity.now,
    }
    const other = startPost(options)
    door.post.wake()
    await Promise.all([door.post.idle(), other.idle()])
    await other.stop()
    expect(smtp.mails.map((mail) => (mail.to as { text: string }).text).toSorted()).toEqual(
      people.map(({ email }) => `"Ana" <${email}>`).toSorted(),
    )
  })
})

describe('mail without a server', () => {
  it('waits in a production, where nothing goes to a mailbox', async () => {
    const door = await openDoor({ production: true })
    const personId = await door.hub.person('Ana')
    await door.browser().post('sessions.requestLink', { email: `${personId}@test.example` })
    await door.post.idle()
    expect(await door.hub.db.selectFrom('mailbox').select('id').execute()).toEqual([])
    for (let hour = 0; hour < 48; hour += 1) {
      door.pass(3_600)
      door.post.wake()
      await door.post.idle()
    }
    expect(await door.hub.db.selectFrom('mail_delivery').select(['sent_at', 'given_up_at', 'tries']).execute()).toEqual(
      [{ sent_at: null, given_up_at: null, tries: 0 }],
    )
    expect(door.failures.map(String)).toEqual([expect.stringContaining('SMTP_URL')])
    await door.close()
  })
})

describe('the layout of letters', () => {
  it('escapes everything and fetches nothing', () => {
    const nasty = '<img src=x onerror=alert(1)>"&\''
    const { html } = layOut('en', {
      greeting: nasty,
      paragraphs: [nasty],
      link: { label: nasty, url: 'https://kolo.example/#"><script>' },
      asText: nasty,
      footnotes: [nasty],
    })
    expect(html).not.toMatch(/<img|<script|src=x onerror=alert\(1\)>/)
    expect(html).not.toMatch(/<[^>]+\s(src|background)=|url\(/)
  })
})

import { randomUUID } from 'node:crypto'
import type { Database } from '@kolo/database'
import type { Kysely } from 'kysely'

/** A mail as it leaves: one recipient, the same content as text and as HTML. */
export type Letter = {
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for every try, so that a mail that arrives twice can be told. */
  readonly messageId: string
}

/** Takes letters to where people read them. Rejects when the letter hasn't been accepted. */
export type Mailer = { send(letter: Letter): Promise<void>; close(): void }

// A line break would begin another header; what can't be seen has no place in one either.
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** Sends by a mail server; its library is loaded with the first letter. */
export function smtpMailer(smtpUrl: string, from: { name: string; address: string }): Mailer {
  let transport: ReturnType<typeof transportTo> | undefined
  return {
    async send({ to, subject, text, html, messageId }) {
      transport ??= transportTo(smtpUrl)
      await (
        await transport
      ).sendMail({
        from,
        to: { name: oneLine(to.name), address: to.address },
        subject: oneLine(subject),
        text,
        html,
        messageId: oneLine(messageId),
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => void transport?.then((opened) => opened.close()),
  }
}

async function transportTo(smtpUrl: string) {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Development: letters go to a page of the hub, nothing is sent. */
export function mailboxMailer(db: Kysely<Database>, now: () => string): Mailer {
  return {
    async send({ to, subject, text, html }) {
      const letter = { id: randomUUID(), recipient: to.address, subject: oneLine(subject), text, html, at: now() }
      await db.insertInto('mailbox').values(letter).execute()
    },
    close: () => undefined,
  }
}

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { ParsedMail } from 'mailparser'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { vi } from 'vitest'

/** A mail server on loopback that keeps what it gets. */
export type MailSink = {
  readonly url: string
  /** The newest mail to an address, as soon as there is one of this subject. */
  mailTo(address: string, subject: RegExp): Promise<ParsedMail>
  close(): Promise<void>
}

/** Starts a mail server that takes everything and delivers nothing. */
export async function startMailSink(): Promise<MailSink> {
  const mails: { readonly to: string; readonly mail: ParsedMail }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream).then(
        (mail) => {
          for (const { address } of session.envelope.rcptTo) mails.push({ to: address, mail })
          done()
        },
        (error: Error) => done(error),
      )
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mailTo: (address, subject) =>
      vi.waitFor(
        () => {
          const found = mails.findLast(({ to, mail }) => to === address && subject.test(mail.subject ?? ''))
          if (!found) throw new Error(`No mail “${subject.source}” to ${address} yet.`)
          return found.mail
        },
        { timeout: 30_000 },
      ),
    close: () => new Promise((done) => server.close(done)),
  }
}

/** The first address in a mail's text. */
export function linkIn(mail: ParsedMail): string {
  const link = /https?:\/\/\S+/.exec(mail.text ?? '')?.[0]
  if (!link) throw new Error(`There is no link in “${mail.subject}”.`)
  return link
}

import { DomainError, notFound } from '@kolo/domain/core/errors'
import { answering, openProcedure, read, router } from '../../transports/trpc/procedures.ts'
import { auditTrail, type MailboxMail, mailboxMail, overview } from './administration.queries.ts'

/** Procedures of `administration`. A production has no mailbox, for nobody. */
export const administrationRouter = router({
  audit: read(auditTrail),
  overview: read(overview),
  mailbox: openProcedure.meta({ kind: 'query', name: mailboxMail.name }).query(({ ctx }) =>
    answering(async (): Promise<MailboxMail[]> => {
      if (!ctx.sender) throw new DomainError('unauthenticated')
      if (ctx.identity.production) throw notFound()
      return ctx.kernel.ask(mailboxMail, ctx.sender.personId, {})
    }),
  ),
})

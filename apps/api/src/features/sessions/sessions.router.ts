import { DomainError } from '@kolo/domain/core/errors'
import {
  changePasswordInput,
  endSessionInput,
  type OpenSession,
  redeemLinkInput,
  requestLinkInput,
  signInInput,
} from '@kolo/domain/sessions/sessions'
import type { RequestContext } from '../../transports/trpc/context.ts'
import { answering, openProcedure, router } from '../../transports/trpc/procedures.ts'
import type { SignedIn } from '../../credentials/session-store.ts'
import { currentPerson, type CurrentPerson } from './sessions.queries.ts'
import { changePassword, redeemLink, requestLink, signIn } from './sign-in.ts'

/** A sign-in in another browser window is replaced, never reused: the new session has a secret of its own. */
async function enter(ctx: RequestContext, open: Promise<string>): Promise<{ signedIn: true }> {
  const cookie = await open
  if (ctx.session) await ctx.identity.sessions.end(ctx.session)
  ctx.setCookie(cookie)
  return { signedIn: true }
}

function mine(ctx: RequestContext): SignedIn {
  if (!ctx.session) throw new DomainError('unauthenticated')
  return ctx.session
}

/** Procedures of `sessions`; credentials and sessions stand outside of the log. */
export const sessionsRouter = router({
  current: openProcedure.meta({ kind: 'open', name: 'sessions.current' }).query(({ ctx }) =>
    answering(async (): Promise<{ person: CurrentPerson | null }> => {
      if (!ctx.session) return { person: null }
      return { person: (await currentPerson(ctx.kernel.reads, ctx.session.personId)) ?? null }
    }),
  ),
  signIn: openProcedure
    .meta({ kind: 'open', name: 'sessions.signIn' })
    .input(signInInput)
    .mutation(({ ctx, input }) => answering(() => enter(ctx, signIn(ctx.identity, input, ctx.client)))),
  requestLink: openProcedure
    .meta({ kind: 'open', name: 'sessions.requestLink' })
    .input(requestLinkInput)
    .mutation(({ ctx, input }) => answering(() => requestLink(ctx.identity, input, ctx.client))),
  redeemLink: openProcedure
    .meta({ kind: 'open', name: 'sessions.redeemLink' })
    .input(redeemLinkInput)
    .mutation(({ ctx, input }) => answering(() => enter(ctx, redeemLink(ctx.identity, input, ctx.client)))),
  signOut: openProcedure.meta({ kind: 'open', name: 'sessions.signOut' }).mutation(({ ctx }) =>
    answering(async () => {
      if (ctx.session) await ctx.identity.sessions.end(ctx.session)
      ctx.setCookie(ctx.identity.sessions.noCookie)
    }),
  ),
  list: openProcedure
    .meta({ kind: 'open', name: 'sessions.list' })
    .query(({ ctx }) => answering(async (): Promise<OpenSession[]> => ctx.identity.sessions.list(mine(ctx)))),
  end: openProcedure
    .meta({ kind: 'open', name: 'sessions.end' })
    .input(endSessionInput)
    .mutation(({ ctx, input }) =>
      answering(async () => ctx.identity.sessions.end({ personId: mine(ctx).personId, sessionId: input.sessionId })),
    ),
  endOthers: openProcedure
    .meta({ kind: 'open', name: 'sessions.endOthers' })
    .mutation(({ ctx }) => answering(async () => ctx.identity.sessions.endOthers(mine(ctx)))),
  changePassword: openProcedure
    .meta({ kind: 'open', name: 'sessions.changePassword' })
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => answering(async () => changePassword(ctx.identity, input, mine(ctx), ctx.client))),
})

import { notFound } from '@kolo/domain/core/errors'
import { completeSetupInput } from '@kolo/domain/sessions/sessions'
import type { z } from 'zod'
import { secretLimits } from '../../credentials/limits.ts'
import type { RequestContext } from '../../transports/trpc/context.ts'
import { answering, openProcedure, router } from '../../transports/trpc/procedures.ts'
import { createAdministrator } from './create-administrator.ts'
import { fitsSetupLink, isSetupOpen } from './setup-link.ts'

/** What a signed-out visitor may know of the installation. */
export type SetupState = {
  /** Whether the first administrator is still to be made, by the link in the log. */
  readonly open: boolean
  /** The accounts of the demo network, which the sign-in page names; none elsewhere. */
  readonly demoAccounts: readonly { readonly name: string; readonly email: string }[]
  readonly production: boolean
}

// Whoever holds the link and comes second must not leave an account behind that nobody asked for.
let turn: Promise<unknown> = Promise.resolve()
function inTurn<Output>(work: () => Promise<Output>): Promise<Output> {
  const mine = turn.then(work)
  turn = mine.catch(() => undefined)
  return mine
}

async function complete(ctx: RequestContext, input: z.infer<typeof completeSetupInput>): Promise<{ signedIn: true }> {
  const limits = secretLimits(ctx.client.address)
  await ctx.identity.limits.take(limits)
  const personId = await inTurn(async () => {
    if (!(await fitsSetupLink(ctx.identity, input.secret))) throw notFound()
    return createAdministrator(ctx, input, input.secret)
  })
  await ctx.identity.limits.giveBack(limits)
  ctx.setCookie(await ctx.identity.sessions.open(personId, 'password', ctx.client))
  return { signedIn: true }
}

/** Procedures of `setup`: the first administrator's account. */
export const setupRouter = router({
  state: openProcedure.meta({ kind: 'open', name: 'setup.state' }).query(({ ctx }) =>
    answering(async (): Promise<SetupState> => {
      const [open, demoAccounts] = await Promise.all([
        isSetupOpen(ctx.identity),
        ctx.identity.production
          ? []
          : ctx.kernel.reads
              .selectFrom('person')
              .select(['name', 'email'])
              .where('demo', '=', true)
              .orderBy('created_at')
              .execute(),
      ])
      return { open, demoAccounts, production: ctx.identity.production }
    }),
  ),
  complete: openProcedure
    .meta({ kind: 'open', name: 'setup.complete' })
    .input(completeSetupInput)
    .mutation(({ ctx, input }) => answering(() => complete(ctx, input))),
})

import { answerInvitationInput, previewInvitationInput } from '@kolo/domain/sessions/sessions'
import { answering, mutation, openProcedure, router } from '../../transports/trpc/procedures.ts'
import { prepareAcceptance, previewInvitation } from './answer-invitation.ts'
import { acceptInvitation } from './commands/accept-invitation.ts'
import { revokeInvitation, sendInvitation } from './commands/send-invitation.ts'

/** Procedures of `invitations`. Secrets travel in bodies only, so the preview is a mutation too. */
export const invitationsRouter = router({
  send: mutation(sendInvitation),
  revoke: mutation(revokeInvitation),
  preview: openProcedure
    .meta({ kind: 'open', name: 'invitations.preview' })
    .input(previewInvitationInput)
    .mutation(({ ctx, input }) => answering(() => previewInvitation(ctx, input.secret))),
  accept: openProcedure
    .meta({ kind: 'open', name: 'invitations.accept' })
    .input(answerInvitationInput)
    .mutation(({ ctx, input }) =>
      answering(async (): Promise<{ signedIn: true }> => {
        const { opensAccount, ...request } = await prepareAcceptance(ctx, input)
        await ctx.kernel.execute(acceptInvitation, request)
        if (opensAccount)
          ctx.setCookie(await ctx.identity.sessions.open(request.sender.personId, 'password', ctx.client))
        return { signedIn: true }
      }),
    ),
})

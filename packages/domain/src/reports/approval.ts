import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { secretSchema } from '../sessions/sessions.ts'

const afterTheWindow = 14 * 86_400_000

/** Until when a letter's link opens: the end of the last day in time (UTC), or, where that has passed, two weeks from now. */
export function approvalEnds({ dueOn }: { readonly dueOn: string }, now: string): string {
  const windowEnds = `${dueOn}T23:59:59.999Z`
  return windowEnds > now ? windowEnds : new Date(Date.parse(now) + afterTheWindow).toISOString()
}

/** What whoever has the link of a letter asks with, and signs with. */
export const showApprovalInput = z.object({ secret: secretSchema })
export const approveByLinkInput = z.object({ secret: secretSchema, submissionId: idSchema })

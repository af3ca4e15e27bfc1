import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { secretSchema } from '../sessions/sessions.ts'
import { declineWordSchema } from './reports.ts'

const day = 86_400_000
const [least, otherwise] = [2 * day, 14 * day]

/** Until when a letter's link opens: the end of the last day in time (UTC), or two weeks where less than two days are left. */
export function approvalEnds({ dueOn }: { readonly dueOn: string }, now: string): string {
  const windowEnds = `${dueOn}T23:59:59.999Z`
  const later = (ms: number): string => new Date(Date.parse(now) + ms).toISOString()
  return windowEnds > later(least) ? windowEnds : later(otherwise)
}

/** What whoever has the link of a letter asks with, and signs with. */
export const showApprovalInput = z.object({ secret: secretSchema })
export const approveByLinkInput = z.object({ secret: secretSchema, submissionId: idSchema })
export const declineByLinkInput = z.object({ secret: secretSchema, word: declineWordSchema })

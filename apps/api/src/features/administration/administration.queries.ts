import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import { momentSchema } from '@kolo/domain/core/text'
import { unreviewedCatalogs } from '@kolo/i18n'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'

/** Refuses, as if there were nothing, whoever isn't an administrator of the network. */
async function administratorsOnly(db: Reads, personId: string): Promise<void> {
  const row = await db
    .selectFrom('space_member')
    .innerJoin('space', 'space.id', 'space_member.space_id')
    .select('space.id')
    .where('space.kind', '=', 'network')
    .where('space_member.person_id', '=', personId)
    .where('space_member.role', '=', 'administrator')
    .executeTakeFirst()
  if (!row) throw notFound()
}

/** One thing that somebody did: never what it said. */
export type AuditLine = {
  readonly at: string
  readonly commandId: string
  /** Null for the system itself. */
  readonly actor: string | null
  readonly command: string
  readonly spaces: readonly string[]
}
/** A page of the audit, newest first; `next` is where the next one begins. */
export type AuditPage = {
  readonly lines: readonly AuditLine[]
  readonly next: { at: string; commandId: string } | null
}

type AuditRow = { at: string; command_id: string; name: string; actor: string | null; spaces: string[] }

// What people do in their own space (read markers, drafts) is nobody's business.
const audit = (before: { at: string; commandId: string } | undefined, limit: number) => sql<AuditRow>`(
  select c.at, c.command_id, c.name, p.name as actor, s.titles as spaces
  from command_result c
  left join person p on p.id = c.actor_id
  cross join lateral (
    select array_agg(s.title order by n) as titles
    from jsonb_array_elements(c.outcome -> 'at') with ordinality as placed(place, n) join space s on s.id = (place ->> 'spaceId')::uuid
    where s.kind <> 'personal'
  ) s
  where s.titles is not null and c.outcome ->> 'status' = 'committed'
    and (${before?.at ?? null}::timestamptz is null
      or (c.at, c.command_id) < (${before?.at ?? null}::timestamptz, ${before?.commandId ?? null}::uuid))
  order by c.at desc, c.command_id desc
  limit ${limit}
)`

/** Who did what, where and when. */
export const auditTrail = query('administration.audit', {
  input: z.object({
    before: z.object({ at: momentSchema, commandId: idSchema }).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  async handle({ db, input, personId }): Promise<AuditPage> {
    await administratorsOnly(db, personId)
    const rows = await db
      .selectFrom(audit(input.before, input.limit).as('line'))
      .selectAll()
      .orderBy('at', 'desc')
      .orderBy('command_id', 'desc')
      .execute()
    const last = rows.length === input.limit ? rows.at(-1) : undefined
    return {
      lines: rows.map(({ at, command_id: commandId, name: command, actor, spaces }) => ({
        at,
        commandId,
        actor,
        command,
        spaces,
      })),
      next: last ? { at: last.at, commandId: last.command_id } : null,
    }
  },
})

/** The installation at a glance. */
export type Overview = {
  readonly people: number
  readonly organizations: number
  readonly projects: number
  readonly municipalities: number
  readonly systems: number
  readonly indicators: number
  readonly rollouts: number
  readonly openInvitations: number
  readonly mailWaiting: number
  readonly mailGivenUp: number
  readonly demo: boolean
  readonly unreviewed: readonly { readonly namespace: string; readonly rendition: string }[]
}

/** Counts, mail that didn't leave, and texts that no native reader has checked. */
export const overview = query('administration.overview', {
  input: z.object({}),
  async handle({ db, personId, now }): Promise<Overview> {
    await administratorsOnly(db, personId)
    const [counts, unreviewed] = await Promise.all([
      db
        .selectFrom('installation')
        .select(({ selectFrom }) => {
          const count = sql<number>`count(*)`.as('count')
          const mail = selectFrom('mail_delivery').select(count).where('sent_at', 'is', null)
          return [
            'demo',
            selectFrom('person').select(count).where('disabled_at', 'is', null).as('people'),
            selectFrom('organization').select(count).as('organizations'),
            selectFrom('project').select(count).as('projects'),
            selectFrom('municipality').select(count).as('municipalities'),
            selectFrom('system').select(count).as('systems'),
            selectFrom('indicator').select(count).as('indicators'),
            selectFrom('rollout').select(count).as('rollouts'),
            selectFrom('invitation')
              .select(count)
              .where('accepted_at', 'is', null)
              .where('revoked_at', 'is', null)
              .where('expires_at', '>', now)
              .as('openInvitations'),
            mail.where('given_up_at', 'is', null).as('mailWaiting'),
            mail.where('given_up_at', 'is not', null).as('mailGivenUp'),
          ]
        })
        .executeTakeFirstOrThrow(),
      unreviewedCatalogs(),
    ])
    const { demo, people, organizations, projects, rollouts, openInvitations, mailWaiting, mailGivenUp } = counts
    const { municipalities, systems, indicators } = counts
    return {
      demo,
      people: people ?? 0,
      organizations: organizations ?? 0,
      projects: projects ?? 0,
      municipalities: municipalities ?? 0,
      systems: systems ?? 0,
      indicators: indicators ?? 0,
      rollouts: rollouts ?? 0,
      openInvitations: openInvitations ?? 0,
      mailWaiting: mailWaiting ?? 0,
      mailGivenUp: mailGivenUp ?? 0,
      unreviewed,
    }
  },
})

/** A mail of development. */
export type MailboxMail = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly at: string
}

/** The newest mail of development's mailbox. */
export const mailboxMail = query('administration.mailbox', {
  input: z.object({}),
  async handle({ db, personId }): Promise<MailboxMail[]> {
    await administratorsOnly(db, personId)
    return db
      .selectFrom('mailbox')
      .select(['id', 'recipient', 'subject', 'text', 'at'])
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(100)
      .execute()
  },
})

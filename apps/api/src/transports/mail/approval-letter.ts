import { createFormat, createTranslator, langOf, municipalityName, systemName } from '@kolo/i18n'
import { newSecret, secretHash } from '../../credentials/secrets.ts'
import { rolloutAbout } from '../../features/reports/approval-by-link.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { type Delivery, type Desk, messageIdOf, renditionOf } from './desk.ts'
import { layOut } from './layout.ts'
import type { Letter } from './mailer.ts'

/** Asks the approver to sign a report; none where its text is another by now, or it is signed. */
export async function approvalLetter(desk: Desk, { key, subject_id: id }: Delivery): Promise<Letter | undefined> {
  const secret = newSecret()
  // A letter that is written again has another secret: only the newest link works.
  const row = await desk.db
    .updateTable('approval_link')
    .from('report')
    .innerJoin('report_draft', 'report_draft.report_id', 'report.id')
    .innerJoin('person', (join) => join.onTrue())
    .innerJoin('space_member', (join) =>
      join
        .onRef('space_member.space_id', '=', 'report.municipality_space_id')
        .onRef('space_member.person_id', '=', 'person.id'),
    )
    .set({ secret_hash: secretHash(secret) })
    .whereRef('report.id', '=', 'approval_link.report_id')
    .whereRef('person.id', '=', 'approval_link.person_id')
    .where('approval_link.id', '=', id)
    .where('approval_link.used_at', 'is', null)
    .where('approval_link.expires_at', '>', desk.now())
    .where('report_draft.state', '=', 'awaitingApproval')
    .where('person.disabled_at', 'is', null)
    .where('space_member.role', '=', 'approver')
    .returning(['person.name', 'person.email', 'person.rendition', 'approval_link.expires_at'])
    .returning([
      'report.rollout_id as rolloutId',
      'report.period_start as periodStart',
      'report.period_end as periodEnd',
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const rendition = renditionOf(row.rendition)
  const [t, format] = [await createTranslator(rendition, ['mail', 'systems']), createFormat(rendition, 'UTC')]
  const { system, municipality } = await rolloutAbout(desk.db as unknown as Reads, row.rolloutId)
  const title = `${systemName(t, system)} · ${municipalityName(rendition, municipality)}`
  const content = layOut(langOf(rendition), {
    greeting: t('mail:greeting', { person: row.name }),
    paragraphs: [`${title}, ${format.period(row)}.`, t('mail:reportApprovalBody')],
    link: { label: t('mail:reportApprovalButton'), url: `${desk.publicUrl}/approve#${secret}` },
    asText: t('mail:linkAsText'),
    footnotes: [t('mail:reportApprovalExpiry', { date: format.date(row.expires_at, 'long') })],
  })
  const to = { name: row.name, address: row.email }
  return { to, subject: t('mail:reportApprovalSubject', { title }), messageId: messageIdOf(desk, key), ...content }
}

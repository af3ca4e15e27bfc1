import { createFormat, createTranslator, langOf } from '@kolo/i18n'
import { newSecret, secretHash } from '../../credentials/secrets.ts'
import { approvalLetter } from './approval-letter.ts'
import { type Delivery, type Desk, messageIdOf, renditionOf } from './desk.ts'
import { layOut } from './layout.ts'
import type { Letter } from './mailer.ts'
import { reminderLetter } from './reminder-letter.ts'

/** How long a link for signing in works. */
const linkMinutes = 10

/** Writes the letter of a delivery, with a secret of its own; undefined where nobody should get it any more. */
export const letterFor = (desk: Desk, delivery: Delivery): Promise<Letter | undefined> =>
  writers[delivery.kind](desk, delivery)

const writers = {
  invitation: invitationLetter,
  signInLink: signInLetter,
  reportReminder: reminderLetter,
  approvalAsked: approvalLetter,
} as const

async function invitationLetter(desk: Desk, { key, subject_id: id }: Delivery): Promise<Letter | undefined> {
  const secret = newSecret()
  // A letter that is written again has another secret: only the newest link works.
  const row = await desk.db
    .updateTable('invitation')
    .from('project')
    .innerJoin('organization', (join) => join.onTrue())
    .set({ secret_hash: secretHash(secret) })
    .whereRef('project.id', '=', 'invitation.project_id')
    .whereRef('organization.id', '=', 'invitation.organization_id')
    .where('invitation.id', '=', id)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.expires_at', '>', desk.now())
    .returning([
      'invitation.email',
      'invitation.name',
      'invitation.rendition',
      'invitation.seat',
      'invitation.expires_at',
      'invitation.sent_by',
      'project.name as project',
      'organization.name as organization',
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const sender = await desk.db.selectFrom('person').select('name').where('id', '=', row.sent_by).executeTakeFirst()
  const rendition = renditionOf(row.rendition)
  const t = await createTranslator(rendition, ['mail', 'roles', 'core'])
  const { project, organization } = row
  const content = layOut(langOf(rendition), {
    greeting: t('mail:greeting', { person: row.name }),
    paragraphs: [
      t('mail:invitationIntro', { person: sender?.name ?? t('core:appName'), project }),
      t('mail:invitationRole', { role: t(`roles:${row.seat}`), organization }),
    ],
    link: { label: t('mail:invitationButton'), url: `${desk.publicUrl}/invitations#${secret}` },
    asText: t('mail:linkAsText'),
    footnotes: [
      t('mail:invitationExpiry', { date: createFormat(rendition, 'UTC').date(row.expires_at, 'long') }),
      t('mail:ignore'),
    ],
  })
  const to = { name: row.name, address: row.email }
  return { to, subject: t('mail:invitationSubject', { project }), messageId: messageIdOf(desk, key), ...content }
}

async function signInLetter(
  desk: Desk,
  { key, subject_id: personId, requested_at: requestedAt }: Delivery,
): Promise<Letter | undefined> {
  const expiresAt = new Date(Date.parse(requestedAt) + linkMinutes * 60_000).toISOString()
  const now = desk.now()
  if (expiresAt <= now) return undefined
  const person = await desk.db
    .selectFrom('person')
    .select(['name', 'email', 'rendition'])
    .where('id', '=', personId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!person) return undefined
  const secret = newSecret()
  await desk.db.deleteFrom('auth_link').where('expires_at', '<=', now).execute()
  await desk.db
    .insertInto('auth_link')
    .values({ secret_hash: secretHash(secret), person_id: personId, expires_at: expiresAt })
    .execute()
  const rendition = renditionOf(person.rendition)
  const t = await createTranslator(rendition, ['mail'])
  const content = layOut(langOf(rendition), {
    greeting: t('mail:greeting', { person: person.name }),
    paragraphs: [t('mail:signInIntro')],
    link: { label: t('mail:signInButton'), url: `${desk.publicUrl}/sign-in/link#${secret}` },
    asText: t('mail:linkAsText'),
    footnotes: [t('mail:signInExpiry', { minutes: linkMinutes }), t('mail:ignore')],
  })
  const to = { name: person.name, address: person.email }
  return { to, subject: t('mail:signInSubject'), messageId: messageIdOf(desk, key), ...content }
}

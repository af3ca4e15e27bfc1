import { createFormat, createTranslator, langOf } from '@kolo/i18n'
import { reportReminders } from '../../features/reports/reminders.queries.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { type Delivery, type Desk, messageIdOf, renditionOf } from './desk.ts'
import { layOut } from './layout.ts'
import type { Letter } from './mailer.ts'

/** One letter about all reports of which the person is reminded that day; none where they were handed in meanwhile. */
export async function reminderLetter(
  desk: Desk,
  { key, subject_id: personId, requested_at: requestedAt }: Delivery,
): Promise<Letter | undefined> {
  const day = requestedAt.slice(0, 10)
  const reports = (await reportReminders(desk.db as unknown as Reads, day)).filter(
    (report) => report.personId === personId,
  )
  const person = await desk.db
    .selectFrom('person')
    .select(['name', 'email', 'rendition'])
    .where('id', '=', personId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  const [first, ...others] = reports
  if (!first || !person) return undefined
  const rendition = renditionOf(person.rendition)
  const [t, format] = [await createTranslator(rendition, ['mail']), createFormat(rendition, 'UTC')]
  const isAlone = others.length === 0
  const lines = reports.map(({ title, dueOn, ...days }) => {
    const said = { title, period: format.period(days), date: format.date(dueOn, 'long') }
    return dueOn < day ? t('mail:reminderLate', said) : t('mail:reminder', said)
  })
  const page = isAlone ? `/spaces/${first.municipalitySpaceId}/reports/${first.reportId}` : '/reports'
  const content = layOut(langOf(rendition), {
    greeting: t('mail:greeting', { person: person.name }),
    paragraphs: [t('mail:reminderIntro'), ...lines, t('mail:reminderEffort')],
    link: { label: t('mail:open'), url: `${desk.publicUrl}${page}` },
    asText: t('mail:linkAsText'),
    footnotes: [t('mail:reminderWhy')],
  })
  const subject = isAlone ? t('mail:reportDueSubject', first) : t('mail:reportsDueSubject', { count: reports.length })
  return { to: { name: person.name, address: person.email }, subject, messageId: messageIdOf(desk, key), ...content }
}

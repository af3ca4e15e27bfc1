import type { Draft } from '@kolo/domain/reports/reports'
import { Notice } from '@kolo/ui'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'

/** What the approver said who sent the draft back, above the form. */
export function Declined({ draft: { declined } }: { readonly draft: Pick<Draft, 'declined'> }) {
  const { t, format } = useTexts('reports')
  const { lookup } = usePeople()
  if (!declined) return null
  const by = { person: lookup(declined.declinedBy).name, date: format.dateTime(declined.declinedAt) }
  return (
    <Notice tone="attention" isLive title={t('reports:declinedBy', by)}>
      <p className="break-words whitespace-pre-line">{declined.word}</p>
    </Notice>
  )
}

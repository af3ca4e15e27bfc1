import { contactsConfirm } from '@kolo/domain/municipalities/contacts.decide'
import { Button, Notice } from '@kolo/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import type { Outputs } from '../../lib/trpc.ts'

type Profile = Outputs['municipalities']['byId']
type Props = { readonly profile: Profile; readonly contacts: NonNullable<Profile['contacts']> }

/** Whether the people in the seats are still the right ones: asked of themselves once a quarter, told to everybody else. */
export function ContactsLine({ profile, contacts }: Props) {
  const { t, format } = useTexts('municipalities')
  const { lookup } = usePeople()
  const { confirmedAt, confirmedBy, standing } = contacts
  if (standing !== 'confirmed' && profile.spaceId) return <Question profile={profile} spaceId={profile.spaceId} />
  const said =
    confirmedAt && confirmedBy
      ? t('municipalities:contactsConfirmed', { date: format.date(confirmedAt), person: lookup(confirmedBy).name })
      : t('municipalities:contactsNever')
  return (
    <p className="border-t px-4 py-2 text-sm text-muted">
      {standing === 'overdue' && (
        <span className="font-medium text-attention">{t('municipalities:contactsOverdue')} · </span>
      )}
      {said}
    </p>
  )
}

function Question({ profile, spaceId }: { profile: Profile; spaceId: string }) {
  const { t } = useTexts('municipalities')
  const send = useSend()
  const told = useTold()
  const queries = useQueryClient()
  const [isSending, setSending] = useState(false)
  const confirm = async () => {
    setSending(true)
    const input = { spaceId, organizationId: profile.organization?.id ?? '' }
    const isDone = await told(send(contactsConfirm, 'municipalities.confirmContacts', input), {
      text: t('municipalities:contactsThanks'),
    })
    if (isDone) await queries.invalidateQueries()
    setSending(false)
  }
  return (
    <div className="border-t p-3">
      <Notice title={t('municipalities:contactsAsk')}>
        <p>{t('municipalities:contactsAskAbout')}</p>
        <Button variant="primary" icon={Check} isPending={isSending} onPress={() => void confirm()} className="mt-2">
          {t('municipalities:contactsYes')}
        </Button>
      </Notice>
    </div>
  )
}

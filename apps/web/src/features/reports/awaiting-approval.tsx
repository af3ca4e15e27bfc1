import type { ApprovalAsked, Draft } from '@kolo/domain/reports/reports'
import { reportDeclineApproval } from '@kolo/domain/reports/decline.decide'
import { can } from '@kolo/domain/reports/reports.policy'
import { reportApprove } from '@kolo/domain/reports/submit.decide'
import { uuidv7 } from '@kolo/sync'
import { Button, Notice } from '@kolo/ui'
import { Pencil, Stamp, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useSend, useSpace } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { ContentView } from './content-view.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { useLeaving } from './use-leaving.ts'

type Props = {
  readonly draft: Draft
  readonly asked: ApprovalAsked
  /** Goes back to the form. */
  onChange(): void
}

/** What lies before the approver: read and signed by them, looked at or taken back by those who wrote it. */
export function AwaitingApproval({ draft, asked, onChange }: Props) {
  const { t, format } = useTexts('reports')
  const { lookup } = usePeople()
  const { me } = useSpace(draft.municipalitySpaceId)
  const send = useSend()
  const told = useTold()
  const isLeaving = useLeaving(draft)
  const approve = () => {
    const key = { spaceId: draft.municipalitySpaceId, reportId: draft.id }
    void told(send(reportApprove, 'reports.approve', { ...key, submissionId: uuidv7(), sha256: asked.sha256 }))
  }
  const [isDeclining, setDeclining] = useState(false)
  const decline = (word: string) => {
    const key = { spaceId: draft.municipalitySpaceId, reportId: draft.id }
    void told(send(reportDeclineApproval, 'reports.declineApproval', { ...key, sha256: asked.sha256, word }))
  }
  const sent = t('reports:approvalAskedBy', {
    person: lookup(asked.askedBy).name,
    date: format.dateTime(asked.askedAt),
  })
  return (
    <>
      <Notice tone={can.approve(me) ? 'attention' : 'neutral'} isLive title={t('reports:awaitingApproval')}>
        <p>{sent}</p>
        <p>{t(can.approve(me) ? 'reports:approveHere' : 'reports:awaitingApprovalAbout')}</p>
      </Notice>
      <ContentView assignment={draft} content={asked.content} />
      <div className="sticky bottom-0 z-10 -mx-4 print:hidden flex flex-wrap items-center justify-end gap-2 border-t bg-canvas px-4 py-3 max-sm:*:grow">
        {can.draft(me) && (
          <Button icon={Pencil} onPress={onChange}>
            {t('reports:changeAgain')}
          </Button>
        )}
        {can.approve(me) && (
          <Button icon={Undo2} onPress={() => setDeclining(true)}>
            {t('reports:disapprove')}
          </Button>
        )}
        {can.approve(me) && (
          <Button
            variant="primary"
            icon={Stamp}
            onPress={approve}
            isPending={isLeaving}
            pendingLabel={t('reports:submitting')}
          >
            {t('reports:approveAndSubmit')}
          </Button>
        )}
      </div>
      <DeclineDialog isOpen={isDeclining} onOpenChange={setDeclining} onDecline={decline} />
    </>
  )
}

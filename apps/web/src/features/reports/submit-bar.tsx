import { isBlank } from '@kolo/domain/indicators/values'
import { factKey } from '@kolo/domain/reports/facts'
import { type DraftContent, type DraftSurroundings, factsToTell, valueIn } from '@kolo/domain/reports/report-content'
import type { Draft } from '@kolo/domain/reports/reports'
import { can } from '@kolo/domain/reports/reports.policy'
import { reportAskApproval, reportSubmit } from '@kolo/domain/reports/submit.decide'
import { uuidv7 } from '@kolo/sync'
import { Button, Dialog, Facts, HealthBadge, type SavingState, StatusPill } from '@kolo/ui'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { useSend, useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { unsentText } from '../../lib/unsent-text.ts'
import type { WrittenDraft } from './use-draft.ts'
import { useLeaving } from './use-leaving.ts'

type Props = {
  readonly draft: Draft
  readonly written: WrittenDraft
  readonly surroundings: DraftSurroundings
  /** Shows what is missing; says whether anything is. */
  checkComplete(): boolean
  /** It lies before the approver, or does so still. */
  onAsked(): void
}

/** At the foot of the form, in reach of the thumb: whether everything is saved, and the way out. */
export function SubmitBar({ draft, written, surroundings, checkComplete, onAsked }: Props) {
  const { t } = useTexts('reports')
  const [asking, setAsking] = useState(false)
  const way = useWay(draft)
  const isUnderWay = useLeaving(draft)
  const ask = () => {
    written.flush()
    if (checkComplete()) setAsking(true)
  }
  return (
    <div className="sticky bottom-0 z-10 -mx-4 print:hidden mt-2 flex items-center gap-3 border-t bg-canvas px-4 py-3">
      <span className="min-w-0 flex-1">
        <SavingLine written={written} isUntouched={draft.savedAt === null} />
      </span>
      <Button
        variant="primary"
        icon={Send}
        onPress={ask}
        isPending={isUnderWay}
        pendingLabel={t('reports:submitting')}
        isDisabled={written.clashes.size > 0}
      >
        {t(`reports:${way}`)}
      </Button>
      {asking && (
        <SubmitDialog
          draft={draft}
          content={written.content}
          surroundings={surroundings}
          onClose={() => setAsking(false)}
          onAsked={onAsked}
        />
      )}
    </div>
  )
}

/** How the report leaves: signed by the approver where the project asks for it. */
function useWay(draft: Draft): 'submit' | 'askApproval' | 'approveAndSubmit' {
  const { me } = useSpace(draft.municipalitySpaceId)
  if (!draft.needsApproval) return 'submit'
  return can.approve(me) ? 'approveAndSubmit' : 'askApproval'
}

type SavingLineProps = { readonly written: Pick<WrittenDraft, 'saving' | 'held'>; readonly isUntouched: boolean }

function SavingLine({ written: { saving, held }, isUntouched }: SavingLineProps) {
  const { t } = useTexts('reports', 'core', 'errors')
  if (saving === 'saved' && isUntouched) return null
  const labels: Record<SavingState, string> = {
    saving: t('core:saving'),
    saved: t('reports:draftSaved'),
    waiting: held ? unsentText(t, { ...held, state: 'waiting' }) : t('reports:waiting'),
    refused: t('reports:fieldChanged'),
  }
  return <StatusPill state={saving} label={labels[saving]} />
}

type SubmitDialogProps = Pick<Props, 'draft' | 'surroundings' | 'onAsked'> & {
  readonly content: DraftContent
  onClose(): void
}

function SubmitDialog({ draft, content, surroundings, onClose, onAsked }: SubmitDialogProps) {
  const { t, format } = useTexts('reports', 'core', 'rollouts', 'indicators')
  const send = useSend()
  const told = useTold()
  const way = useWay(draft)
  const shown = surroundings.facts.map(factKey)
  const submit = () => {
    onClose()
    const input = { spaceId: draft.municipalitySpaceId, reportId: draft.id, facts: shown }
    if (way === 'askApproval') {
      const asked = told(send(reportAskApproval, 'reports.askApproval', input))
      void asked.then((isAsked) => isAsked && onAsked())
      return
    }
    const seen = way === 'approveAndSubmit' ? { revisions: draft.revisions as Readonly<Record<string, string>> } : {}
    void told(send(reportSubmit, 'reports.submit', { ...input, ...seen, submissionId: uuidv7() }))
  }
  const filled = draft.indicators.filter((indicator) => !isBlank(valueIn(content, indicator))).length
  const facts = content.nothingToReport
    ? [{ label: t('reports:period'), value: format.period(draft) }]
    : [
        { label: t('reports:period'), value: format.period(draft) },
        {
          label: t('reports:health'),
          value: content.health && <HealthBadge health={content.health} label={t(`rollouts:${content.health}`)} />,
        },
        { label: t('reports:progress'), value: content.progress !== null && format.percent(content.progress / 100) },
        { label: t('reports:recorded'), value: format.number(factsToTell(content, surroundings.facts).length) },
        {
          label: t('reports:indicators'),
          value: t('reports:filledIn', { done: filled, total: draft.indicators.length }),
        },
      ]
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="sm"
      title={t(way === 'askApproval' ? 'reports:askApproval' : 'reports:submitTitle')}
      description={t(way === 'askApproval' ? 'reports:askApprovalConfirm' : 'reports:submitConfirm')}
      closeLabel={t('core:close')}
      footer={
        <>
          <Button onPress={onClose}>{t('core:cancel')}</Button>
          <Button variant="primary" onPress={submit}>
            {t(`reports:${way}`)}
          </Button>
        </>
      }
    >
      {content.nothingToReport && <p className="font-medium">{t('reports:nothingToReport')}</p>}
      <Facts facts={facts} />
    </Dialog>
  )
}

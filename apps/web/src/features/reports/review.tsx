import type { FieldKey } from '@kolo/domain/reports/report-content'
import { reportAccept, reportReturn } from '@kolo/domain/reports/reports.decide'
import type { Report, Submission } from '@kolo/domain/reports/reports'
import { Button, ConfirmDialog, TextArea } from '@kolo/ui'
import { Check, MessageSquarePlus, Undo2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { ContentView } from './content-view.tsx'
import { fieldName } from './report-texts.ts'
import { useReviewComments } from './review-comments.ts'

type Props = { readonly report: Report; readonly submission: Submission; readonly before: Submission | undefined }

/** The coordinator reads a submission, comments on what is to be mended, and returns or accepts it. */
export function Review({ report, submission, before }: Props) {
  const { t } = useTexts('reports', 'indicators')
  const review = useReviewComments(submission.id)
  return (
    <div className="flex flex-col gap-5">
      <p className="text-muted">{t('reports:reviewHint')}</p>
      <ContentView
        assignment={report}
        content={submission.content}
        before={before?.content}
        atField={(field) => (
          <CommentField
            name={fieldName(t, field, report)}
            body={review.comments[field]}
            onChange={(body) => review.write(field, body)}
          />
        )}
      />
      <Verdict report={report} submission={submission} comments={review.ready} onReturned={review.clear} />
    </div>
  )
}

type CommentFieldProps = {
  readonly name: string
  readonly body: string | undefined
  onChange(body: string | undefined): void
}

function CommentField({ name, body, onChange }: CommentFieldProps) {
  const { t } = useTexts('reports')
  if (body === undefined) {
    return (
      <Button
        variant="plain"
        size="sm"
        icon={MessageSquarePlus}
        onPress={() => onChange('')}
        aria-label={t('reports:commentOnFieldOf', { field: name })}
        className="-ml-2 w-fit text-muted"
      >
        {t('reports:commentOnField')}
      </Button>
    )
  }
  return <OpenComment name={name} body={body} onChange={onChange} />
}

function OpenComment({ name, body, onChange }: CommentFieldProps & { readonly body: string }) {
  const { t } = useTexts('reports', 'core')
  const input = useRef<HTMLTextAreaElement>(null)
  // Just opened by its button: one writes at once.
  const isFresh = useRef(body === '')
  useEffect(() => {
    if (isFresh.current) input.current?.focus()
  }, [])
  return (
    <div className="flex flex-wrap items-end gap-2 border-l-2 border-attention pl-3">
      <TextArea
        label={t('reports:commentOn', { field: name })}
        value={body}
        onChange={onChange}
        rows={2}
        maxLength={2_000}
        inputRef={input}
        className="max-w-prose flex-1 basis-60"
      />
      <Button variant="plain" size="sm" icon={X} onPress={() => onChange(undefined)}>
        {t('core:remove')}
      </Button>
    </div>
  )
}

type VerdictProps = Pick<Props, 'report' | 'submission'> & {
  readonly comments: readonly { readonly field: FieldKey; readonly body: string }[]
  onReturned(): void
}

function Verdict({ report, submission, comments, onReturned }: VerdictProps) {
  const { t } = useTexts('reports', 'core')
  const send = useSend()
  const told = useTold()
  const [isAccepting, setAccepting] = useState(false)
  const key = { spaceId: report.rolloutSpaceId, reportId: report.id, submissionId: submission.id }
  const giveBack = async () => {
    const answer = send(reportReturn, 'reports.return', { ...key, comments: [...comments] })
    if (await told(answer)) onReturned()
  }
  const accept = () => {
    setAccepting(false)
    void told(send(reportAccept, 'reports.accept', key))
  }
  return (
    <div className="sticky bottom-0 z-10 -mx-4 print:hidden flex flex-wrap items-center justify-end gap-2 border-t bg-canvas px-4 py-3">
      <span className="flex-1 text-sm text-muted">{comments.length === 0 && t('reports:commentToReturn')}</span>
      <Button icon={Undo2} isDisabled={comments.length === 0} onPress={() => void giveBack()}>
        {comments.length === 0 ? t('reports:return') : t('reports:returnWith', { count: comments.length })}
      </Button>
      <Button variant="primary" icon={Check} isDisabled={comments.length > 0} onPress={() => setAccepting(true)}>
        {t('reports:accept')}
      </Button>
      <ConfirmDialog
        isOpen={isAccepting}
        onOpenChange={setAccepting}
        title={t('reports:acceptTitle')}
        confirmLabel={t('reports:accept')}
        cancelLabel={t('core:cancel')}
        onConfirm={accept}
      >
        {t('reports:acceptConfirm')}
      </ConfirmDialog>
    </div>
  )
}

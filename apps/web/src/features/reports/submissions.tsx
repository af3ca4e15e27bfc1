import type { Report, Submission } from '@kolo/domain/reports/reports'
import { Disclosure } from '@kolo/ui'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { ContentView } from './content-view.tsx'

/** What was handed in, newest first: the last one open, those before behind a line each. */
export function Submissions({ report, isEarlierOnly = false }: { report: Report; isEarlierOnly?: boolean }) {
  const [last, ...earlier] = report.submissions.toReversed()
  return (
    <div className="flex flex-col gap-4">
      {last && !isEarlierOnly && (
        <>
          <Facts report={report} submission={last} />
          <ContentView
            assignment={report}
            content={last.content}
            before={earlier[0]?.content}
            comments={last.comments}
          />
        </>
      )}
      {earlier.map((submission) => (
        <Earlier key={submission.id} report={report} submission={submission} />
      ))}
    </div>
  )
}

function Earlier({ report, submission }: { report: Report; submission: Submission }) {
  const { t } = useTexts('reports')
  return (
    <Disclosure title={t('reports:submission', { number: submission.number })}>
      <div className="flex flex-col gap-4 py-2">
        <Facts report={report} submission={submission} />
        <ContentView assignment={report} content={submission.content} comments={submission.comments} />
      </div>
    </Disclosure>
  )
}

function Facts({ report, submission }: { report: Report; submission: Submission }) {
  const { t, format } = useTexts('reports')
  const { lookup } = usePeople()
  const say = (personId: string, at: string) => ({ person: lookup(personId).name, date: format.dateTime(at) })
  const isLast = submission.id === report.submissions.at(-1)?.id
  return (
    <div className="flex flex-col gap-0.5 border-b pb-3 text-sm text-muted">
      <span>{t('reports:submittedBy', say(submission.submittedBy, submission.submittedAt))}</span>
      {submission.returnedBy && submission.returnedAt && (
        <span>{t('reports:returnedBy', say(submission.returnedBy, submission.returnedAt))}</span>
      )}
      {isLast && report.acceptedBy && report.acceptedAt && (
        <span>{t('reports:acceptedBy', say(report.acceptedBy, report.acceptedAt))}</span>
      )}
      <span className="font-mono text-xs wrap-anywhere">
        {t('reports:checksum', { sha256: submission.sha256.slice(0, 16) })}
      </span>
    </div>
  )
}

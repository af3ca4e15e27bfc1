import type { ReportState } from '@kolo/domain/reports/report-state'
import { Badge, type Tone } from '@kolo/ui'
import { CircleCheck, CircleDashed, Clock, type LucideIcon, Pencil, Send, Stamp, Undo2 } from 'lucide-react'
import { useTexts } from '../../lib/texts.tsx'

const looks: Readonly<Record<ReportState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  notYetDue: { tone: 'neutral', icon: CircleDashed },
  due: { tone: 'action', icon: Clock },
  inProgress: { tone: 'action', icon: Pencil },
  awaitingApproval: { tone: 'attention', icon: Stamp },
  submitted: { tone: 'action', icon: Send },
  returned: { tone: 'attention', icon: Undo2 },
  accepted: { tone: 'success', icon: CircleCheck },
}

/** Where a report stands, by word, sign and colour; that it is overdue comes first. */
export function ReportBadge({ state, overdue = false }: { state: ReportState; overdue?: boolean }) {
  const { t } = useTexts('reports')
  const { tone, icon } = looks[state]
  return (
    <span className="inline-flex flex-wrap gap-1">
      {overdue && (
        <Badge tone="danger" icon={Clock}>
          {t('reports:overdue')}
        </Badge>
      )}
      {!(overdue && state === 'due') && (
        <Badge tone={tone} icon={icon}>
          {t(`reports:${state}`)}
        </Badge>
      )}
    </span>
  )
}

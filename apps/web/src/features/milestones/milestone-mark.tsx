import { daysBetween } from '@kolo/domain/core/days'
import { type Milestone, type MilestoneStanding, standingOf } from '@kolo/domain/milestones/milestones'
import type { OutboxItem } from '@kolo/sync'
import { Checkbox, classNames, IconButton, Menu, MenuItem } from '@kolo/ui'
import { Circle, CircleCheck, Clock, Ellipsis, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { unsentText } from '../../lib/unsent-text.ts'
import type { MilestoneCommands } from './milestones.data.ts'

type Props = {
  readonly milestone: Milestone
  /** The calendar day here. */
  readonly today: string
  /** Its change that waits for the network, or for the server. */
  readonly waiting: OutboxItem | undefined
  /** Left out: one looks on. */
  readonly commands: MilestoneCommands | undefined
  readonly onChange: () => void
}

const edges: Readonly<Record<MilestoneStanding, string>> = {
  reached: 'border-action',
  reachedLate: 'border-action',
  late: 'border-danger',
  ahead: 'border-line',
}

/** One milestone on the line of time: ticked as it is reached. On a phone the line runs down, else across. */
export function MilestoneMark({ milestone, today, waiting, commands, onChange }: Props) {
  const { t } = useTexts('milestones', 'core', 'errors')
  const standing = standingOf(milestone, today)
  const isReached = milestone.reachedOn !== null
  const facts = (
    <>
      <Standing milestone={milestone} standing={standing} today={today} />
      {waiting && (
        <span className="flex items-center gap-1 text-xs text-attention">
          <Clock size={12} aria-hidden className="shrink-0" />
          {unsentText(t, waiting)}
        </span>
      )}
    </>
  )
  return (
    <li
      className={classNames(
        'flex min-w-0 items-start gap-1 border-l-4 py-2 pl-3 sm:border-t-4 sm:border-l-0 sm:pr-1 sm:pl-0',
        edges[standing],
      )}
    >
      {commands ? (
        <>
          <Checkbox
            isSelected={isReached}
            onChange={(isSelected) => commands.reach(milestone, isSelected ? today : null)}
            description={facts}
            className="min-w-0 flex-1"
          >
            <span className="wrap-anywhere">{milestone.name}</span>
          </Checkbox>
          <Actions milestone={milestone} commands={commands} onChange={onChange} />
        </>
      ) : (
        <LookedOn milestone={milestone}>{facts}</LookedOn>
      )}
    </li>
  )
}

function LookedOn({ milestone, children }: { readonly milestone: Milestone; readonly children: ReactNode }) {
  const Sign = milestone.reachedOn === null ? Circle : CircleCheck
  return (
    <span className="flex min-w-0 gap-2">
      <Sign size={18} aria-hidden className="mt-px shrink-0 text-muted" />
      <span className="flex min-w-0 flex-col gap-1 text-sm text-muted">
        <span className="text-base wrap-anywhere text-text">{milestone.name}</span>
        {children}
      </span>
    </span>
  )
}

type StandingProps = Pick<Props, 'milestone' | 'today'> & { readonly standing: MilestoneStanding }

/** When it is due or was reached, and in words that it is late. */
function Standing({ milestone: { dueOn, reachedOn, reachedBy }, standing, today }: StandingProps) {
  const { t, format } = useTexts('milestones')
  const { lookup } = usePeople()
  const due = t('milestones:due', { date: format.date(dueOn) })
  if (reachedOn === null)
    return (
      <span className="flex flex-col">
        <span>{due}</span>
        {standing === 'late' && (
          <span className="flex items-start gap-1 font-medium text-danger">
            <TriangleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
            {t('milestones:late', { days: format.number(daysBetween(dueOn, today)) })}
          </span>
        )}
      </span>
    )
  const isLate = standing === 'reachedLate'
  return (
    <span className="flex flex-col">
      <span>{t(isLate ? 'milestones:reachedLate' : 'milestones:reached', { date: format.date(reachedOn) })}</span>
      {isLate && <span>{due}</span>}
      {reachedBy !== null && <span>{t('milestones:by', { person: lookup(reachedBy).name })}</span>}
    </span>
  )
}

type ActionsProps = {
  readonly milestone: Milestone
  readonly commands: MilestoneCommands
  readonly onChange: () => void
}

function Actions({ milestone, commands, onChange }: ActionsProps) {
  const { t } = useTexts('milestones')
  const label = t('milestones:actions', { name: milestone.name })
  return (
    <span className="shrink-0 print:hidden">
      <Menu label={label} trigger={<IconButton icon={Ellipsis} size="sm" label={label} />}>
        <MenuItem icon={Pencil} onAction={onChange}>
          {t('milestones:changeItem')}
        </MenuItem>
        <MenuItem icon={Trash2} tone="danger" onAction={() => commands.remove(milestone)}>
          {t('milestones:remove')}
        </MenuItem>
      </Menu>
    </span>
  )
}

import { stageName } from '@kolo/i18n'
import { daysBetween } from '@kolo/domain/core/days'
import { isLate } from '@kolo/domain/stages/stages'
import { classNames } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { useTexts } from '../../lib/texts.tsx'
import type { Overview, RibbonStage } from './projects.data.ts'
import { stageLooks } from './stage-look.ts'

type Props = {
  readonly stage: RibbonStage
  readonly number: number
  readonly total: number
  readonly lead: Overview['organizations'][number] | undefined
  readonly today: string
  readonly part: Overview['part']
}

const notch = '0.75rem'
const pointed = `calc(100% - ${notch}) 0, 100% 50%, calc(100% - ${notch}) 100%`
const shapes = {
  first: `polygon(0 0, ${pointed}, 0 100%)`,
  middle: `polygon(0 0, ${pointed}, 0 100%, ${notch} 50%)`,
  last: `polygon(0 0, 100% 0, 100% 100%, 0 100%, ${notch} 50%)`,
}

/** One segment of the ribbon: opens the stage's space, or says why it can't be opened. */
export function StageSegment(props: Props) {
  const { stage, number, total } = props
  const shape = number === 1 ? 'first' : number === total ? 'last' : 'middle'
  const look = classNames(
    'relative flex w-full min-w-0 flex-col gap-1 py-3 pr-6',
    shape === 'first' ? 'pl-4' : 'pl-6',
    stageLooks[stage.state].segment,
  )
  // What is outside of the shape isn't drawn, so the ring of focus lies inside.
  const focus = 'outline-offset-[-6px] focus-visible:outline-current hover:brightness-[0.97]'
  const style = { clipPath: shapes[shape] }
  return stage.spaceId === null ? (
    <div style={style} className={look}>
      <SegmentFacts {...props} />
    </div>
  ) : (
    <Link
      to="/spaces/$spaceId/overview"
      params={{ spaceId: stage.spaceId }}
      style={style}
      className={classNames(look, focus)}
    >
      <SegmentFacts {...props} />
    </Link>
  )
}

function SegmentFacts({ stage, number, total, lead, today, part }: Props) {
  const { t, format } = useTexts('stages', 'core')
  const look = stageLooks[stage.state]
  const late = isLate(stage, today)
  return (
    <>
      <span
        aria-hidden
        style={{ backgroundColor: lead?.color ?? 'transparent' }}
        className="absolute inset-x-0 top-0 h-1"
      />
      <span className={classNames('flex flex-wrap items-center gap-x-1.5 text-xs', look.muted)}>
        <look.icon size={14} aria-hidden className="shrink-0" />
        <span className="sr-only">{t('stages:stageOf', { number, total })}</span>
        <span aria-hidden className="tabular-nums">
          {format.number(number)}
        </span>
        <span>{t(look.label)}</span>
        {late && (
          <span className="rounded bg-attention px-1 font-medium whitespace-nowrap text-on-attention">
            {t('core:overdue')}
          </span>
        )}
      </span>
      <span className="line-clamp-3 min-h-10 font-semibold">{stageName(t, stage)}</span>
      <span className={classNames('text-xs tabular-nums', look.muted)}>
        {format.dateRange(stage.startsOn, stage.endsOn)}
      </span>
      <span className={classNames('truncate text-xs', look.muted)}>{lead ? lead.name : t('stages:noLead')}</span>
      <TimeTrack stage={stage} today={today} />
      {stage.spaceId === null && (
        <span className={classNames('flex items-center gap-1 text-xs', look.muted)}>
          <Lock size={12} aria-hidden className="shrink-0" />
          {part === 'municipality' ? t('stages:locked') : t('stages:lockedNoSeat')}
        </span>
      )}
      <span className="sr-only">{t('stages:gateHere', { date: format.date(stage.endsOn) })}</span>
      <span
        aria-hidden
        className={classNames('absolute top-1/2 right-1.5 size-2.5 -translate-y-1/2 rotate-45 border-2', look.gate)}
      />
    </>
  )
}

/** How much of the stage's time is over. */
function TimeTrack({ stage, today }: { stage: RibbonStage; today: string }) {
  const days = Math.max(1, daysBetween(stage.startsOn, stage.endsOn))
  const share = Math.min(1, Math.max(0, daysBetween(stage.startsOn, today) / days))
  return (
    <span aria-hidden className="relative mt-auto mb-0.5 block h-1 rounded-full bg-current/20">
      <span className="absolute inset-y-0 left-0 rounded-full bg-current/60" style={{ width: `${share * 100}%` }} />
      {share > 0 && share < 1 && (
        <span className="absolute -inset-y-1 w-0.5 bg-current" style={{ left: `${share * 100}%` }} />
      )}
    </span>
  )
}

import { spanOf } from '@kolo/domain/stages/stage-dates'
import { classNames } from '@kolo/ui'
import { useTexts } from '../../lib/texts.tsx'
import { monthsWithin, placeInLanes, shareBefore } from './lanes.ts'
import type { RibbonStage } from './projects.data.ts'
import { stageLooks } from './stage-look.ts'

const percent = (share: number): string => `${share * 100}%`

/** The stages to scale, with their overlaps, their gates and today. For the eye only: the ribbon below says the same in words. */
export function StageTimeline({ stages, today }: { stages: readonly RibbonStage[]; today: string }) {
  const { t, format } = useTexts('core')
  const span = spanOf(stages)
  const places = placeInLanes(span, stages)
  const lanes = Math.max(0, ...places.map(({ lane }) => lane)) + 1
  const now = shareBefore(span, today)
  const months = monthsWithin(span)
  const everyOther = months.length > 8
  const isUnderToday = (month: string): boolean => {
    const distance = (shareBefore(span, month) ?? 0) - (now ?? 2)
    return now !== undefined && now > 0.8 ? distance <= 0 && distance > -0.1 : distance >= 0 && distance < 0.1
  }
  return (
    <div aria-hidden className="relative mx-1 pt-6">
      {months.map((month, index) => (
        <span
          key={month}
          style={{ left: percent(shareBefore(span, month) ?? 0) }}
          className={classNames(
            'absolute top-0 bottom-0 border-l pl-1 text-xs text-muted whitespace-nowrap',
            everyOther && index % 2 === 1 && 'max-sm:hidden',
            everyOther && index % 4 === 2 && 'max-sm:hidden',
          )}
        >
          {!isUnderToday(month) && format.months('short')[Number(month.slice(5, 7)) - 1]}
        </span>
      ))}
      <div className="relative" style={{ height: `${lanes * 0.625}rem` }}>
        {stages.map((stage, index) => {
          const { start, length, lane } = places[index]!
          return (
            <span
              key={stage.id}
              style={{ left: percent(start), width: percent(length), top: `${lane * 0.625}rem` }}
              className={classNames('absolute h-1.5 rounded-full', stageLooks[stage.state].bar)}
            >
              <span
                className={classNames(
                  'absolute -top-px -right-1 size-2 rotate-45 border',
                  stage.state === 'completed' ? 'border-action bg-action' : 'border-line-strong bg-canvas',
                )}
              />
            </span>
          )
        })}
      </div>
      {now !== undefined && (
        <span style={{ left: percent(now) }} className="absolute top-0 -bottom-1 border-l-2 border-attention">
          <span
            className={classNames(
              'absolute top-0 rounded bg-attention px-1 text-xs font-medium whitespace-nowrap text-on-attention',
              now > 0.8 ? 'right-0.5' : 'left-0.5',
            )}
          >
            {t('core:today')}
          </span>
        </span>
      )}
    </div>
  )
}

import { Label } from 'react-aria-components/Label'
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'

export type ProgressBarProps = {
  readonly label: string
  readonly isLabelHidden?: boolean | undefined
  /** From 0 to `max`; left out while it can't be known. */
  readonly value?: number | undefined
  readonly max?: number
  /** The value in words ("3 of 8"); per cent by default. */
  readonly valueLabel?: string | undefined
  readonly className?: string | undefined
}

/** How much of something is done. */
export function ProgressBar({ label, isLabelHidden, value, max = 100, valueLabel, className }: ProgressBarProps) {
  return (
    <AriaProgressBar
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(value === undefined ? { isIndeterminate: true } : { value })}
      {...(valueLabel === undefined ? {} : { valueLabel })}
      maxValue={max}
      className={className ?? 'flex flex-col gap-1'}
    >
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          {!isLabelHidden && (
            <span className="flex justify-between gap-2 text-sm">
              <Label>{label}</Label>
              <span className="text-muted tabular-nums">{valueText}</span>
            </span>
          )}
          <span className="block h-1.5 overflow-hidden rounded-full bg-pressed">
            <span
              className={`block h-full rounded-full transition-[width] ${isIndeterminate ? 'animate-breathe bg-action/50' : 'bg-action'}`}
              style={{ width: isIndeterminate ? '100%' : `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  )
}

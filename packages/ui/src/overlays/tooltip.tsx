import type { ReactNode } from 'react'
import type { Placement } from 'react-aria-components/Popover'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Kbd } from '../layout/kbd.tsx'

export type TooltipProps = {
  /** The explanation; never the only place where something is said. */
  readonly text: string
  readonly shortcut?: string | undefined
  readonly placement?: Placement
  /** One element that can be focused: a button or link of ours, or `Focusable` of React Aria. */
  readonly children: ReactNode
}

/** Names or explains what it surrounds, on hover and on keyboard focus. */
export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="max-w-64 rounded bg-text px-2 py-1 text-sm text-inverse data-entering:animate-fade data-exiting:animate-fade-out"
      >
        {text}
        {shortcut && <Kbd className="ml-2 border-inverse/40 text-inverse">{shortcut}</Kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

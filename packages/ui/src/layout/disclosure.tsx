import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { classNames } from '../class-names.ts'

export type DisclosureProps = {
  readonly title: ReactNode
  /** At the end of the line, outside the button. */
  readonly actions?: ReactNode
  readonly isInitiallyOpen?: boolean
  /** For details that are made only once they are wanted. */
  readonly onOpenChange?: (isOpen: boolean) => void
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** Details that one opens when one wants them. */
export function Disclosure({
  title,
  actions,
  isInitiallyOpen = false,
  onOpenChange,
  children,
  className,
}: DisclosureProps) {
  return (
    <AriaDisclosure
      {...(onOpenChange ? { onExpandedChange: onOpenChange } : {})}
      defaultExpanded={isInitiallyOpen}
      className={classNames('group/disclosure min-w-0', className)}
    >
      <div className="flex items-center gap-1">
        <Button
          slot="trigger"
          className="focus-ring flex min-h-8 min-w-0 flex-1 cursor-pointer items-center gap-1 rounded text-left font-medium data-hovered:bg-hover pointer-coarse:min-h-11"
        >
          <ChevronRight
            size={16}
            aria-hidden
            className="shrink-0 text-muted transition-transform group-data-expanded/disclosure:rotate-90"
          />
          <span className="min-w-0">{title}</span>
        </Button>
        {actions}
      </div>
      <DisclosurePanel className="pl-5">{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}

import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import type { Icon } from '../icon.ts'

export type EmptyStateProps = {
  readonly icon?: Icon | undefined
  /** What is not here yet. */
  readonly title: string
  /** What will be here, and who brings it. */
  readonly children?: ReactNode
  /** The button that brings the first one. */
  readonly action?: ReactNode
  readonly className?: string | undefined
}

/** In place of a list without entries: says why, and what to do. */
export function EmptyState({ icon: Drawing, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={classNames('flex flex-col items-center gap-2 px-4 py-10 text-center', className)}>
      {Drawing && <Drawing size={24} strokeWidth={1.5} aria-hidden className="text-muted" />}
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

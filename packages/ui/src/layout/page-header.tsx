import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

export type PageHeaderProps = {
  /** The page's only first heading. */
  readonly title: ReactNode
  /** Above the title: `Breadcrumbs`. */
  readonly above?: ReactNode
  /** Beside the title: badges. */
  readonly meta?: ReactNode
  /** A sentence below the title. */
  readonly description?: ReactNode
  /** Buttons, the main one last. */
  readonly actions?: ReactNode
  /** Below everything: `NavTabs`, which then draw the lower line. */
  readonly tabs?: ReactNode
  readonly className?: string | undefined
}

/** The head of a screen: where, what, and what can be done. */
export function PageHeader({ title, above, meta, description, actions, tabs, className }: PageHeaderProps) {
  return (
    <header className={classNames('flex flex-col gap-2 px-4 pt-4 sm:px-6', !tabs && 'border-b pb-3', className)}>
      {above}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-60 flex-col gap-0.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-xl font-semibold">{title}</h1>
            {meta}
          </div>
          {description && <div className="max-w-prose text-muted">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {tabs && (
        <div className="-mx-4 mt-1 px-4 sm:-mx-6 sm:px-6 [&_ul]:-mx-4 [&_ul]:px-4 sm:[&_ul]:-mx-6 sm:[&_ul]:px-6">
          {tabs}
        </div>
      )}
    </header>
  )
}

import { RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../actions/button.tsx'
import { classNames } from '../class-names.ts'

export type ErrorStateProps = {
  /** What happened. */
  readonly title: string
  /** What to do. */
  readonly children?: ReactNode
  /** With both of these, trying again is offered. */
  readonly retryLabel?: string | undefined
  readonly onRetry?: (() => void) | undefined
  readonly isRetrying?: boolean | undefined
  /** The number under which the server remembers it, to tell the administrator. */
  readonly errorId?: string | undefined
  readonly className?: string | undefined
}

/** In place of what couldn't be shown. */
export function ErrorState({ title, children, retryLabel, onRetry, isRetrying, errorId, className }: ErrorStateProps) {
  return (
    <div role="alert" className={classNames('flex flex-col items-center gap-2 px-4 py-10 text-center', className)}>
      <TriangleAlert size={24} strokeWidth={1.5} aria-hidden className="text-danger" />
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {errorId && <code className="font-mono text-xs text-muted select-all">{errorId}</code>}
      {retryLabel && onRetry && (
        <Button icon={RotateCw} onPress={onRetry} isPending={isRetrying ?? false} className="mt-2">
          {retryLabel}
        </Button>
      )}
    </div>
  )
}

import { CircleAlert, CircleCheck, CloudOff, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

const looks = {
  neutral: { Sign: Info, className: 'bg-sunken', signClassName: 'text-muted' },
  attention: {
    Sign: TriangleAlert,
    className: 'border-attention/40 bg-attention-soft',
    signClassName: 'text-attention',
  },
  danger: { Sign: CircleAlert, className: 'border-danger/40 bg-danger-soft', signClassName: 'text-danger' },
  success: {
    Sign: CircleCheck,
    className: 'border-health-on-track/40 bg-health-on-track-soft',
    signClassName: 'text-health-on-track',
  },
} as const

export type NoticeProps = {
  readonly tone?: keyof typeof looks
  readonly title?: string | undefined
  readonly children?: ReactNode
  /** A button at its end. */
  readonly action?: ReactNode
  /** Read aloud when it appears: for what comes while one works. */
  readonly isLive?: boolean
  readonly className?: string | undefined
}

/** A word within the page about the page. */
export function Notice({ tone = 'neutral', title, children, action, isLive = false, className }: NoticeProps) {
  const { Sign, className: colours, signClassName } = looks[tone]
  return (
    <div
      {...(isLive ? { role: tone === 'danger' ? 'alert' : 'status' } : {})}
      className={classNames('flex flex-wrap items-start gap-x-2 gap-y-1 rounded border px-3 py-2', colours, className)}
    >
      <Sign size={16} aria-hidden className={classNames('mt-0.5 shrink-0', signClassName)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  )
}

export type OfflineNoticeProps = {
  /** That the line is gone. */
  readonly title: string
  /** What still works, and how much waits to be sent. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Across the top while the server can't be reached: calm, since nothing is lost. */
export function OfflineNotice({ title, children, action }: OfflineNoticeProps) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b bg-attention-soft px-4 py-1.5 text-sm"
    >
      <CloudOff size={16} aria-hidden className="shrink-0 text-attention" />
      <span className="font-medium">{title}</span>
      {children && <span className="text-muted">{children}</span>}
      {action && <span className="ml-auto">{action}</span>}
    </div>
  )
}

import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as AriaToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components/Toast'
import { Button } from '../actions/button.tsx'
import { iconButtonLook } from '../actions/button-look.ts'

/** A short word about what just happened. */
export type Toast = {
  readonly text: string
  readonly description?: string | undefined
  readonly tone?: 'neutral' | 'success' | 'danger'
  /** Usually undo. */
  readonly action?: { readonly label: string; readonly onAction: () => void } | undefined
}

const queue = /* @__PURE__ */ new AriaToastQueue<Toast>({ maxVisibleToasts: 3 })
const shortStay = 6_000
const stayWithAction = 10_000

/** Shows a toast and tells how to take it away; errors stay until closed, the rest goes by itself. */
export function showToast(toast: Toast): () => void {
  const timeout = toast.action ? stayWithAction : shortStay
  const key = queue.add(toast, toast.tone === 'danger' ? {} : { timeout })
  return () => queue.close(key)
}

const signs = { neutral: Info, success: CircleCheck, danger: CircleAlert } as const
const signColours = { neutral: 'text-muted', success: 'text-health-on-track', danger: 'text-danger' } as const

export type ToastRegionProps = {
  /** Names the region, which F6 reaches. */
  readonly label: string
  /** Names the cross on each toast. */
  readonly closeLabel: string
}

/** Where toasts appear: once in the shell, at the lower edge; on a phone above, since what one does next is below. */
export function ToastRegion({ label, closeLabel }: ToastRegionProps) {
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={label}
      className="focus-ring fixed inset-x-4 top-14 z-50 flex flex-col gap-2 rounded sm:top-auto sm:bottom-4 sm:left-auto sm:w-96 sm:flex-col-reverse"
    >
      {({ toast }) => <ToastCard toast={toast} closeLabel={closeLabel} />}
    </AriaToastRegion>
  )
}

type ToastCardProps = { readonly toast: Parameters<typeof AriaToast<Toast>>[0]['toast']; readonly closeLabel: string }

function ToastCard({ toast, closeLabel }: ToastCardProps) {
  const { text, description, tone = 'neutral', action } = toast.content
  const Sign = signs[tone]
  const act = () => {
    action?.onAction()
    queue.close(toast.key)
  }
  return (
    <AriaToast
      toast={toast}
      className="focus-ring flex animate-appear items-start gap-2 rounded border bg-raised py-2 pr-1 pl-3 shadow-float"
    >
      <Sign size={16} aria-hidden className={`mt-1.5 shrink-0 ${signColours[tone]}`} />
      <AriaToastContent className="flex min-w-0 flex-1 flex-col py-1">
        <Text slot="title" className="font-medium">
          {text}
        </Text>
        {description && (
          <Text slot="description" className="text-sm text-muted">
            {description}
          </Text>
        )}
      </AriaToastContent>
      {action && (
        <Button variant="plain" size="sm" onPress={act} className="text-action">
          {action.label}
        </Button>
      )}
      <AriaButton slot="close" aria-label={closeLabel} className={iconButtonLook('plain', 'sm', undefined)}>
        <X size={14} aria-hidden />
      </AriaButton>
    </AriaToast>
  )
}

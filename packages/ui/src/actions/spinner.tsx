import { LoaderCircle } from 'lucide-react'
import { ProgressBar } from 'react-aria-components/ProgressBar'

/** `label`: what is under way, for those who don't see it turn. */
export type SpinnerProps = { readonly label: string; readonly size?: number; readonly className?: string }

/** A small turning ring: something takes a moment. */
export function Spinner({ label, size = 16, className }: SpinnerProps) {
  return (
    <ProgressBar isIndeterminate aria-label={label} className={className ?? 'inline-flex'}>
      <LoaderCircle size={size} aria-hidden className="animate-spin" />
    </ProgressBar>
  )
}

import { LoaderCircle } from 'lucide-react'

/** `label`: what is under way, for those who don't see it turn. */
export type SpinnerProps = { readonly label: string; readonly size?: number; readonly className?: string }

/** A small turning ring: something takes a moment. */
export function Spinner({ label, size = 16, className }: SpinnerProps) {
  return (
    <span role="progressbar" aria-label={label} className={className ?? 'inline-flex'}>
      <LoaderCircle size={size} aria-hidden className="animate-spin" />
    </span>
  )
}

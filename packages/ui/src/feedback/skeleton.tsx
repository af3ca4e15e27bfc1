import { classNames } from '../class-names.ts'

/** One grey bar; its size comes by `className`. */
export function Skeleton({ className }: { readonly className?: string | undefined }) {
  return (
    <span aria-hidden className={classNames('block animate-breathe rounded bg-sunken', className ?? 'h-4 w-full')} />
  )
}

export type SkeletonListProps = {
  /** What is being loaded, read aloud. */
  readonly label: string
  readonly rows?: number
  /** With a circle before each row, as in lists of people. */
  readonly hasAvatar?: boolean
}

const rowWidths = ['w-3/5', 'w-4/5', 'w-2/5', 'w-3/4', 'w-1/2'] as const

/** In place of a list that is on its way, as high as it will be. */
export function SkeletonList({ label, rows = 5, hasAvatar = false }: SkeletonListProps) {
  return (
    <div role="status" className="flex flex-col">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="flex h-10 items-center gap-3">
          {hasAvatar && <Skeleton className="size-6 rounded-full" />}
          <Skeleton className={classNames('h-3.5', rowWidths[index % rowWidths.length])} />
        </span>
      ))}
    </div>
  )
}

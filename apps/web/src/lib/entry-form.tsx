import { type ComponentProps, type ReactNode, useId } from 'react'

const box =
  'focus-ring min-h-9 w-full rounded border border-line-strong bg-surface px-2 py-1 text-lg aria-invalid:border-danger pointer-coarse:min-h-11'
const button =
  'focus-ring inline-flex min-h-9 cursor-pointer items-center justify-center rounded border px-4 py-1 font-medium aria-busy:cursor-progress aria-busy:opacity-60 pointer-coarse:min-h-11'
const looks = {
  primary: 'border-transparent bg-action text-on-action hover:bg-action-hover',
  quiet: 'border-line-strong/60 bg-surface hover:bg-hover',
} as const

/** Fields under each other, sent together; messages are ours, so the browser's own checks are off. */
export function EntryForm({ onSubmit, children }: { readonly onSubmit: () => void; readonly children: ReactNode }) {
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

type EntryFieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'className'> & {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: string | undefined
  readonly error?: string | undefined
}

/** One line of text with its label, what it is for, and what is wrong with it. */
export function EntryField({ label, onChange, description, error, ...input }: EntryFieldProps) {
  const id = useId()
  const told = [description && `${id}-about`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {description && (
        <p id={`${id}-about`} className="text-sm text-muted">
          {description}
        </p>
      )}
      <input
        {...input}
        id={id}
        className={box}
        onChange={(event) => onChange(event.target.value)}
        {...(told && { 'aria-describedby': told })}
        {...(error && { 'aria-invalid': true })}
      />
      {error && (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

type EntryButtonProps = Omit<ComponentProps<'button'>, 'className' | 'disabled'> & {
  readonly look?: keyof typeof looks
  readonly isPending?: boolean
}

/** Does something; not twice while it is under way. It keeps the focus meanwhile, which a disabled button would lose. */
export function EntryButton({
  look = 'quiet',
  isPending = false,
  type = 'button',
  onClick,
  ...rest
}: EntryButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={isPending}
      aria-busy={isPending}
      // Enter in a field comes here too.
      onClick={isPending ? (event) => event.preventDefault() : onClick}
      className={`${button} ${looks[look]}`}
    />
  )
}

/** A word about what happened, read aloud when it appears. */
export function EntryNotice({ tone, children }: { readonly tone: 'danger' | 'neutral'; readonly children: ReactNode }) {
  const look = tone === 'danger' ? 'border-danger/40 bg-danger-soft' : 'border-line bg-surface'
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={`rounded border px-3 py-2 ${look}`}>
      {children}
    </div>
  )
}

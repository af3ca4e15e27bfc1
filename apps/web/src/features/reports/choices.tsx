import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'

/** Something to choose, with a sign before its word. */
export type Choice<V extends string> = { readonly value: V; readonly label: string; readonly sign?: ReactNode }

type ChoicesProps<V extends string> = {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly choices: readonly Choice<V>[]
  readonly value: V | null
  onChange(value: V): void
}

/** A few large choices side by side, one to be taken: for thumbs. Arrow keys move among them. */
export function Choices<V extends string>({ label, hint, error, choices, value, onChange }: ChoicesProps<V>) {
  const id = useId()
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-1"
      aria-describedby={`${id}-hint`}
      aria-invalid={error !== undefined}
    >
      <legend className="pb-1 font-medium">{label}</legend>
      <span id={`${id}-hint`} className="text-sm text-muted empty:hidden">
        {hint}
      </span>
      <div className="grid auto-cols-fr grid-flow-col gap-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-16 cursor-pointer flex-col items-center justify-center gap-1.5 rounded border border-line-strong bg-surface px-1 py-2 text-center text-base leading-tight hover:bg-hover has-checked:border-action has-checked:bg-selected has-checked:font-semibold has-checked:outline has-checked:outline-action has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="sr-only"
            />
            {choice.sign}
            <span className="max-w-full wrap-break-word hyphens-auto">{choice.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <span role="alert" className="flex items-start gap-1 text-sm text-danger">
          <CircleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
          {error}
        </span>
      )}
    </fieldset>
  )
}

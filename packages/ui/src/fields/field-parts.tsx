import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError as AriaFieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { classNames } from '../class-names.ts'

/** The texts around every field. */
export type FieldTexts = {
  /** What is asked for. */
  readonly label: string
  /** The label is only read aloud: for fields whose place says what they are. */
  readonly isLabelHidden?: boolean | undefined
  /** Beside the label, muted: that the field may stay empty, a unit, a limit. */
  readonly note?: string | undefined
  /** Below the label, before one answers: how, and why it is asked. */
  readonly description?: ReactNode
  /** What is wrong and how to put it right; its presence marks the field. */
  readonly error?: string | undefined
}

/** Label, note and description above a control. */
export function FieldLabel({ label, isLabelHidden, note, description }: FieldTexts) {
  return (
    <>
      {!isLabelHidden && (
        <span className="flex flex-wrap items-baseline justify-between gap-x-2">
          <Label className="font-medium">{label}</Label>
          {note && <span className="text-sm text-muted">{note}</span>}
        </span>
      )}
      {description && (
        <Text slot="description" className="text-sm text-muted">
          {description}
        </Text>
      )}
    </>
  )
}

/** The error of the field around it, with a sign beside the colour. */
export function FieldError({ error, className }: { readonly error?: string | undefined; readonly className?: string }) {
  if (!error) return null
  return (
    <AriaFieldError className={classNames('flex items-start gap-1 text-sm text-danger', className)}>
      <CircleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
      <span>{error}</span>
    </AriaFieldError>
  )
}

/** What React Aria needs to know of the texts: the hidden label, and whether an error is there. */
export function fieldState({ label, isLabelHidden, error }: FieldTexts) {
  return {
    ...(isLabelHidden ? { 'aria-label': label } : {}),
    isInvalid: error !== undefined && error !== '',
    // The browser's own messages speak its language, not the page's.
    validationBehavior: 'aria',
  } as const
}

/** The stack of label, control and error. */
export const fieldLook = 'flex min-w-0 flex-col gap-1'

/** The box in which one types or chooses; 16 px on touch screens, or phones would zoom in. */
export const controlBox = classNames(
  'min-h-8 w-full min-w-0 rounded border border-line-strong bg-surface text-base text-text',
  'outline-2 outline-offset-0 outline-transparent transition-colors data-hovered:border-text/60',
  'data-disabled:border-line data-disabled:bg-sunken data-disabled:text-muted data-invalid:border-danger',
  'pointer-coarse:min-h-11 pointer-coarse:text-lg',
)

/** The box of a plain input. */
export const controlLook = `${controlBox} px-2 py-1`

/** The ring of a box that holds the focus itself. */
export const controlFocus = 'data-focused:border-focus data-focused:outline-focus/60'

/** The ring of a box around the input that holds the focus. */
export const controlFocusWithin = 'data-focus-within:border-focus data-focus-within:outline-focus/60'

import type { ReactNode, Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { classNames } from '../class-names.ts'
import type { FieldTexts } from './field-parts.tsx'
import { controlFocus, controlLook, FieldError, FieldLabel, fieldLook, fieldState } from './field-parts.tsx'

export type TextFieldProps = FieldTexts &
  Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'aria-label'> & {
    readonly placeholder?: string | undefined
    /** Inside the box, at its end: a unit, a button. */
    readonly suffix?: ReactNode
    readonly className?: string | undefined
    /** The input, for focus. */
    readonly inputRef?: Ref<HTMLInputElement>
  }

/** One line of text; `type` for mail addresses, passwords and the like. */
export function TextField({
  label,
  isLabelHidden,
  note,
  description,
  error,
  placeholder,
  suffix,
  className,
  inputRef,
  ...props
}: TextFieldProps) {
  const texts = { label, isLabelHidden, note, description, error }
  return (
    <AriaTextField {...props} {...fieldState(texts)} className={classNames(fieldLook, className)}>
      <FieldLabel {...texts} />
      <span className="relative flex items-center">
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          {...(placeholder === undefined ? {} : { placeholder })}
          className={classNames(controlLook, controlFocus, suffix !== undefined && 'pr-10')}
        />
        {suffix !== undefined && (
          <span className="absolute right-1 flex items-center text-sm text-muted">{suffix}</span>
        )}
      </span>
      <FieldError error={error} />
    </AriaTextField>
  )
}

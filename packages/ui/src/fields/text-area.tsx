import type { Ref } from 'react'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { classNames } from '../class-names.ts'
import type { FieldTexts } from './field-parts.tsx'
import { controlFocus, controlLook, FieldError, FieldLabel, fieldLook, fieldState } from './field-parts.tsx'

export type TextAreaProps = FieldTexts &
  Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'aria-label' | 'type'> & {
    readonly placeholder?: string | undefined
    /** Height when empty, in lines; 3 by default. It grows with the text up to `maxRows`. */
    readonly rows?: number
    readonly maxRows?: number
    readonly className?: string | undefined
    readonly inputRef?: Ref<HTMLTextAreaElement>
  }

/** Several lines of text; as high as they need. */
export function TextArea({
  label,
  isLabelHidden,
  note,
  description,
  error,
  placeholder,
  rows = 3,
  maxRows = 16,
  className,
  inputRef,
  ...props
}: TextAreaProps) {
  const texts = { label, isLabelHidden, note, description, error }
  return (
    <AriaTextField {...props} {...fieldState(texts)} className={classNames(fieldLook, className)}>
      <FieldLabel {...texts} />
      <AriaTextArea
        {...(inputRef ? { ref: inputRef } : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        rows={rows}
        // Where the browser can't size by content, the corner can be dragged instead.
        style={{ minHeight: `calc(${rows}lh + 10px)`, maxHeight: `calc(${maxRows}lh + 10px)` }}
        className={classNames(
          controlLook,
          controlFocus,
          'field-sizing-content resize-y supports-[field-sizing:content]:resize-none',
        )}
      />
      <FieldError error={error} />
    </AriaTextField>
  )
}

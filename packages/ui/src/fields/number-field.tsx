import { Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import type { NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components/NumberField'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { classNames } from '../class-names.ts'
import type { FieldTexts } from './field-parts.tsx'
import { controlBox, controlFocusWithin, FieldError, FieldLabel, fieldLook, fieldState } from './field-parts.tsx'

export type NumberFieldProps = FieldTexts &
  Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'aria-label' | 'value' | 'onChange'> & {
    /** `null`: nothing is entered. */
    readonly value: number | null
    /** Called when the field is left or stepped. */
    readonly onChange: (value: number | null) => void
    readonly placeholder?: string | undefined
    /** After the number: a unit. */
    readonly unit?: ReactNode
    /** With buttons for one more and one less. */
    readonly hasSteppers?: boolean
    readonly className?: string | undefined
  }

/** A number as the page's language writes it. */
export function NumberField({
  label,
  isLabelHidden,
  note,
  description,
  error,
  value,
  onChange,
  placeholder,
  unit,
  hasSteppers = false,
  className,
  ...props
}: NumberFieldProps) {
  const texts = { label, isLabelHidden, note, description, error }
  return (
    <AriaNumberField
      {...props}
      {...fieldState(texts)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      className={classNames(fieldLook, className)}
    >
      <FieldLabel {...texts} />
      <Group className={classNames(controlBox, controlFocusWithin, 'flex items-stretch overflow-hidden')}>
        <Input
          {...(placeholder === undefined ? {} : { placeholder })}
          className="min-w-0 flex-1 bg-transparent px-2 tabular-nums outline-none"
        />
        {unit !== undefined && <span className="self-center pr-2 text-sm text-muted">{unit}</span>}
        {hasSteppers && (
          <>
            <Button slot="decrement" className={stepperLook}>
              <Minus size={14} aria-hidden />
            </Button>
            <Button slot="increment" className={stepperLook}>
              <Plus size={14} aria-hidden />
            </Button>
          </>
        )}
      </Group>
      <FieldError error={error} />
    </AriaNumberField>
  )
}

const stepperLook =
  'flex w-8 cursor-pointer items-center justify-center border-l text-muted data-disabled:opacity-50 data-hovered:bg-hover data-pressed:bg-pressed pointer-coarse:w-11'

import { ChevronsUpDown } from 'lucide-react'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Button, Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { classNames } from '../class-names.ts'
import { OptionItem } from '../collections/option-item.tsx'
import { floatingLook } from '../overlays/floating-look.ts'
import type { FieldTexts } from './field-parts.tsx'
import { controlLook, FieldError, FieldLabel, fieldLook, fieldState } from './field-parts.tsx'
import type { Option } from './option.ts'
import { optionValue } from './option.ts'

export type SelectProps<V extends string> = FieldTexts & {
  readonly options: readonly Option<V>[]
  /** `null`: nothing is chosen yet. */
  readonly value: V | null
  readonly onChange: (value: V) => void
  /** Shown while nothing is chosen. */
  readonly placeholder: string
  readonly isDisabled?: boolean | undefined
  readonly isRequired?: boolean | undefined
  readonly name?: string | undefined
  readonly className?: string | undefined
}

/** Chooses one of a few (up to about twelve); more need a `ComboBox`. */
export function Select<V extends string>({
  label,
  isLabelHidden,
  note,
  description,
  error,
  options,
  value,
  onChange,
  placeholder,
  isDisabled = false,
  isRequired = false,
  name,
  className,
}: SelectProps<V>) {
  const texts = { label, isLabelHidden, note, description, error }
  const choose = (key: unknown) => {
    const chosen = optionValue(options, key)
    if (chosen !== undefined) onChange(chosen)
  }
  return (
    <AriaSelect
      {...fieldState(texts)}
      {...(name === undefined ? {} : { name })}
      value={value}
      onChange={choose}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isRequired={isRequired}
      className={classNames(fieldLook, 'group/select', className)}
    >
      <FieldLabel {...texts} />
      <Button
        className={classNames(
          controlLook,
          'focus-ring flex cursor-pointer items-center gap-2 text-left group-data-invalid/select:border-danger',
        )}
      >
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-muted">
          {({ selectedText, isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
      </Button>
      <FieldError error={error} />
      <Popover className={classNames(floatingLook, 'min-w-(--trigger-width)')} offset={4}>
        <ListBox className="max-h-80 overflow-auto p-1 outline-none">
          {options.map((option) => (
            <OptionItem key={option.value} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

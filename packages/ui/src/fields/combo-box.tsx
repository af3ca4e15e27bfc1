import { ChevronsUpDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from '../class-names.ts'
import { OptionItem } from '../collections/option-item.tsx'
import { floatingLook } from '../overlays/floating-look.ts'
import type { FieldTexts } from './field-parts.tsx'
import { controlFocus, controlLook, FieldError, FieldLabel, fieldLook, fieldState } from './field-parts.tsx'
import type { Option } from './option.ts'
import { optionValue } from './option.ts'

export type ComboBoxProps<V extends string> = FieldTexts & {
  readonly options: readonly Option<V>[]
  readonly value: V | null
  readonly onChange: (value: V | null) => void
  readonly placeholder?: string | undefined
  /** Instead of the list when nothing fits. */
  readonly emptyText: string
  /** Whether an option's label fits what was typed; a filter that ignores script finds Инђија by "indjija". */
  readonly filter?: ((label: string, typed: string) => boolean) | undefined
  readonly isDisabled?: boolean | undefined
  readonly isRequired?: boolean | undefined
  readonly name?: string | undefined
  readonly className?: string | undefined
}

/** Chooses one of many by typing a part of its name. */
export function ComboBox<V extends string>({
  label,
  isLabelHidden,
  note,
  description,
  error,
  options,
  value,
  onChange,
  placeholder,
  emptyText,
  filter,
  isDisabled = false,
  isRequired = false,
  name,
  className,
}: ComboBoxProps<V>) {
  const texts = { label, isLabelHidden, note, description, error }
  return (
    <AriaComboBox
      {...fieldState(texts)}
      {...(filter ? { defaultFilter: filter } : {})}
      {...(name === undefined ? {} : { name })}
      value={value}
      onChange={(key) => onChange(optionValue(options, key) ?? null)}
      defaultItems={options}
      isDisabled={isDisabled}
      isRequired={isRequired}
      menuTrigger="focus"
      allowsEmptyCollection
      className={classNames(fieldLook, className)}
    >
      <FieldLabel {...texts} />
      <span className="relative flex items-center">
        <Input
          {...(placeholder === undefined ? {} : { placeholder })}
          className={classNames(controlLook, controlFocus, 'pr-8')}
        />
        <Button className="absolute right-1 flex size-6 cursor-pointer items-center justify-center rounded text-muted data-hovered:text-text">
          <ChevronsUpDown size={14} aria-hidden />
        </Button>
      </span>
      <FieldError error={error} />
      <Popover className={classNames(floatingLook, 'w-(--trigger-width) min-w-48')} offset={4}>
        <ListBox<Option<V>>
          className="max-h-80 overflow-auto p-1 outline-none"
          renderEmptyState={() => <p className="px-2 py-1.5 text-muted">{emptyText}</p>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

import { ChevronsUpDown, X } from 'lucide-react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Button as AriaButton } from 'react-aria-components/Button'
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
import { SearchField } from './search-field.tsx'

export type ComboBoxProps<V extends string> = FieldTexts & {
  readonly options: readonly Option<V>[]
  /** `null`: nothing is chosen. */
  readonly value: V | null
  /** Gets `null` only by the button that `clearLabel` names. */
  readonly onChange: (value: V | null) => void
  /** Shown while nothing is chosen. */
  readonly placeholder?: string | undefined
  /** Instead of the list when nothing fits. */
  readonly emptyText: string
  /** Offers to choose nothing. */
  readonly clearLabel?: string | undefined
  /** Whether an option's label fits what was typed; a filter that ignores script finds Инђија by "indjija". */
  readonly filter?: ((label: string, typed: string) => boolean) | undefined
  readonly isDisabled?: boolean | undefined
  readonly isRequired?: boolean | undefined
  readonly name?: string | undefined
  readonly className?: string | undefined
}

/** Chooses one of many by typing a part of its name. The search stands above the list, so that phones show both. */
export function ComboBox<V extends string>(props: ComboBoxProps<V>) {
  const { options, value, onChange, placeholder, isDisabled = false, isRequired = false, name, className } = props
  const choose = (key: unknown) => {
    const chosen = optionValue(options, key)
    if (chosen !== undefined) onChange(chosen)
  }
  const canClear = props.clearLabel !== undefined && value !== null && !isDisabled
  return (
    <AriaSelect
      {...fieldState(props)}
      {...(name === undefined ? {} : { name })}
      value={value}
      onChange={choose}
      {...(placeholder === undefined ? {} : { placeholder })}
      isDisabled={isDisabled}
      isRequired={isRequired}
      // A button that does nothing is worse than a list that says it is empty.
      allowsEmptyCollection
      className={classNames(fieldLook, 'group/select', className)}
    >
      <FieldLabel {...props} />
      <span className="relative flex items-center">
        <Button
          className={classNames(
            controlLook,
            'focus-ring flex cursor-pointer items-center gap-2 text-left group-data-invalid/select:border-danger',
            canClear && 'pr-14',
          )}
        >
          <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-muted">
            {({ selectedText, isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
          </SelectValue>
          <ChevronsUpDown size={14} aria-hidden className="absolute right-2 text-muted" />
        </Button>
        {canClear && (
          <AriaButton
            slot={null}
            aria-label={props.clearLabel}
            onPress={() => onChange(null)}
            className="focus-ring absolute right-7 flex size-6 cursor-pointer items-center justify-center rounded text-muted data-hovered:bg-hover data-hovered:text-text"
          >
            <X size={14} aria-hidden />
          </AriaButton>
        )}
      </span>
      <FieldError error={props.error} />
      <SearchableOptions label={props.label} options={options} emptyText={props.emptyText} filter={props.filter} />
    </AriaSelect>
  )
}

function SearchableOptions<V extends string>({
  label,
  options,
  emptyText,
  filter,
}: Pick<ComboBoxProps<V>, 'label' | 'options' | 'emptyText' | 'filter'>) {
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <Popover className={classNames(floatingLook, 'flex w-(--trigger-width) min-w-56 flex-col')} offset={4}>
      <Autocomplete filter={filter ?? contains}>
        {/* Opening the list is asking for its search. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <SearchField label={label} autoFocus className="m-1" />
        <ListBox
          className="max-h-72 min-h-0 overflow-auto p-1 pt-0 outline-none"
          renderEmptyState={() => <p className="px-2 py-1.5 text-muted">{emptyText}</p>}
        >
          {options.map((option) => (
            <OptionItem key={option.value} option={option} />
          ))}
        </ListBox>
      </Autocomplete>
    </Popover>
  )
}

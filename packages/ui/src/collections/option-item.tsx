import { Check } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components/ListBox'
import { classNames } from '../class-names.ts'
import type { Option } from '../fields/option.ts'
import { optionFocus, optionLook } from './option-look.ts'

/** An option in a floating list, ticked when chosen. */
export function OptionItem({ option }: { readonly option: Option }) {
  const { icon: Drawing } = option
  return (
    <ListBoxItem
      id={option.value}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={classNames(optionLook, optionFocus, 'group/option')}
    >
      {Drawing && <Drawing size={16} aria-hidden className="shrink-0 text-muted" />}
      <span className="flex min-w-0 flex-1 flex-col">
        <span>{option.label}</span>
        {option.description && <span className="text-sm text-muted">{option.description}</span>}
      </span>
      <Check size={16} aria-hidden className="invisible shrink-0 text-action group-data-selected/option:visible" />
    </ListBoxItem>
  )
}

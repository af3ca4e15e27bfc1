import { Check } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
import { classNames } from '../class-names.ts'
import type { Option } from '../fields/option.ts'
import { optionLook } from './option-look.ts'

/** An option in a floating list, ticked when chosen. */
export function OptionItem({ option }: { readonly option: Option }) {
  const { icon: Drawing } = option
  return (
    <ListBoxItem
      id={option.value}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={classNames(optionLook, 'group/option')}
    >
      {Drawing && <Drawing size={16} aria-hidden className="shrink-0 text-muted" />}
      <span className="flex min-w-0 flex-1 flex-col">
        <Text slot="label">{option.label}</Text>
        {option.description && (
          <Text slot="description" className="text-sm text-muted">
            {option.description}
          </Text>
        )}
      </span>
      <Check size={16} aria-hidden className="invisible shrink-0 text-action group-data-selected/option:visible" />
    </ListBoxItem>
  )
}

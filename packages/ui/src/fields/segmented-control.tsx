import { RadioButton, RadioField, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from '../class-names.ts'
import type { Option } from './option.ts'
import { optionValue } from './option.ts'

export type SegmentedControlProps<V extends string> = {
  /** What is chosen; read aloud. */
  readonly label: string
  readonly options: readonly Option<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
  /** Only the icons are shown. */
  readonly isIconOnly?: boolean
  readonly isDisabled?: boolean | undefined
  readonly className?: string | undefined
}

/** Switches between two to four ways of seeing the same thing. */
export function SegmentedControl<V extends string>(props: SegmentedControlProps<V>) {
  const { label, options, value, onChange, isIconOnly = false, isDisabled = false, className } = props
  const choose = (key: string) => {
    const chosen = optionValue(options, key)
    if (chosen !== undefined) onChange(chosen)
  }
  return (
    <AriaRadioGroup
      aria-label={label}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      orientation="horizontal"
      className={classNames('inline-flex w-fit rounded border bg-sunken p-0.5', className)}
    >
      {options.map(({ value: id, label: text, icon: Drawing, isDisabled: off }) => (
        <RadioField key={id} value={id} isDisabled={off ?? false} className="flex">
          <RadioButton className="focus-ring flex min-h-7 cursor-pointer items-center gap-1.5 rounded border border-transparent px-2 text-muted transition-colors data-disabled:cursor-default data-disabled:opacity-50 data-hovered:text-text data-selected:border-line data-selected:bg-surface data-selected:font-medium data-selected:text-text pointer-coarse:min-h-10">
            {Drawing && <Drawing size={16} aria-hidden />}
            <span className={classNames(isIconOnly && 'sr-only')}>{text}</span>
          </RadioButton>
        </RadioField>
      ))}
    </AriaRadioGroup>
  )
}

import { RadioButton, RadioField, RadioGroup as AriaRadioGroup, Text } from 'react-aria-components/RadioGroup'
import { classNames } from '../class-names.ts'
import type { FieldTexts } from './field-parts.tsx'
import { FieldError, FieldLabel, fieldLook, fieldState } from './field-parts.tsx'
import type { Option } from './option.ts'
import { optionValue } from './option.ts'

export type RadioGroupProps<V extends string> = FieldTexts & {
  readonly options: readonly Option<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly isDisabled?: boolean | undefined
  readonly isRequired?: boolean | undefined
  readonly name?: string | undefined
  readonly orientation?: 'vertical' | 'horizontal'
  readonly className?: string | undefined
}

/** Chooses one of a few that are worth seeing side by side, each with room to explain itself. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { options, value, onChange, isDisabled = false, isRequired = false, name, orientation = 'vertical' } = props
  const choose = (key: string) => {
    const chosen = optionValue(options, key)
    if (chosen !== undefined) onChange(chosen)
  }
  return (
    <AriaRadioGroup
      {...fieldState(props)}
      {...(name === undefined ? {} : { name })}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isRequired={isRequired}
      orientation={orientation}
      className={classNames(fieldLook, props.className)}
    >
      <FieldLabel {...props} />
      <div className={orientation === 'vertical' ? 'flex flex-col gap-1' : 'flex flex-wrap gap-x-4 gap-y-1'}>
        {options.map((option) => (
          <RadioOption key={option.value} option={option} />
        ))}
      </div>
      <FieldError error={props.error} />
    </AriaRadioGroup>
  )
}

function RadioOption({ option }: { readonly option: Option }) {
  return (
    <RadioField value={option.value} isDisabled={option.isDisabled ?? false} className="flex flex-col">
      <RadioButton className="group/radio flex w-fit cursor-pointer items-start gap-2 py-0.5 data-disabled:cursor-default data-disabled:opacity-50 pointer-coarse:min-h-11 pointer-coarse:items-center">
        <span className="mt-px size-[18px] shrink-0 rounded-full border border-line-strong bg-surface outline-2 outline-offset-2 outline-transparent transition-colors group-data-focus-visible/radio:outline-focus group-data-hovered/radio:border-text/60 group-data-invalid/radio:border-danger group-data-selected/radio:border-[5px] group-data-selected/radio:border-action" />
        <span>{option.label}</span>
      </RadioButton>
      {option.description && (
        <Text slot="description" className="pl-[26px] text-sm text-muted">
          {option.description}
        </Text>
      )}
    </RadioField>
  )
}

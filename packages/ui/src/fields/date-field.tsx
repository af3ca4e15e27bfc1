import { DateField as AriaDateField } from 'react-aria-components/DateField'
import { Group } from 'react-aria-components/Group'
import { classNames } from '../class-names.ts'
import type { DateValueProps } from './date-parts.tsx'
import { dateProps, DateSegments, KnownDates } from './date-parts.tsx'
import { controlBox, controlFocusWithin, FieldError, FieldLabel, fieldLook, fieldState } from './field-parts.tsx'

export type DateFieldProps = DateValueProps

/** A day that one knows by heart; `DatePicker` adds a calendar. */
export function DateField(props: DateFieldProps) {
  return (
    <KnownDates>
      <AriaDateField {...dateProps(props)} {...fieldState(props)} className={classNames(fieldLook, props.className)}>
        <FieldLabel {...props} />
        <Group className={classNames(controlBox, controlFocusWithin, 'flex px-2')}>
          <DateSegments />
        </Group>
        <FieldError error={props.error} />
      </AriaDateField>
    </KnownDates>
  )
}

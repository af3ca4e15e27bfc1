import { CalendarDays } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { DatePicker as AriaDatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from '../class-names.ts'
import { MonthCalendar } from '../collections/month-calendar.tsx'
import { floatingLook } from '../overlays/floating-look.ts'
import type { DateValueProps } from './date-parts.tsx'
import { dateProps, DateSegments, KnownDates } from './date-parts.tsx'
import { controlBox, controlFocusWithin, FieldError, FieldLabel, fieldLook, fieldState } from './field-parts.tsx'

export type DatePickerProps = DateValueProps

/** A day, typed or chosen from a calendar whose weeks start on Monday. */
export function DatePicker(props: DatePickerProps) {
  return (
    <AriaDatePicker
      {...dateProps(props)}
      {...fieldState(props)}
      firstDayOfWeek="mon"
      className={classNames(fieldLook, props.className)}
    >
      <FieldLabel {...props} />
      <Group className={classNames(controlBox, controlFocusWithin, 'flex items-center pr-1 pl-2')}>
        <KnownDates>
          <DateSegments />
        </KnownDates>
        <Button className="focus-ring-inset flex size-6 shrink-0 cursor-pointer items-center justify-center rounded text-muted data-disabled:cursor-default data-hovered:bg-hover data-hovered:text-text pointer-coarse:size-9">
          <CalendarDays size={16} aria-hidden />
        </Button>
      </Group>
      <FieldError error={props.error} />
      <Popover className={floatingLook} offset={4}>
        <Dialog className="p-3 outline-none">
          <MonthCalendar />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}

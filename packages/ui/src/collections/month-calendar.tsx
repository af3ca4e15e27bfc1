import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar'
import { iconButtonLook } from '../actions/button-look.ts'

/** The month within a date picker, Monday first. */
export function MonthCalendar() {
  return (
    <Calendar firstDayOfWeek="mon">
      <header className="flex items-center gap-1 pb-2">
        <CalendarHeading className="flex-1 px-2 text-base font-semibold" />
        <Button slot="previous" className={iconButtonLook('plain', 'sm', undefined)}>
          <ChevronLeft size={16} aria-hidden />
        </Button>
        <Button slot="next" className={iconButtonLook('plain', 'sm', undefined)}>
          <ChevronRight size={16} aria-hidden />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="h-8 w-9 text-xs font-normal text-muted">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="focus-ring-inset flex size-9 cursor-pointer items-center justify-center rounded tabular-nums data-disabled:cursor-default data-disabled:text-muted/60 data-hovered:bg-hover data-outside-month:invisible data-selected:bg-action data-selected:font-medium data-selected:text-on-action data-today:font-semibold data-today:underline data-today:underline-offset-4"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}

import type { CalendarDate } from '@internationalized/date'
import { parseDate } from '@internationalized/date'
import type { ReactNode } from 'react'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { I18nProvider, useLocale } from 'react-aria-components/I18nProvider'
import { classNames } from '../class-names.ts'
import type { FieldTexts } from './field-parts.tsx'
import { localeOfDates } from './locale-of-dates.ts'

/** A date field's value: days as ISO strings (`2026-11-23`), without time or zone. */
export type DateValueProps = FieldTexts & {
  /** `null`: no day is entered. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** The first and last day that may be chosen. */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly isDisabled?: boolean | undefined
  readonly isReadOnly?: boolean | undefined
  readonly isRequired?: boolean | undefined
  readonly name?: string | undefined
  readonly className?: string | undefined
}

/** What React Aria's date components take, from what ours take. */
export function dateProps({ value, onChange, min, max, name, ...props }: DateValueProps) {
  return {
    value: value === null ? null : parseDate(value),
    onChange: (date: CalendarDate | null) => onChange(date === null ? null : date.toString()),
    ...(min === undefined ? {} : { minValue: parseDate(min) }),
    ...(max === undefined ? {} : { maxValue: parseDate(max) }),
    ...(name === undefined ? {} : { name }),
    isDisabled: props.isDisabled ?? false,
    isReadOnly: props.isReadOnly ?? false,
    isRequired: props.isRequired ?? false,
    shouldForceLeadingZeros: true,
  }
}

/** Around fields in which days are typed. */
export function KnownDates({ children }: { readonly children: ReactNode }) {
  const { locale } = useLocale()
  return <I18nProvider locale={localeOfDates(locale)}>{children}</I18nProvider>
}

/** Day, month and year, each typed or stepped, in the order of the page's language. */
export function DateSegments({ className }: { readonly className?: string }) {
  return (
    <DateInput className={classNames('flex flex-1 items-center tabular-nums', className)}>
      {(segment) => (
        <DateSegment
          segment={segment}
          className="rounded px-px outline-none data-disabled:text-muted data-focused:bg-action data-focused:text-on-action data-placeholder:text-muted data-focused:data-placeholder:text-on-action"
        />
      )}
    </DateInput>
  )
}

import { Check, Minus } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { CheckboxFieldProps } from 'react-aria-components/Checkbox'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { classNames } from '../class-names.ts'
import { FieldError } from './field-parts.tsx'

export type CheckboxProps = Omit<CheckboxFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> & {
  /** What is agreed to or chosen; left out only with `aria-label` (a box in a row). */
  readonly children?: ReactNode
  readonly description?: ReactNode
  readonly error?: string | undefined
  readonly className?: string | undefined
}

/** Yes or no; `isIndeterminate` when those below it differ. */
export function Checkbox({ children, description, error, className, ...props }: CheckboxProps) {
  // Not the library's slot: beside a list its way of finding the description re-renders without end.
  const descriptionId = useId()
  return (
    <CheckboxField
      {...props}
      {...(description ? { 'aria-describedby': descriptionId } : {})}
      isInvalid={error !== undefined && error !== ''}
      validationBehavior="aria"
      className={classNames('flex flex-col gap-1', className)}
    >
      <CheckboxButton className="group/box flex w-fit cursor-pointer items-start gap-2 py-0.5 data-disabled:cursor-default data-disabled:opacity-50 pointer-coarse:min-h-11 pointer-coarse:items-center">
        {({ isIndeterminate, isSelected }) => (
          <>
            <span className="mt-px flex size-[18px] shrink-0 items-center justify-center rounded border border-line-strong bg-surface text-on-action outline-2 outline-offset-2 outline-transparent transition-colors group-data-focus-visible/box:outline-focus group-data-hovered/box:border-text/60 group-data-indeterminate/box:border-action group-data-indeterminate/box:bg-action group-data-invalid/box:border-danger group-data-selected/box:border-action group-data-selected/box:bg-action">
              {isIndeterminate && <Minus size={14} strokeWidth={3} aria-hidden />}
              {isSelected && !isIndeterminate && <Check size={14} strokeWidth={3} aria-hidden />}
            </span>
            {children !== undefined && <span>{children}</span>}
          </>
        )}
      </CheckboxButton>
      {description && (
        <span id={descriptionId} className="pl-[26px] text-sm text-muted">
          {description}
        </span>
      )}
      <FieldError error={error} className="pl-[26px]" />
    </CheckboxField>
  )
}

import { type ReactNode, useId } from 'react'
import type { SwitchFieldProps } from 'react-aria-components/Switch'
import { SwitchButton, SwitchField } from 'react-aria-components/Switch'
import { classNames } from '../class-names.ts'

export type SwitchProps = Omit<SwitchFieldProps, 'children' | 'className' | 'style'> & {
  readonly children: ReactNode
  readonly description?: ReactNode
  readonly className?: string | undefined
}

/** On or off, in force at once; within a form that is sent use a `Checkbox`. */
export function Switch({ children, description, className, ...props }: SwitchProps) {
  // Not the library's slot: beside a list its way of finding the description re-renders without end.
  const descriptionId = useId()
  return (
    <SwitchField
      {...props}
      {...(description ? { 'aria-describedby': descriptionId } : {})}
      className={classNames('flex flex-col', className)}
    >
      <SwitchButton className="group/switch flex w-fit cursor-pointer items-start gap-2 py-0.5 data-disabled:cursor-default data-disabled:opacity-50 pointer-coarse:min-h-11 pointer-coarse:items-center">
        <span className="mt-px flex h-[18px] w-8 shrink-0 items-center rounded-full border border-line-strong bg-surface p-[2px] outline-2 outline-offset-2 outline-transparent transition-colors group-data-focus-visible/switch:outline-focus group-data-selected/switch:border-action group-data-selected/switch:bg-action">
          <span className="size-3 rounded-full bg-line-strong transition-transform group-data-selected/switch:translate-x-[14px] group-data-selected/switch:bg-on-action" />
        </span>
        <span>{children}</span>
      </SwitchButton>
      {description && (
        <span id={descriptionId} className="pl-10 text-sm text-muted">
          {description}
        </span>
      )}
    </SwitchField>
  )
}

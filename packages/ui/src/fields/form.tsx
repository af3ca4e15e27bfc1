import type { ReactNode } from 'react'
import type { FormProps as AriaFormProps } from 'react-aria-components/Form'
import { Form as AriaForm } from 'react-aria-components/Form'
import { classNames } from '../class-names.ts'

export type FormProps = {
  readonly children: ReactNode
  /** Sent by button or Enter; the page doesn't load anew. */
  readonly onSubmit: (fields: FormData) => void
  /** Names the form when no heading does. */
  readonly label?: string | undefined
  readonly className?: string | undefined
}

/** Fields under each other, sent together. */
export function Form({ children, onSubmit, label, className }: FormProps) {
  const submit = (event: Parameters<NonNullable<AriaFormProps['onSubmit']>>[0]) => {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget))
  }
  return (
    <AriaForm
      onSubmit={submit}
      validationBehavior="aria"
      {...(label === undefined ? {} : { 'aria-label': label })}
      className={classNames('flex flex-col gap-4', className)}
    >
      {children}
    </AriaForm>
  )
}

import type { ReactNode } from 'react'
import { RouterProvider } from 'react-aria-components'
import { I18nProvider } from 'react-aria-components/I18nProvider'

export type UiProviderProps = {
  /** BCP 47: decides dates, numbers, plural forms and React Aria's own strings. */
  readonly locale: string
  /** Goes to an address of ours without loading the page; what every link of this package calls. */
  readonly navigate: (href: string) => void
  readonly children: ReactNode
}

/** Once around the app: language and navigation for all components. */
export function UiProvider({ locale, navigate, children }: UiProviderProps) {
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={navigate}>{children}</RouterProvider>
    </I18nProvider>
  )
}

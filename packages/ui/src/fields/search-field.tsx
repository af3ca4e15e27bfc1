import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import type { SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components/SearchField'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { classNames } from '../class-names.ts'
import { controlFocus, controlLook } from './field-parts.tsx'

export type SearchFieldProps = Omit<AriaSearchFieldProps, 'children' | 'className' | 'style' | 'aria-label'> & {
  /** What is searched; shown as placeholder and read aloud. */
  readonly label: string
  readonly className?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}

/** Finds in a list; Escape empties it. */
export function SearchField({ label, className, inputRef, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField
      {...props}
      aria-label={label}
      className={classNames('group/search relative flex min-w-0 items-center', className)}
    >
      <Search size={14} aria-hidden className="pointer-events-none absolute left-2 text-muted" />
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        placeholder={label}
        className={classNames(controlLook, controlFocus, 'px-7 [&::-webkit-search-cancel-button]:hidden')}
      />
      <Button className="focus-ring-inset absolute right-1 flex size-6 cursor-pointer items-center justify-center rounded text-muted group-data-empty/search:hidden data-hovered:bg-hover data-hovered:text-text">
        <X size={14} aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
